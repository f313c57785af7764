// The panel's wishes that the store's writer does.
#pragma once

#include <filesystem>
#include <optional>

#include "screens/booth.h"
#include "screens/panel_action.h"
#include "screens/panel_wish.h"
#include "store/store.h"

namespace xy::kiosk {

/// Whether do_stored() takes it; the others concern sticks, the loaded banks and the program.
bool is_stored(const screens::PanelWish& wish);

/// Does the wish and says what is to be said; nothing where only a failure is. Throws store::StoreError.
/// `data`: the folder of the store.
std::optional<screens::PanelNews> do_stored(const screens::PanelWish& wish, store::Store& store,
                                            const std::filesystem::path& data);

}  // namespace xy::kiosk
