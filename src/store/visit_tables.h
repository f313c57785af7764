// What readers of visits share. Inside store/ only.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <unordered_map>
#include <vector>

namespace xy::store {

struct VisitTables {
    std::filesystem::path file;
    std::size_t page_size = 0;
    std::size_t usable = 0;  ///< bytes of a page without those reserved at its end
    std::uint32_t session_root = 0;
    std::uint32_t answer_root = 0;
    std::unordered_map<std::int64_t, std::uint32_t> items;  ///< place in Store::items() by item_version.key

    mutable std::atomic<std::int64_t> read = 0;  ///< visits, told now and then and when a part is through
    std::atomic<bool> stop = false;              ///< makes every reader throw ReadingStopped soon
};

struct ReadingStopped {};

}  // namespace xy::store
