#include <future>
#include <iostream>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "kiosk/heap.h"
#include "kiosk/kiosk.h"
#include "kiosk/preview.h"

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

/// Takes the banks: there is one copy of them.
screens::Setup setup_of(bank::Configuration& configuration, const kiosk::Options& options) {
    screens::Setup setup;
    if (const auto* event = configuration.open_event()) setup.event = *event;
    setup.planned = configuration.events;
    setup.programmes = configuration.programmes;
    setup.venues = configuration.venues;
    setup.places = configuration.places;
    setup.occasions = configuration.occasions;
    setup.measures = configuration.measures;
    setup.version = XY_VERSION;
    setup.device = configuration.settings.device_label.in(Language::zh);
    setup.programme = configuration.programme();
    setup.banks = std::move(configuration.banks);
    setup.audiences = configuration.audiences;
    setup.timing = {configuration.settings.idle, configuration.settings.countdown,
                    configuration.settings.result};
    setup.language = options.language;
    return setup;
}

int run(kiosk::Options& options, kiosk::StopSignals& stop) {
    SystemClock clock;
    const std::string today = clock.local_hour().day;
    auto recorder = kiosk::open_store(options);
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
        recorder.reset();  // while there is a loop to wake
        return 1;
    }
    if (!loaded.value->settings.sway) options.still = true;
    screens::Setup setup = setup_of(*loaded.value, options);
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
    kiosk::keep_heap_small();
    auto parsed = kiosk::parse_options(argc, argv);
    if (const int* code = std::get_if<int>(&parsed)) return *code;
    auto& options = std::get<kiosk::Options>(parsed);
    if (!options.preview.empty()) return preview(options);
    kiosk::StopSignals stop;
    std::error_code ignored;  // the store reports a folder that cannot be made
    std::filesystem::create_directories(options.data, ignored);
    start_log(options.data);
    try {
        return run(options, stop);
    } catch (const std::exception& error) {
        spdlog::error("{}", error.what());
        return 1;
    }
}
