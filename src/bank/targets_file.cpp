// targets.json: what an office set out to reach.
#include <system_error>

#include "bank/kiosk_files.h"
#include "json/list_file.h"

namespace xy::bank {
namespace {

using outreach::Target;
using outreach::TargetSubject;

constexpr int largest_amount = 1'000'000'000;

outreach::Period period_of(const json::ObjectReader& reader, ProblemCollector& collector) {
    const std::string text = reader.text("period", json::Presence::required);
    const auto period = outreach::parse_period(text);
    if (!period && !text.empty())
        collector.mistake(reader.place("period"), fmt::format("{} is no period", in_quotes(text)),
                          fmt::format("write it as {}", outreach::period_forms));
    return period.value_or(outreach::Period{});
}

/// Either "measure" or "figure" says what the target is about.
void read_subject(const json::ObjectReader& reader, Target& target,
                  const std::vector<outreach::Measure>* measures, ProblemCollector& collector) {
    target.measure = reader.identifier("measure", json::Presence::optional);
    const std::string figure =
        reader.word("figure", {"events", "visits", "townships", "right-percent"}, json::Presence::optional);
    if (const auto subject = outreach::parse_target_subject(figure)) target.subject = *subject;
    if (target.measure.empty() == figure.empty() && reader.is_object())
        collector.mistake(reader.place(), "a target is about one measure or one figure",
                          R"(write either "measure" (an id of measures.json) or "figure")");
    if (measures != nullptr)
        json::check_known(target.measure, "measure", json::ids_of(*measures), reader.place("measure"),
                          collector);
}

Target read_target(const json::Value& value, const std::vector<outreach::Measure>* measures,
                   ProblemCollector& collector) {
    const json::ObjectReader reader(
        value, {"id", "period", "measure", "figure", "amount"},
        R"({"id": "…", "period": "2026H1", "measure": "leaflets", "amount": 5000})", collector);
    Target target;
    target.id = reader.identifier("id", json::Presence::required);
    target.period = period_of(reader, collector);
    read_subject(reader, target, measures, collector);
    target.amount =
        reader.integer("amount", 1, target.subject == TargetSubject::right_percent ? 100 : largest_amount);
    return target;
}

}  // namespace

Checked<std::vector<Target>> read_targets(const std::filesystem::path& file,
                                          const std::vector<outreach::Measure>* measures) {
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error) return {std::vector<Target>{}, {}};
    return json::read_list<Target>(file, "targets",
                                   [&](const json::Value& value, ProblemCollector& collector) {
                                       return read_target(value, measures, collector);
                                   });
}

}  // namespace xy::bank
