#include "bank/programme_file.h"

#include <fmt/core.h>
#include <set>
#include <utility>

#include "bank/step_reader.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "json/file.h"
#include "json/object_reader.h"

namespace xy::bank {
namespace {

/// What a step asks or tells, as numbers and texts of the fingerprint. The title of a programme, its
/// invitation and the size of its letters are not part of it.
void add(Fingerprint& fingerprint, const quiz::QuestionsStep& step) {
    fingerprint.add(code(step.phase)).add(step.feedback).add(static_cast<std::uint64_t>(step.items.size()));
    for (const std::string& item : step.items) fingerprint.add(item);
    fingerprint.add(static_cast<std::uint64_t>(step.draw.size()));
    for (const quiz::DrawRule& rule : step.draw)
        fingerprint.add(rule.topic).add(static_cast<std::uint64_t>(rule.count));
    // Only where there is one, so that programmes from before there were forms keep their version.
    if (step.form != quiz::FormRule::none) fingerprint.add(code(step.form));
}

void add(Fingerprint& fingerprint, const quiz::CardsStep& step) {
    fingerprint.add(static_cast<std::uint64_t>(step.count))
        .add(static_cast<std::uint64_t>(step.topics.size()));
    for (const std::string& topic : step.topics) fingerprint.add(topic);
}

void add(Fingerprint& fingerprint, const quiz::SurveyStep& step) {
    fingerprint.add(static_cast<std::uint64_t>(step.items.size()));
    for (const std::string& item : step.items) fingerprint.add(item);
}

std::string version_of(const quiz::Programme& programme) {
    Fingerprint fingerprint;
    fingerprint.add(programme.id).add(static_cast<std::uint64_t>(programme.banks.size()));
    for (const std::string& bank : programme.banks) fingerprint.add(bank);
    for (const quiz::Step& step : programme.steps) {
        fingerprint.add(static_cast<std::uint64_t>(step.index()));
        if (const auto* questions = std::get_if<quiz::QuestionsStep>(&step)) add(fingerprint, *questions);
        if (const auto* survey = std::get_if<quiz::SurveyStep>(&step)) add(fingerprint, *survey);
        if (const auto* cards = std::get_if<quiz::CardsStep>(&step)) add(fingerprint, *cards);
    }
    return fingerprint.digits();
}

void check_items(const ProgrammeReading& reading, ProblemCollector& collector) {
    const std::vector<quiz::Step>& steps = reading.programme.steps;
    std::set<std::string> seen;
    for (std::size_t s = 0; s < steps.size(); ++s) {
        const auto items = fixed_items(steps[s]);
        for (std::size_t i = 0; i < items.size(); ++i) {
            // Twice within one list was reported when the list was read.
            const bool again = !items[i].empty() && !seen.insert(items[i]).second;
            if (again)
                collector.mistake(reading.steps[s].items[i],
                                  fmt::format("{} is asked twice in this programme", in_quotes(items[i])),
                                  "keep it in one step");
        }
    }
}

void read_steps(const json::ObjectReader& reader, ProgrammeReading& reading, ProblemCollector& collector) {
    const std::vector<json::Value> values = reader.list("steps", json::Presence::required);
    for (const json::Value& value : values) {
        StepPlaces places;
        auto step = read_step(value, places, collector);
        if (!step) continue;
        reading.programme.steps.push_back(std::move(*step));
        reading.steps.push_back(std::move(places));
    }
    const auto written = reader.find("steps");
    const bool all_known = reading.steps.size() == values.size();
    if (written && written->as<json::Array>() != nullptr && all_known)
        check_order(reading.programme.steps, reading.steps, written->place(), collector);
    check_items(reading, collector);
}

/// They stand in a bubble beside the flower, so they are few and short.
std::vector<LocalizedText> read_teasers(const json::ObjectReader& reader, ProblemCollector& collector) {
    constexpr std::size_t most = 6;
    constexpr std::size_t longest_zh = 18;
    constexpr std::size_t longest_en = 48;
    const std::vector<json::Value> values = reader.list("teasers", json::Presence::optional);
    if (values.size() > most)
        collector.mistake(reader.place("teasers"), fmt::format("{} teasers", values.size()),
                          fmt::format("keep at most {}", most));
    std::vector<LocalizedText> teasers;
    for (const json::Value& value : values) {
        teasers.push_back(json::read_localized(value, json::Presence::required, collector));
        const auto measure = [&](const std::string& text, std::size_t longest, std::string_view language) {
            if (const std::size_t length = characters_in(text); length > longest)
                collector.mistake(value.place(),
                                  fmt::format("a teaser of {} {} characters", length, language),
                                  fmt::format("write at most {}", longest));
        };
        measure(teasers.back().zh, longest_zh, "Chinese");
        measure(teasers.back().en, longest_en, "English");
    }
    return teasers;
}

void read_whole(const json::Value& value, ProgrammeReading& reading, ProblemCollector& collector) {
    const json::ObjectReader reader(
        value, {"$schema", "id", "title", "invitation", "teasers", "type", "banks", "steps"},
        R"({"id": "…", "title": {…}, "banks": […], "steps": […]})", collector);
    quiz::Programme& programme = reading.programme;
    reader.text("$schema", json::Presence::optional);
    programme.id = reader.identifier("id", json::Presence::required);
    json::check_file_name(programme.id, reader.place("id"), reading.file, collector);
    programme.title = reader.localized("title", json::Presence::required);
    programme.invitation = reader.localized("invitation", json::Presence::optional);
    programme.teasers = read_teasers(reader, collector);
    programme.large_type = reader.word("type", {"normal", "large"}, json::Presence::optional) == "large";
    programme.banks = reader.identifiers("banks", json::Presence::required);
    if (const auto banks = reader.find("banks"))
        for (const json::Value& element : banks->elements()) reading.banks.push_back(element.place());
    read_steps(reader, reading, collector);
}

}  // namespace

ProgrammeReading read_programme(const std::filesystem::path& file) {
    ProgrammeReading reading;
    reading.file = file;
    Checked<json::Node> document = json::read_document(file);
    if (!document.value) {
        reading.problems = std::move(document.problems);
        return reading;
    }
    ProblemCollector collector(file.string());
    read_whole(json::Value(*document.value), reading, collector);
    reading.programme.version = version_of(reading.programme);
    reading.problems = std::move(collector).take();
    return reading;
}

}  // namespace xy::bank
