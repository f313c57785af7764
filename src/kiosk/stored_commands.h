// The panel's commands that the store's writer runs.
#pragma once

#include <filesystem>
#include <optional>

#include "screens/panel_action.h"
#include "screens/panel_command.h"
#include "screens/setup.h"
#include "store/store.h"

namespace xy::kiosk {

/// Whether run_stored() takes it; the others concern sticks, the loaded banks and the program.
bool is_stored(const screens::PanelCommand& command);

/// Runs the command and says what happened; nothing where only a failure would be said. Throws
/// store::StoreError. `data`: the folder of the store.
std::optional<screens::PanelEvent> run_stored(const screens::PanelCommand& command, store::Store& store,
                                              const std::filesystem::path& data);

}  // namespace xy::kiosk
