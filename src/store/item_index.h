// The item versions of the store, kept in memory: every answer refers to one.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/rows.h"

namespace xy::store {

class ItemIndex {
 public:
    struct Entry {
        std::int64_t key = 0;  ///< item_version.key
        ItemRow row;
    };

    void add(std::int64_t key, ItemRow row);
    /// nullptr when it is not registered. Entries stay where they are.
    const Entry* find(std::string_view bank, std::string_view item, std::string_view version);
    const Entry* find(std::int64_t key) const;

 private:
    const std::string& joined(std::string_view bank, std::string_view item, std::string_view version);

    std::deque<Entry> entries_;
    std::unordered_map<std::string, const Entry*> by_name_;
    std::unordered_map<std::int64_t, const Entry*> by_key_;
    std::string probe_;  ///< reused, so that a look-up does not allocate
};

/// The row of an item of `bank`, with the title of its topic.
ItemRow row_of(const quiz::Bank& bank, const quiz::Item& item);

/// Option ids as kept in one column and in files: joined with "|". Refuses an empty id and one with a "|".
std::string join_options(const std::vector<std::string>& ids);
std::vector<std::string> split_options(std::string_view joined);

}  // namespace xy::store
