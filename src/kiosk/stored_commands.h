// The panel's commands that the store's writer runs.
#pragma once

#include <filesystem>
#include <optional>

#include "screens/panel_action.h"
#include "screens/panel_command.h"
#include "store/store.h"

namespace xy::kiosk {

/// Runs a command and says what happened; nothing where only a failure would be said. Each throws
/// store::StoreError.
struct StoredCommands {
    store::Store& store;
    const std::filesystem::path& data;  ///< the folder of the store

    using Happened = std::optional<screens::PanelEvent>;
    Happened operator()(const screens::LoadSetup&) const;
    Happened operator()(const screens::CheckPin& command) const;
    Happened operator()(const screens::CheckRecoveryCode& command) const;
    Happened operator()(const screens::KeepPin& command) const;
    Happened operator()(const screens::LoadPanel& command) const;
    Happened operator()(const screens::AddEntry& command) const;
    Happened operator()(const screens::MarkUndone& command) const;
    Happened operator()(const screens::PlanEvent& command) const;
    Happened operator()(const screens::SetEventState& command) const;
    Happened operator()(const screens::KeepSettings& command) const;
    Happened operator()(const screens::DeletePracticeData&) const;
    Happened operator()(const screens::CheckIntegrity&) const;
};

}  // namespace xy::kiosk
