// What surrounds a visit and does not change during it: the event, the programme, the banks, the lists that
// staff pick from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/credentials.h"
#include "base/clock.h"
#include "base/identifier.h"
#include "base/localized.h"
#include "outreach/booth_settings.h"
#include "outreach/event.h"
#include "outreach/ledger.h"
#include "outreach/place.h"
#include "quiz/item.h"
#include "quiz/programme.h"

namespace xy::screens {

struct Timing {
    Milliseconds idle{45'000};       ///< without a touch before the countdown shows
    Milliseconds countdown{15'000};  ///< visible countdown before the reset
    Milliseconds result{20'000};     ///< the result screen closes itself
    /// A new page of a visit takes no touch before this has gone by. Desktop systems hear two clicks within
    /// 400 to 500 ms as one double click, and nobody decides between four options, let alone reads them, in
    /// less: the quickest choices of adults take about that long. 0 for automatic visitors.
    Milliseconds reading{500};
};

struct Setup {
    std::optional<outreach::Event> event;  ///< the open event; without one there is only practice
    bool known = true;                     ///< false until the store has said what is open
    outreach::BoothSettings settings;      ///< what staff chose
    access::PinStatus pins = access::PinStatus::set;
    std::string device;              ///< as its visits name it
    LocalizedText device_label;      ///< as staff read it
    LocalizedText configured_label;  ///< the same, where staff chose no number
    std::string version;             ///< of the program
    quiz::Programme programme;       ///< the one that runs
    std::vector<quiz::Programme> programmes;
    std::vector<quiz::Bank> banks;
    std::vector<outreach::Audience> audiences;  ///< all that are configured; see offered()
    std::vector<outreach::VenueKind> venues;
    std::vector<outreach::Place> places;
    std::vector<outreach::Occasion> occasions;
    std::vector<outreach::Measure> measures;
    int remarks = 0;                  ///< on banks and configuration, made while they were read
    std::optional<int> bank_remarks;  ///< of the strict rules; nothing until they were asked
    Timing timing;
    Language language = Language::zh;  ///< of a fresh visit

    /// The title of a topic, looked up in the banks; its id when unknown.
    LocalizedText topic_title(const std::string& bank, const std::string& topic) const;
    /// The audiences that the banks of a programme serve: who a visitor can say they are.
    std::vector<outreach::Audience> offered(const quiz::Programme& to) const;
    /// How many questions a visit asks, those of the survey included: the “16” of “16 道题”, and what the
    /// progress counts to. 0 where a form of the visitor's pack decides it.
    static int questions_asked(const quiz::Programme& programme);
    /// Null for one that is not configured.
    const outreach::Audience* audience(const std::string& id) const;
    const outreach::Measure* measure(const std::string& id) const;
    /// Null for one that is not configured.
    const quiz::Programme* programme_called(const std::string& id) const;
    /// Where the kiosk stands, as staff said; without a code when they wrote it, without a name when they did
    /// not say.
    outreach::Place stands_at() const;
    /// Takes over what staff chose: programme, number of the device, place.
    void choose(const outreach::BoothSettings& chosen);
    /// The title of a venue kind; its id when it is not configured.
    LocalizedText venue_title(const std::string& id) const;
};

/// Time and chance, passed into every update. Taking `fresh_id` and `fresh_seed` twice is the caller's
/// mistake: it makes new ones for each moment.
struct Moment {
    Milliseconds now{0};
    LocalHour hour;
    int minute = 0;  ///< of the hour; for the staff who set the clock
    RandomId fresh_id;
    std::uint64_t fresh_seed = 0;
};

}  // namespace xy::screens
