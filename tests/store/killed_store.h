// The files of a store as a kiosk leaves them that is killed.
#pragma once

#include <string>

#include "store/examples.h"

namespace xy::store::examples {

/// The three files, as bytes.
struct StoreFiles {
    std::string database;
    std::string log;
    std::string count;

    static StoreFiles of(const TemporaryFolder& folder) {
        const auto bytes = [&](const char* end) { return bytes_of(folder.database().string() + end); };
        return {bytes(""), bytes("-wal"), bytes("-count")};
    }

    void write_to(const TemporaryFolder& folder) const {
        write_bytes(folder.database(), database);
        if (!log.empty()) write_bytes(folder.database().string() + "-wal", log);
        if (!count.empty()) write_bytes(folder.database().string() + "-count", count);
    }
};

constexpr int answers_a_visit = 4;

inline void whole_visit(Store& store, std::uint32_t number) {
    store.begin(start(id(number)));
    for (int position = 0; position < answers_a_visit; ++position) store.add(id(number), answer(position));
    store.finish(end(id(number)));
}

/// `settled` visits of which each was settled, then `more` of which none was, then the power goes.
inline StoreFiles killed_after(std::uint32_t settled, std::uint32_t more) {
    const TemporaryFolder folder;
    Store store = open_ready(folder.path());
    for (std::uint32_t number = 1; number <= settled; ++number) {
        whole_visit(store, number);
        store.checkpoint();
    }
    for (std::uint32_t number = 1; number <= more; ++number) whole_visit(store, 1'000 + number);
    return StoreFiles::of(folder);
}

}  // namespace xy::store::examples
