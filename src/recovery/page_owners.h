// Which table or index a page of a damaged file belongs to. Inside recovery/ only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "recovery/damaged_file.h"

namespace xy::recovery {

/// By the file's directory (sqlite_schema): pages that no tree leads to are not in it.
class PageOwners {
 public:
    explicit PageOwners(DamagedFile& file);

    /// The table's name; nullptr: of nothing known; empty: of an index.
    const std::string* owner(std::uint32_t page) const;

 private:
    std::vector<StoredRecord> rows_of_the_schema();
    void walk(std::uint32_t root, const std::string& name);

    DamagedFile& file_;
    std::map<std::uint32_t, std::string> owners_;
};

}  // namespace xy::recovery
