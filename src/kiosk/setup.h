// What the screens get of the configuration.
#pragma once

#include "bank/configuration.h"
#include "screens/setup.h"

namespace xy::kiosk {

/// All but the banks, which come later and of which there is one copy. Version and language are the program's
/// own.
screens::Setup setup_of(const bank::Configuration& configuration);

}  // namespace xy::kiosk
