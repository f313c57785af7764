// What the screens get of the configuration.
#pragma once

#include "bank/configuration.h"
#include "screens/setup.h"

namespace xy::kiosk {

/// Takes the banks, of which there is one copy. Version and language are the program's own.
screens::Setup setup_of(bank::Configuration& configuration);

}  // namespace xy::kiosk
