#include "kiosk/setup.h"

namespace xy::kiosk {

screens::Setup setup_of(const bank::Configuration& configuration) {
    screens::Setup setup;
    if (const auto* event = configuration.open_event()) setup.event = *event;
    setup.programmes = configuration.programmes;
    setup.venues = configuration.venues;
    setup.places = configuration.places;
    setup.occasions = configuration.occasions;
    setup.measures = configuration.measures;
    setup.configured_label = configuration.settings.device_label;
    setup.programme = configuration.programme();
    setup.choose({});
    setup.audiences = configuration.audiences;
    setup.timing.idle = configuration.settings.idle;
    setup.timing.countdown = configuration.settings.countdown;
    setup.timing.result = configuration.settings.result;
    return setup;
}

}  // namespace xy::kiosk
