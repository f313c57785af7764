#include <future>
#include <iostream>
#include <memory>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "base/private_file.h"
#include "base/standard_streams.h"
#include "credentials/credentials_file.h"
#include "kiosk/kiosk.h"
#include "kiosk/memory.h"
#include "kiosk/preview.h"
#include "kiosk/setup.h"

namespace {

using namespace xy;

/// Errors go to the terminal and to a file; nothing about a single visit is ever logged.
void start_log(const std::filesystem::path& data) {
    std::vector<spdlog::sink_ptr> sinks{std::make_shared<spdlog::sinks::stderr_color_sink_mt>()};
    try {
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (data / "xiangyang-kiosk.log").string(), 1U << 20U, 2));
    } catch (const spdlog::spdlog_ex&) {
        // A read-only folder: the terminal alone.
    }
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("kiosk", sinks.begin(), sinks.end()));
    spdlog::flush_on(spdlog::level::info);
}

/// The store reports a folder that cannot be made.
void prepare(const std::filesystem::path& data) {
    try {
        credentials::begin(data);
    } catch (const std::system_error& error) {
        std::cerr << "xiangyang-kiosk: " << error.what() << '\n';
    }
}

/// Says what is wrong with the configuration.
std::optional<kiosk::Banks> banks_of(Checked<bank::Configuration> loaded) {
    for (const Problem& problem : loaded.problems)
        if (problem.severity == Severity::mistake || loaded.value) std::cerr << to_string(problem) << '\n';
    if (loaded.value)
        return kiosk::Banks{std::move(loaded.value->banks), static_cast<int>(loaded.problems.size())};
    std::cerr << "The kiosk cannot start with this configuration; mend the lines above and start it again.\n";
    return std::nullopt;
}

int run(kiosk::Options& options, kiosk::StopSignals& stop) {
    kiosk::PictureLoader pictures;
    SystemClock clock;
    const std::string today = clock.local_hour().day;
    // A new store takes as long as all else until the first painting. One that is there stays as it is until
    // the configuration is known to be usable.
    std::unique_ptr<kiosk::Recorder> recorder;
    if (!std::filesystem::exists(options.data / store::file_name)) recorder = kiosk::open_store(options);
    bank::ConfigurationReader reader(options.config, options.questions, today);
    auto reading = std::async(std::launch::async, [&] { return reader.read_lists(); });
    kiosk::Window window(options.window);
    gui::Painter painter(paint::screen_fonts(), pictures);
    const std::optional<bank::Configuration> lists = reading.get();
    const kiosk::ReadBanks read_banks = [&] { return banks_of(reader.read_banks()); };
    if (!lists) {
        read_banks();
        return 1;
    }
    if (!recorder) recorder = kiosk::open_store(options);
    if (!lists->settings.sway) options.still = true;
    screens::Setup setup = kiosk::setup_of(*lists);
    setup.version = XY_VERSION;
    setup.language = options.language;
    if (options.autoplay > 0) setup.timing.reading = Milliseconds{0};  // they do not read
    return kiosk::Kiosk(options, std::move(recorder), *lists, std::move(setup),
                        {window, painter, pictures, clock, stop})
        .run(read_banks);
}

/// Needs no window, no store and no log.
int preview(const kiosk::Options& options) {
    try {
        return kiosk::preview(options.preview, options.out, paint::screen_fonts());
    } catch (const std::exception& error) {
        std::cerr << "xiangyang-kiosk: " << error.what() << '\n';
        return 2;
    }
}

}  // namespace

int main(int argc, char** argv) {
    open_missing_streams();
    outlive_readers();
    auto parsed = kiosk::parse_options(argc, argv);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    auto& options = std::get<kiosk::Options>(parsed);
    if (!options.preview.empty()) return preview(options);
    kiosk::keep_heap_small();
    make_everything_private();
    prepare(options.data);
    start_log(options.data);
    try {
        const kiosk::Sdl sdl;
        kiosk::StopSignals stop;
        return run(options, stop);
    } catch (const std::exception& error) {
        spdlog::error("{}", error.what());
        return 1;
    }
}
