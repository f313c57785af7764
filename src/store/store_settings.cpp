// What the staff chose on the panel.
#include "store/connection.h"
#include "store/row_rules.h"
#include "store/sql.h"

namespace xy::store {

outreach::BoothSettings Store::booth_settings() {
    outreach::BoothSettings settings;
    for (Rows row = connection_->rows(sql::booth_settings); row.next();) {
        const std::string_view name = row.text(0);
        if (name == "programme") settings.programme = row.text(1);
        if (name == "practice") settings.practice = row.text(1) == "1";
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
        put("practice", settings.practice ? "1" : "0");
    });
}

}  // namespace xy::store
