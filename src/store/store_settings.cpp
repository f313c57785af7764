// What the staff chose on the panel.
#include <charconv>

#include "store/connection.h"
#include "store/row_rules.h"
#include "store/sql.h"

namespace xy::store {
namespace {

/// No clock is wrong by more.
constexpr std::chrono::minutes longest_correction{100 * 366 * 24 * 60};

/// 0 for what nobody said who set a clock: somebody else wrote it.
std::chrono::minutes minutes_of(std::string_view text) {
    std::int64_t minutes = 0;
    const auto end = text.data() + text.size();
    const auto [read, error] = std::from_chars(text.data(), end, minutes);
    const bool possible = error == std::errc() && read == end && minutes >= -longest_correction.count() &&
                          minutes <= longest_correction.count();
    return std::chrono::minutes(possible ? minutes : 0);
}

}  // namespace

outreach::BoothSettings Store::booth_settings() {
    outreach::BoothSettings settings;
    for (Rows row = connection_->rows(sql::booth_settings); row.next();) {
        const std::string_view name = row.text(0);
        if (name == "programme") settings.programme = row.text(1);
        if (name == "practice") settings.practice = row.text(1) == "1";
        if (name == "device") settings.device = row.text(1);
        if (name == "place_code") settings.place_code = row.text(1);
        if (name == "place") settings.place = row.text(1);
        if (name == "clock_correction") settings.clock_correction = minutes_of(row.text(1));
        if (name == "still") settings.still = row.text(1) == "1";
        if (name == "high_contrast") settings.high_contrast = row.text(1) == "1";
    }
    return settings;
}

void Store::put_booth_settings(const outreach::BoothSettings& settings) {
    check_row(settings);
    connection_->atomically([&] {
        const auto put = [&](const char* name, const std::string& value) {
            connection_->run(sql::put_booth_setting, std::string(name), value);
        };
        put("programme", settings.programme);
        const auto put_switch = [&](const char* name, bool on) { put(name, on ? "1" : "0"); };
        put_switch("practice", settings.practice);
        put_switch("still", settings.still);
        put_switch("high_contrast", settings.high_contrast);
        put("device", settings.device);
        put("place_code", settings.place_code);
        put("place", settings.place);
        put("clock_correction", std::to_string(settings.clock_correction.count()));
    });
}

}  // namespace xy::store
