// A file of an export on its way in; the others are those of a good one, and the hashes are right. The first
// byte says which file: 0 events, 1 items, 2 ledger, 3 sessions, 4 answers, 5 the descriptor itself.
#include <array>
#include <map>
#include <optional>

#include "exchange/import.h"
#include "exchange/package_schema.h"
#include "exchange/packages.h"
#include "fuzz/input.h"

namespace {

using namespace xy;
using exchange::examples::FilledFolder;

/// A good export with one file changed.
class Package {
 public:
    std::filesystem::path path() const { return filled_.package(); }
    std::filesystem::path store() const { return filled_.path() / "other"; }

    /// `rows` follow the header of `resource`; with nullptr they are the descriptor.
    void change(const json::Resource* resource, std::string_view rows) {
        for (const auto& [name, bytes] : good_) write_bytes(path() / name, bytes);
        if (resource == nullptr) return write_bytes(path() / exchange::descriptor_file, rows);
        const std::string& good = good_.at(resource->path);
        exchange::examples::reseal(path(), resource->path,
                                   good.substr(0, good.find('\n') + 1) + std::string(rows));
    }

 private:
    FilledFolder filled_;
    std::map<std::string, std::string> good_ = contents(filled_.package());
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::array<json::Resource, 5> resources{
        exchange::events_resource(), exchange::items_resource(), exchange::ledger_resource(),
        exchange::sessions_resource(), exchange::answers_resource()};
    static Package package;
    static std::optional<store::Store> store;
    static int imported = 0;
    std::string_view input = fuzz::text_of(data, size);
    const std::size_t kind = fuzz::take_kind(input, resources.size() + 1);
    package.change(kind < resources.size() ? &resources.at(kind) : nullptr, input);
    if (!store || imported > 200) {
        store.reset();
        std::filesystem::remove_all(package.store());
        store.emplace(store::Store::open(package.store()));
        imported = 0;
    }
    const exchange::ImportResult result = exchange::import_package(*store, package.path());
    for (const Problem& problem : result.problems) fuzz::require(!to_string(problem).empty());
    imported += has_mistakes(result.problems) ? 0 : 1;
    return 0;
}
