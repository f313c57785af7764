#include "kiosk/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>

#include "base/paths.h"

namespace xy::kiosk {
namespace {

constexpr const char* examples =
    "Examples:\n"
    "  xiangyang-kiosk                                  the whole screen, the shipped example event\n"
    "  xiangyang-kiosk --window 1280x720 --lang en      in a window, English first\n"
    "  xiangyang-kiosk --data /srv/booth --config my-config\n"
    "  xiangyang-kiosk --autoplay 3 --screenshots shots three automatic visitors, a picture of each screen";

std::optional<WindowSize> parse_size(const std::string& text) {
    WindowSize size;
    const char* end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc() || height.ptr != end) return std::nullopt;
    if (size.width < 320 || size.height < 320 || size.width > 16384 || size.height > 16384)
        return std::nullopt;
    return size;
}

}  // namespace

std::variant<Options, int> parse_options(int argc, char** argv) {
    Options options;
    options.data = default_data_folder();
    const std::filesystem::path program = this_executable();
    options.config = find_shipped("kiosk-config", program).value_or("kiosk-config");
    options.questions = find_shipped("questions", program).value_or("questions");
    std::string size;
    std::string language = "zh";
    std::uint64_t seed = 0;

    CLI::App app{"Xiangyang 向阳: a quiz and survey kiosk that teaches how to stay away from drugs."};
    app.footer(examples);
    app.set_version_flag("--version", XY_VERSION);
    app.add_option("--data", options.data, "Folder for what visitors answer (made when missing)");
    app.add_option("--config", options.config, "Folder with kiosk.json, events.json, programmes/ …");
    app.add_option("--questions", options.questions, "Folder with the question banks");
    app.add_option("--window", size, "Run in a window of this size, for example 1280x720");
    app.add_option("--lang", language, "First language: zh or en")->check(CLI::IsMember({"zh", "en"}));
    auto* seed_option = app.add_option("--seed", seed, "Repeat the draw of questions from this number");
    app.add_option("--autoplay", options.autoplay, "Let this many automatic visitors through, then exit")
        ->check(CLI::Range(1, 1'000'000));
    app.add_option("--screenshots", options.screenshots, "Write a PNG of each new screen into this folder");
    app.add_option("--probe", options.probe, "Write where the widgets are into this file, for tests");
    app.add_option("--sticks", options.sticks,
                   "Offer the folders in here for the export, instead of mounted sticks");
    app.add_option("--documents", options.documents,
                   "Folder for reports when there is no stick (default: the user's documents, else reports/ "
                   "in the data folder)");
    app.add_flag("--still", options.still, "No movement on the screen");
    auto* out = app.add_option("--out", options.out, "Folder for the pictures of --preview");
    auto* preview = app.add_option("--preview", options.preview,
                                   "Draw every item of this bank into --out, without a window")
                        ->needs(out);
    out->needs(preview);
    try {
        app.parse(argc, argv);
        if (options.data.empty() && options.preview.empty())
            throw CLI::ValidationError(
                "--data: this user has no home folder to keep data in; name a data folder with --data DIR");
        if (!size.empty()) {
            options.window = parse_size(size);
            if (!options.window)
                throw CLI::ValidationError("--window: \"" + size +
                                           "\" is no size; write for example 1280x720");
        }
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (options.documents.empty()) options.documents = documents_folder().value_or(options.data / "reports");
    options.documents = std::filesystem::absolute(options.documents).lexically_normal();
    options.language = language == "en" ? Language::en : Language::zh;
    if (seed_option->count() > 0) options.seed = seed;
    return options;
}

}  // namespace xy::kiosk
