// xiangyang pin set ROLE
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <optional>
#include <termios.h>
#include <unistd.h>

#include "access/pin.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "json/writer.h"

namespace xy::cli {
namespace {

namespace fs = std::filesystem;

struct PinOptions {
    fs::path data;
    std::string role;
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

int run_set(const PinOptions& options) {
    const std::string hash = access::hash_of(new_pin());
    store::Store store = open_or_make(options.data);
    store.set_pin_hash(options.role, hash);
    store.set_wrong_tries(0);
    if (options.json)
        std::cout << json::to_json(json::Record{{"role", options.role}, {"set", true}});
    else
        std::cout << "The PIN of the " << options.role << " is set.\n";
    return 0;
}

}  // namespace

void add_pin_command(CLI::App& app, int& exit_code) {
    CLI::App* pin = app.add_subcommand("pin", "The PINs of the booth's panel");
    pin->require_subcommand(1);
    pin->footer(
        "The PIN is read from the terminal without being shown, or as one line from standard input.\n\n"
        "Examples:\n"
        "  xiangyang pin set volunteer\n"
        "  xiangyang pin set organizer --data ./data <pin.txt");
    const auto options = std::make_shared<PinOptions>();
    CLI::App* set = pin->add_subcommand("set", "Set a PIN; also ends a lock-out");
    add_data_option(*set, options->data, "Data folder of the kiosk");
    set->add_option("role", options->role, "volunteer (值班人员) or organizer (组织者)")
        ->check(CLI::IsMember({"volunteer", "organizer"}))
        ->required();
    set->add_flag("--json", options->json, "Print JSON");
    set->callback([options, &exit_code] { exit_code = run([&] { return run_set(*options); }); });
}

}  // namespace xy::cli
