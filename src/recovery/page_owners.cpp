#include "recovery/page_owners.h"

namespace xy::recovery {

PageOwners::PageOwners(DamagedFile& file) : file_(file) {
    for (const StoredRecord& row : rows_of_the_schema()) {
        if (row.values.size() < 4 || !row.rowid) continue;
        const auto* type = std::get_if<std::string>(&row.values[0]);
        const auto* name = std::get_if<std::string>(&row.values[1]);
        const auto* root = std::get_if<std::int64_t>(&row.values[3]);
        if (type == nullptr || name == nullptr || root == nullptr) continue;
        if (*root > 1 && *root <= file_.page_count())
            walk(static_cast<std::uint32_t>(*root), *type == "table" ? *name : std::string());
    }
}

const std::string* PageOwners::owner(std::uint32_t page) const {
    const auto found = owners_.find(page);
    return found == owners_.end() ? nullptr : &found->second;
}

std::vector<StoredRecord> PageOwners::rows_of_the_schema() {
    walk(1, "sqlite_schema");
    std::vector<StoredRecord> rows;
    const auto pages = owners_;
    for (const auto& [number, name] : pages) {
        const auto page = file_.latest(number);
        if (page && kind_of(page->view()) == PageKind::table_leaf)
            for (StoredRecord& row : records_of(page->view(), PageKind::table_leaf, false, file_.overflow()))
                rows.push_back(std::move(row));
    }
    return rows;
}

void PageOwners::walk(std::uint32_t root, const std::string& name) {
    std::vector<std::uint32_t> waiting{root};
    while (!waiting.empty()) {
        const std::uint32_t number = waiting.back();
        waiting.pop_back();
        if (number == 0 || number > file_.page_count() || !owners_.emplace(number, name).second) continue;
        const auto page = file_.latest(number);
        if (!page || !kind_of(page->view())) continue;
        for (const std::uint32_t child : children_of(page->view())) waiting.push_back(child);
    }
}

}  // namespace xy::recovery
