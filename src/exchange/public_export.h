// The public way out: a package that may be given to everybody. It is not whole, and cannot be merged.
//
// A visit in it has its event and half-day, no device, no exact time and no id. Answers are linked to no
// visit: the answers of one visit together are found only once among thousands. Every row of sessions.csv and
// of answers.csv stands there at least smallest_group times, in all its columns; what cannot is left out and
// counted. answers.csv has the answers of the visits that are shown, of no others. Practice is not in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "store/store.h"

namespace xy::exchange {

inline constexpr std::int64_t smallest_group = 5;

struct PublicExported {
    std::int64_t visits = 0;            ///< rows of sessions.csv
    std::int64_t visits_withheld = 0;   ///< without practice
    std::int64_t answers = 0;           ///< rows of answers.csv
    std::int64_t answers_withheld = 0;  ///< those of visits that are withheld, too
    std::vector<std::string> visit_columns;
    std::vector<std::string> answer_columns;
    std::vector<std::string> columns_left_out;  ///< "sessions.csv/language": to show more rows
};

/// Whether write_public_package() may take the place of what stands at `folder`: nothing, an empty folder, or
/// an earlier public package with no other file in it.
bool may_replace_public(const std::filesystem::path& folder);

/// Writes the package as `folder`, whole or not at all, after it was read back and checked. Throws
/// ExchangeError when nothing can be shown, when the check finds a smaller group, when something else stands
/// there or it cannot be written; StoreError and Stopped.
PublicExported write_public_package(store::Store& store, const std::filesystem::path& folder,
                                    const Progress& progress = {});

/// Reads the two files of a public package as anybody would, and counts anew. Throws ExchangeError with the
/// file and the reason when a row stands there fewer than smallest_group times, when there is a column that
/// tells too much (an id, a device, a time), or when there are other numbers of rows than `written` says.
void check_public_package(const std::filesystem::path& folder, const PublicExported& written);

}  // namespace xy::exchange
