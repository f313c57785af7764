// The text of the files of a package.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exchange/export.h"
#include "exchange/hashed_file.h"

namespace xy::exchange {

/// Each writes the header and all rows to `file` and returns the number of rows.
std::int64_t write_events(store::Store& store, HashedFile& file);
std::int64_t write_items(store::Store& store, HashedFile& file);
std::int64_t write_ledger(store::Store& store, HashedFile& file);

std::int64_t write_hours(store::Store& store, HashedFile& file);
std::int64_t write_durations(store::Store& store, HashedFile& file);
std::int64_t write_answer_times(store::Store& store, HashedFile& file);

struct WrittenVisits {
    std::int64_t sessions = 0;
    std::int64_t answers = 0;
    std::vector<store::ParticipationRow> participation;
};

/// Writes both files in one walk over the store. `progress` goes from 0 to 1.
WrittenVisits write_visits(store::Store& store, HashedFile& sessions, HashedFile& answers,
                           const Progress& progress);

/// The ids of `chosen` in bank order, joined by "|".
std::string join_chosen(const store::ItemRow& item, quiz::OptionSet chosen);

}  // namespace xy::exchange
