// The configuration of a kiosk: kiosk-config/*.json, and the banks its programmes use.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "outreach/event.h"
#include "outreach/ledger.h"
#include "outreach/place.h"
#include "outreach/target.h"
#include "quiz/item.h"
#include "quiz/programme.h"

namespace xy::bank {

/// kiosk.json.
struct Settings {
    LocalizedText device_label;          ///< 07 号
    std::string programme;               ///< id of the programme that runs
    std::chrono::seconds idle{45};       ///< without a touch before the countdown shows; 10..600
    std::chrono::seconds countdown{15};  ///< visible countdown before the reset; 5..60
    std::chrono::seconds result{20};     ///< the result screen closes itself; 5..120
    bool sway = true;                    ///< the flower on the attract screen moves
};

struct Configuration {
    Settings settings;
    std::vector<outreach::Audience> audiences;
    std::vector<outreach::VenueKind> venues;
    std::vector<outreach::Place> places;  ///< every one after the place it lies in
    std::vector<outreach::Occasion> occasions;
    std::vector<outreach::Measure> measures;
    std::vector<outreach::Target> targets;
    std::vector<outreach::Event> events;
    std::vector<quiz::Programme> programmes;
    std::vector<quiz::Bank> banks;  ///< the banks named by the programmes, each once

    /// The programme that runs; the reader made sure that it exists.
    const quiz::Programme& programme() const;
    /// The first open event, or nullptr.
    const outreach::Event* open_event() const;
};

/// Reads `config`/{kiosk,audiences,venues,places,occasions,measures,targets,events}.json and
/// `config`/programmes/*.json, then `questions`/<bank>.json for every bank a programme names. Checks across
/// files: unknown ids, quotas the banks cannot fill for an audience on `today` (with how many are missing),
/// steps in an order that makes no sense.
///
/// In two steps, for who has something to show before the banks are there, which take nearly all of the time.
class ConfigurationReader {
 public:
    ConfigurationReader(std::filesystem::path config, std::filesystem::path questions, std::string today);
    ~ConfigurationReader();
    ConfigurationReader(ConfigurationReader&&) noexcept;
    ConfigurationReader& operator=(ConfigurationReader&&) noexcept;

    /// Everything but the banks; nothing when there is a mistake. read_banks() then still says all of them.
    std::optional<Configuration> read_lists();
    /// After read_lists(), once: the whole.
    Checked<Configuration> read_banks();

 private:
    class Loading;
    std::unique_ptr<Loading> loading_;
};

/// Both steps.
Checked<Configuration> load_configuration(const std::filesystem::path& config,
                                          const std::filesystem::path& questions, std::string_view today);

}  // namespace xy::bank
