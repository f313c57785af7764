// The file of a store, damaged: it opens or says why not, and what it then gives is read to its end. The
// first byte says whether the rest is the whole file (0), or places in a good one, each three bytes and what
// stands there now (1).
#include "fuzz/input.h"
#include "store/examples.h"

namespace {

using namespace xy;
namespace fs = std::filesystem;

std::string good_store() {
    using namespace store::examples;
    const TemporaryFolder folder;
    {
        store::Store store = open_ready(folder.path());
        for (std::uint32_t number = 1; number <= 3; ++number) {
            store.begin(start(id(number)));
            store.add(id(number), answer(0));
            store.finish(end(id(number)));
        }
        store.add_to_ledger(entry(id(9), 300));
        store.publish(publication("2025-01-01", "2025-06-30"));
    }
    return bytes_of(folder.database());
}

std::string damaged(std::string file, std::string_view places) {
    for (; places.size() >= 4; places.remove_prefix(4)) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < 3; ++i) at = at << 8U | static_cast<unsigned char>(places[i]);
        file[at % file.size()] = places[3];
    }
    return file;
}

void read_all(const fs::path& folder) {
    store::Store store = store::Store::open(folder);
    static_cast<void>(store.find_damage());
    static_cast<void>(store.check_counts());
    static_cast<void>(store.events());
    static_cast<void>(store.items());
    static_cast<void>(store.ledger());
    static_cast<void>(store.publications());
    static_cast<void>(store.booth_settings());
    store.walk([](const store::SessionRow&) {}, [](const store::StoredAnswer&) {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string good = good_store();
    static const TemporaryFolder folder;
    for (const auto& old : fs::directory_iterator(folder.path())) fs::remove_all(old.path());
    std::string_view input = fuzz::text_of(data, size);
    const bool whole = fuzz::take_kind(input, 2) == 0;
    write_bytes(folder.database(), whole ? std::string(input) : damaged(good, input));
    try {
        read_all(folder.path());
    } catch (const store::StoreError& error) {
        fuzz::require(*error.what() != '\0');
    }
    return 0;
}
