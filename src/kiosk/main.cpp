#include <future>
#include <iostream>
#include <memory>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "base/private_file.h"
#include "credentials/credentials_file.h"
#include "kiosk/heap.h"
#include "kiosk/kiosk.h"
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

paint::FontFiles find_fonts() {
    const std::filesystem::path folder = "/usr/share/fonts/opentype/noto";
    return {folder / "NotoSansCJK-Regular.ttc", folder / "NotoSansCJK-Bold.ttc"};
}

/// The store reports a folder that cannot be made.
void prepare(const std::filesystem::path& data) {
    try {
        credentials::begin(data);
    } catch (const std::system_error& error) {
        std::cerr << "xiangyang-kiosk: " << error.what() << '\n';
    }
}

int run(kiosk::Options& options, kiosk::StopSignals& stop) {
    SystemClock clock;
    const std::string today = clock.local_hour().day;
    // A new store takes as long as all else until the first painting. One that is there stays as it is until
    // the configuration is known to be usable.
    std::unique_ptr<store::Recorder> recorder;
    if (!std::filesystem::exists(options.data / store::file_name)) recorder = kiosk::open_store(options);
    auto loading = std::async(std::launch::async, [&] {
        return bank::load_configuration(options.config, options.questions, today);
    });
    kiosk::Window window(options.window);
    kiosk::PictureLoader pictures;
    gui::Painter painter(find_fonts(), pictures);
    Checked<bank::Configuration> loaded = loading.get();
    for (const Problem& problem : loaded.problems)
        if (problem.severity == Severity::mistake || loaded.value) std::cerr << to_string(problem) << '\n';
    if (!loaded.value) {
        std::cerr
            << "The kiosk cannot start with this configuration; mend the lines above and start it again.\n";
        return 1;
    }
    if (!recorder) recorder = kiosk::open_store(options);
    if (!loaded.value->settings.sway) options.still = true;
    screens::Setup setup = kiosk::setup_of(*loaded.value);
    setup.version = XY_VERSION;
    setup.language = options.language;
    setup.remarks = static_cast<int>(loaded.problems.size());
    return kiosk::Kiosk(options, std::move(recorder), *loaded.value, std::move(setup),
                        {window, painter, pictures, clock, stop})
        .run();
}

/// Needs no window, no store and no log.
int preview(const kiosk::Options& options) {
    try {
        return kiosk::preview(options.preview, options.out, find_fonts());
    } catch (const std::exception& error) {
        std::cerr << "xiangyang-kiosk: " << error.what() << '\n';
        return 2;
    }
}

}  // namespace

int main(int argc, char** argv) {
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
