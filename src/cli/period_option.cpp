#include "cli/period_option.h"

#include <CLI/CLI.hpp>

namespace xy::cli {

void add_period_option(CLI::App& verb, std::string& text) {
    verb.add_option("--period", text,
                    "Days to look at: " + std::string(outreach::period_forms) + " (default: all)")
        ->type_name("PERIOD")
        ->check([](const std::string& given) {
            if (outreach::parse_period(given)) return std::string();
            return "\"" + given + "\" is no period; write it as " + std::string(outreach::period_forms);
        });
}

std::optional<outreach::Period> chosen_period(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return outreach::parse_period(text);
}

}  // namespace xy::cli
