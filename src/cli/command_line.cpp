#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <fmt/format.h>
#include <iostream>

#include "base/clock.h"
#include "base/day.h"
#include "base/paths.h"
#include "base/plain_text.h"
#include "base/problem_collector.h"
#include "base/utf8.h"
#include "cli/interruption.h"
#include "credentials/credentials_file.h"

namespace xy::cli {
namespace fs = std::filesystem;

int run(const std::function<int()>& command) {
    try {
        return command();
    } catch (const ProblemFound& problem) {
        std::cerr << "xiangyang: " << printable(problem.what()) << '\n';
        return 1;
    } catch (const store::StoreError& error) {
        std::cerr << "xiangyang: " << error.what() << '\n';
        // Nothing is wrong with the command; the same may succeed the next time.
        return error.reason() == store::StoreFailure::cannot_read ? 1 : 2;
    } catch (const Interrupted& stopped) {
        std::cerr << "xiangyang: " << printable(stopped.what()) << '\n';
        return interrupted_exit_code;
    } catch (const std::exception& error) {
        std::cerr << "xiangyang: " << printable(error.what()) << '\n';
        return 2;
    }
}

CLI::Option* add_data_option(CLI::App& verb, fs::path& folder, const std::string& purpose) {
    folder = default_data_folder();
    return verb.add_option("--data", folder, purpose)->type_name("DIR")->capture_default_str();
}

void add_configuration_options(CLI::App& verb, fs::path& config, fs::path& questions) {
    const fs::path program = this_executable();
    config = find_shipped("kiosk-config", program).value_or("kiosk-config");
    questions = find_shipped("questions", program).value_or("questions");
    verb.add_option("--config", config, "Configuration of the kiosk (default: the shipped one)")
        ->type_name("DIR");
    verb.add_option("--questions", questions, "Folder of the banks (default: the shipped one)")
        ->type_name("DIR");
}

void add_language_option(CLI::App& verb, std::string& text, const std::string& purpose) {
    text = "zh";
    verb.add_option("--lang", text, purpose)->check(CLI::IsMember({"zh", "en"}))->capture_default_str();
}

Language chosen_language(const std::string& text) {
    return text == "en" ? Language::en : Language::zh;
}

store::Store open_existing(const fs::path& data) {
    // Without a home folder there is none to take; the store says so.
    if (data.empty()) return store::Store::open(data, store::Check::none);
    const fs::path file = data / store::file_name;
    std::error_code ignored;
    if (!fs::exists(file, ignored))
        throw CannotDo("there is no " + file.string() + "; give the data folder of a kiosk with --data DIR");
    store::Store store = store::Store::open(data, store::Check::none, store::Damage::refuse);
    // Also what is noticed only while the figures are counted.
    store.tell_losses([file](const store::Loss& loss) {
        std::cerr << "xiangyang: remark: " << printable(file.string()) << ", " << printable(loss.day) << ": "
                  << describe(loss) << '\n';
    });
    return store;
}

store::Store open_or_make(const fs::path& data) {
    if (data.empty()) return store::Store::open(data);  // as above
    credentials::begin(data);
    return store::Store::open(data, store::Check::quick, store::Damage::refuse);
}

std::string today() {
    return SystemClock().local_hour().day;
}

std::string typed_text(const std::string& option, const std::string& text) {
    const std::string what = "the " + option.substr(option.find_first_not_of('-'));
    const auto fault = fault_of(text, Lines::one);
    if (fault == TextFault::too_long)
        throw CannotDo(
            fmt::format("{} has {} characters; write at most {}", what, characters_in(text), longest_text));
    if (fault) throw CannotDo(fmt::format("{} {}; {}", what, what_is_wrong(*fault), advice_for(*fault)));
    if (is_blank(text)) throw CannotDo(option + " is blank; write a text, or leave the option out");
    return std::string(trimmed(text));
}

std::string typed_day(const std::string& option, const std::string& text) {
    if (auto day = day_as_written(text, today())) return *std::move(day);
    throw CannotDo(fmt::format("{} {} is no day; write the day as YYYY-MM-DD, for example {}", option,
                               in_quotes(text), today()));
}

bank::Configuration usable_configuration(const fs::path& config, const fs::path& questions) {
    auto loaded = bank::load_configuration(config, questions, today());
    if (!loaded.value)
        throw CannotDo("the configuration in " + config.string() +
                       " cannot be used; `xiangyang config check` lists its mistakes");
    return std::move(*loaded.value);
}

figures::Titles titles_from(const fs::path& config, const fs::path& questions) {
    // The banks, which take nearly all of the time, hold none of them.
    const auto lists = bank::ConfigurationReader(config, questions, today()).read_lists();
    if (lists) return figures::titles_of(*lists);
    std::cerr << "xiangyang: remark: the configuration in " << config.string()
              << " cannot be used; audiences and venues are shown by their ids\n";
    return {};
}

}  // namespace xy::cli
