// What is taken home: the package of all data, as `xiangyang export` writes it, and the report of a period.
#pragma once

#include <filesystem>
#include <stdexcept>

#include "bank/configuration.h"
#include "base/progress.h"
#include "screens/panel_command.h"
#include "store/store.h"

namespace xy::kiosk {

/// Writes the package as `folder`, replacing an earlier one there. Throws Stopped, store::StoreError and
/// exchange::ExchangeError.
void write_export(store::Store& store, const std::filesystem::path& folder,
                  const bank::Configuration& configuration, const Progress& progress);

struct WrittenReport {
    bool nothing_took_place = false;  ///< in its period; the files say so
};

/// Beside those that were given out before, the report would tell small groups.
class TellsGroups : public std::runtime_error {
 public:
    TellsGroups() : std::runtime_error("beside earlier public reports it would tell small groups") {}
};

/// Writes the report in every form there is into `folder`, whatever stood there before. Throws Stopped,
/// store::StoreError, TellsGroups and, when a file cannot be written, std::runtime_error; then there is no
/// such folder.
WrittenReport write_report(store::Store& store, const std::filesystem::path& folder,
                           const bank::Configuration& configuration, const screens::CarryReport& command,
                           const Progress& progress);

}  // namespace xy::kiosk
