// xiangyang pin set|status
#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>
#include <termios.h>
#include <unistd.h>

#include "access/pin.h"
#include "access/recovery_code.h"
#include "base/private_file.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "credentials/copies.h"
#include "credentials/credentials_file.h"
#include "json/writer.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;
using access::Role;

struct PinOptions {
    fs::path data;
    std::string role;
    fs::path code_file;
    bool json = false;
};

/// While it lives, the terminal does not show what is typed.
class NoEcho {
 public:
    NoEcho() : terminal_(::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &before_) == 0) {
        if (!terminal_) return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho() {
        if (terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;
    bool terminal() const { return terminal_; }

 private:
    termios before_{};
    bool terminal_;
};

std::string ask(const char* question, bool terminal) {
    if (terminal) std::cerr << question << std::flush;
    std::string line;
    if (!std::getline(std::cin, line)) throw CannotDo("no PIN was given");
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (terminal) std::cerr << '\n';
    return line;
}

std::string new_pin() {
    const NoEcho silent;
    std::string pin = ask("New PIN (six digits): ", silent.terminal());
    if (const auto fault = access::fault_of(pin))
        throw CannotDo(*fault == access::PinFault::not_six_digits ? "a PIN has six digits"
                                                                  : "that PIN is too simple; choose another");
    if (silent.terminal() && ask("Once more: ", true) != pin)
        throw CannotDo("the two PINs differ; nothing was changed");
    return pin;
}

/// The store, if it can be opened. A PIN is also set beside a damaged or unreadable one: it is then all that
/// opens the panel. One that is in use is the running kiosk's, which would not see the new PIN in time.
std::optional<store::Store> store_for_pins(const fs::path& data) {
    try {
        return open_or_make(data);
    } catch (const store::StoreError& error) {
        if (error.reason() == store::StoreFailure::in_use) throw;
        std::cerr << "xiangyang: remark: " << error.what() << "\n";
        return std::nullopt;
    }
}

store::Store* address_of(std::optional<store::Store>& store) {
    return store ? &*store : nullptr;
}

int run_set(const PinOptions& options) {
    const Role role = options.role == code(Role::organizer) ? Role::organizer : Role::volunteer;
    const std::string hash = access::hash_of(new_pin());
    std::optional<store::Store> store = store_for_pins(options.data);
    access::Credentials kept = credentials::load_copies(options.data, address_of(store)).credentials;
    kept.pin(role) = hash;
    kept.wrong = 0;
    std::string code;
    if (role == Role::organizer) {
        code = access::new_recovery_code();
        kept.recovery = access::hash_of(code);
    }
    credentials::keep(options.data, address_of(store), kept);
    const std::string shown = access::in_groups(code);
    if (!code.empty() && !options.code_file.empty())
        write_private_file(options.code_file, "Xiangyang 向阳\n" + shown + "\n");
    if (options.json) {
        std::cout << json::to_json(
            json::Record{{"role", options.role},
                         {"set", true},
                         {"recovery_code", code.empty() ? json::Cell(nullptr) : json::Cell(shown)}});
        return 0;
    }
    fmt::print("The PIN of the {} is set.\n", options.role);
    if (!code.empty())
        fmt::print(
            "Recovery code: {}\nWrite it down; it is not shown again. It sets new PINs on the screen when "
            "they are "
            "forgotten or lost,\nand ends a lock-out. An earlier code is void.\n",
            shown);
    return 0;
}

std::string_view code_of(access::PinStatus status) {
    switch (status) {
        case access::PinStatus::never_set:
            return "never_set";
        case access::PinStatus::set:
            return "set";
        case access::PinStatus::lost:
            break;
    }
    return "lost";
}

std::string_view code_of(access::FileState state) {
    switch (state) {
        case access::FileState::absent:
            return "absent";
        case access::FileState::damaged:
            return "damaged";
        case access::FileState::whole:
            break;
    }
    return "whole";
}

/// The store beside the file, if it can be opened now; a running kiosk has it for itself.
std::optional<store::Store> store_to_look_at(const fs::path& data) {
    std::error_code ignored;
    if (!fs::exists(data / store::file_name, ignored)) return std::nullopt;
    try {
        return open_existing(data);
    } catch (const store::StoreError& error) {
        std::cerr << "xiangyang: remark: " << error.what() << "\n";
        return std::nullopt;
    }
}

void print(const credentials::Copies& copies) {
    const auto said = [](bool set) { return set ? "set" : "not set"; };
    const access::Credentials& kept = copies.credentials;
    fmt::print("volunteer: {}\norganizer: {}\nrecovery code: {}\nwrong tries in a row: {}\n{}: {}\n",
               said(kept.volunteer.has_value()), said(kept.organizer.has_value()),
               said(kept.recovery.has_value()), kept.wrong, credentials::file_name,
               code_of(copies.file.state));
    if (copies.status == access::PinStatus::never_set)
        fmt::print(
            "No PINs were ever set here: press Ctrl+Alt+P at the kiosk, or use `xiangyang pin set`.\n");
    if (copies.status == access::PinStatus::lost)
        fmt::print("The PINs are lost: nobody can open the panel until `xiangyang pin set` has set both.\n");
}

int run_status(const PinOptions& options) {
    std::optional<store::Store> store = store_to_look_at(options.data);
    const credentials::Copies copies = credentials::load_copies(options.data, address_of(store));
    const access::Credentials& kept = copies.credentials;
    if (options.json)
        std::cout << json::to_json(json::Record{{"status", std::string(code_of(copies.status))},
                                                {"volunteer", kept.volunteer.has_value()},
                                                {"organizer", kept.organizer.has_value()},
                                                {"recovery_code", kept.recovery.has_value()},
                                                {"wrong_tries", std::int64_t{kept.wrong}},
                                                {"file", std::string(code_of(copies.file.state))}});
    else
        print(copies);
    return copies.status == access::PinStatus::set ? 0 : 1;
}

}  // namespace

void add_pin_command(CLI::App& app, int& exit_code) {
    CLI::App* pin = app.add_subcommand("pin", "The PINs of the booth's panel");
    pin->require_subcommand(1);
    pin->footer(
        "The PIN is read from the terminal without being shown, or as one line from standard input. With "
        "the\n"
        "organizer's PIN a new recovery code is printed, once.\n\n"
        "Examples:\n"
        "  xiangyang pin set volunteer\n"
        "  xiangyang pin set organizer --data ./data <pin.txt\n"
        "  xiangyang pin set organizer --code-file /media/stick/xiangyang-recovery-code.txt\n"
        "  xiangyang pin status --data ./data --json");
    const auto options = std::make_shared<PinOptions>();
    CLI::App* set = pin->add_subcommand("set", "Set a PIN; also ends a lock-out");
    add_data_option(*set, options->data, "Data folder of the kiosk");
    set->add_option("role", options->role, "volunteer (值班人员) or organizer (组织者)")
        ->check(CLI::IsMember({"volunteer", "organizer"}))
        ->required();
    set->add_option("--code-file", options->code_file,
                    "Also write the recovery code into this file; as " + std::string(access::code_file_name) +
                        " on a stick it is the organizer's key")
        ->type_name("FILE");
    set->add_flag("--json", options->json, "Print JSON");
    set->callback([options, &exit_code] { exit_code = run([&] { return run_set(*options); }); });

    CLI::App* status = pin->add_subcommand("status", "Say which PINs are set; exit code 1 unless both are");
    add_data_option(*status, options->data, "Data folder of the kiosk");
    status->add_flag("--json", options->json, "Print JSON");
    status->callback([options, &exit_code] { exit_code = run([&] { return run_status(*options); }); });
}

}  // namespace xy::cli
