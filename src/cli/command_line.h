// What the verbs share: where the data lies, what errors look like, titles for people.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "bank/configuration.h"
#include "figures/report_sources.h"
#include "store/store.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace xy::cli {

/// Something that makes the whole command impossible; its text is for the person at the terminal.
class CannotDo : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// Something that was found and is to be looked at first: exit code 1.
class ProblemFound : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// Runs a command and returns its exit code; an error becomes "xiangyang: …" on standard error and 2, a store
/// that could not be read this time 1, work that was interrupted 130.
int run(const std::function<int()>& command);

/// --data DIR, with the user's own data folder when it is not given.
CLI::Option* add_data_option(CLI::App& verb, std::filesystem::path& folder, const std::string& purpose);
/// --config DIR and --questions DIR, with the shipped folders when they are not given.
void add_configuration_options(CLI::App& verb, std::filesystem::path& config,
                               std::filesystem::path& questions);

/// --lang zh|en.
void add_language_option(CLI::App& verb, std::string& text, const std::string& purpose);
Language chosen_language(const std::string& text);

/// Opens a store that must be there already. A damaged one is refused and left as it is: only the kiosk,
/// which must go on, begins a new one.
store::Store open_existing(const std::filesystem::path& data);
/// The same for a verb that makes the store where there is none.
store::Store open_or_make(const std::filesystem::path& data);

/// The local day.
std::string today();

/// A configuration that must be without mistakes; otherwise CannotDo names the verb that lists them.
bank::Configuration usable_configuration(const std::filesystem::path& config,
                                         const std::filesystem::path& questions);

/// The titles of audiences and venues of the configuration in `config`; ids stay ids when the configuration
/// cannot be read.
figures::Titles titles_from(const std::filesystem::path& config, const std::filesystem::path& questions);

}  // namespace xy::cli
