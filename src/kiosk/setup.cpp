#include "kiosk/setup.h"

#include <utility>

namespace xy::kiosk {

screens::Setup setup_of(bank::Configuration& configuration) {
    screens::Setup setup;
    if (const auto* event = configuration.open_event()) setup.event = *event;
    setup.programmes = configuration.programmes;
    setup.venues = configuration.venues;
    setup.places = configuration.places;
    setup.occasions = configuration.occasions;
    setup.measures = configuration.measures;
    setup.device = configuration.settings.device_label.in(Language::zh);
    setup.programme = configuration.programme();
    setup.banks = std::move(configuration.banks);
    setup.audiences = configuration.audiences;
    setup.timing.idle = configuration.settings.idle;
    setup.timing.countdown = configuration.settings.countdown;
    setup.timing.result = configuration.settings.result;
    return setup;
}

}  // namespace xy::kiosk
