#include "store/item_index.h"

#include <algorithm>
#include <utility>

#include "store/sqlite_error.h"

namespace xy::store {

const std::string& ItemIndex::joined(std::string_view bank, std::string_view item, std::string_view version) {
    probe_.clear();
    probe_.append(bank).append(1, '\0').append(item).append(1, '\0').append(version);
    return probe_;
}

void ItemIndex::add(std::int64_t key, ItemRow row) {
    const Entry& entry = entries_.emplace_back(Entry{key, std::move(row)});
    by_name_.emplace(joined(entry.row.bank, entry.row.item, entry.row.version), &entry);
    by_key_.emplace(key, &entry);
}

const ItemIndex::Entry* ItemIndex::find(std::string_view bank, std::string_view item,
                                        std::string_view version) {
    const auto found = by_name_.find(joined(bank, item, version));
    return found == by_name_.end() ? nullptr : found->second;
}

const ItemIndex::Entry* ItemIndex::find(std::int64_t key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
}

ItemRow row_of(const quiz::Bank& bank, const quiz::Item& item) {
    const auto topic = std::find_if(bank.topics.begin(), bank.topics.end(),
                                    [&](const quiz::Topic& t) { return t.id == item.topic; });
    ItemRow row;
    row.bank = bank.id;
    row.item = item.id;
    row.version = item.version;
    row.kind = quiz::code(item.kind);
    row.topic = item.topic;
    if (topic != bank.topics.end()) row.topic_title = topic->title;
    row.stem = item.stem;
    for (const quiz::Option& option : item.options) row.options.push_back(option.id);
    row.key = item.key();
    return row;
}

std::string join_options(const std::vector<std::string>& ids) {
    std::string joined;
    for (const std::string& id : ids) {
        if (id.empty() || id.find('|') != std::string::npos)
            refuse("an option id must not be empty or contain \"|\": \"" + id + "\"");
        if (!joined.empty()) joined += '|';
        joined += id;
    }
    return joined;
}

std::vector<std::string> split_options(std::string_view joined) {
    std::vector<std::string> ids;
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find('|'), joined.size());
        ids.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return ids;
}

}  // namespace xy::store
