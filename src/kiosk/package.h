// The package that is taken home: everything `xiangyang export` writes.
#pragma once

#include <filesystem>
#include <functional>

#include "screens/booth.h"
#include "store/store.h"

namespace xy::kiosk {

/// Writes the package as `folder`, replacing an earlier one there. `progress` gets 0..1 and says whether to
/// go on; when not, std::runtime_error. Throws store::StoreError and exchange::ExchangeError.
void write_export(store::Store& store, const std::filesystem::path& folder, const screens::Booth& booth,
                  const std::function<bool(double)>& progress);

}  // namespace xy::kiosk
