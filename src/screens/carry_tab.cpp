#include "screens/carry_tab.h"

#include <algorithm>
#include <cmath>

namespace xy::screens {
namespace {

/// What is done sooner needs no estimate, and an estimate that changes more often cannot be read.
constexpr Milliseconds quick{1'000};
/// Too little is done to tell from it how long the rest takes.
constexpr double too_early = 0.01;

/// Without what FAT, or a shell in a hurry, stumbles over.
std::string as_file_name(const std::string& words) {
    std::string name;
    for (const char c : words)
        if (std::string_view("/\\ :*?\"<>|").find(c) == std::string_view::npos) name += c;
    return name;
}

std::string package_name(const Turn& turn) {
    const std::string device = as_file_name(turn.setup.device);
    return "xiangyang-" + (device.empty() ? std::string() : device + "-") + turn.moment.hour.day;
}

void begin(PanelState& panel, PanelCommand wanted, const Turn& turn) {
    Carrying& carrying = panel.carrying;
    carrying.running = true;
    carrying.stopping = false;
    carrying.share = 0;
    carrying.begun = carrying.estimated = turn.moment.now;
    carrying.seconds_left.reset();
    carrying.ended = {};
    request(std::move(wanted), turn);
}

/// The first that takes files.
std::size_t best_place(const std::vector<Stick>& places) {
    const auto found = std::find_if(places.begin(), places.end(), [](const Stick& s) { return s.writable; });
    return found == places.end() ? 0 : static_cast<std::size_t>(found - places.begin());
}

void estimate(Carrying& carrying, Milliseconds now) {
    if (carrying.share < too_early || now - carrying.estimated < quick) return;
    const auto elapsed = static_cast<double>((now - carrying.begun).count()) / 1000;
    carrying.seconds_left =
        static_cast<int>(std::ceil(elapsed * std::max(0.0, 1 - carrying.share) / carrying.share));
    carrying.estimated = now;
}

}  // namespace

std::vector<Stick> Carrying::places() const {
    std::vector<Stick> places = sticks;
    const bool taken = std::any_of(sticks.begin(), sticks.end(), [](const Stick& s) { return s.writable; });
    if (!taken && computer) places.push_back(*computer);
    return places;
}

std::vector<PeriodChoice> period_choices(const std::string& today) {
    std::vector<PeriodChoice> choices;
    for (std::string& code : outreach::usual_periods(today)) {
        auto period = outreach::parse_period(code);
        LocalizedText title = period ? period->title : LocalizedText{};
        choices.push_back({std::move(code), std::move(title), std::move(period)});
    }
    choices.push_back({"all", {"全部", "Everything"}, std::nullopt});
    return choices;
}

std::string report_name(const PeriodChoice& period, bool internal, Language language,
                        const std::string& today) {
    const bool zh = language == Language::zh;
    std::string name = zh ? "禁毒宣传报告-" : "outreach-report-";
    if (internal) name += zh ? "内部-" : "internal-";
    return as_file_name(name + (zh ? period.title.zh : period.code) + "-" + today);
}

void open_carrying(PanelState& panel, const Turn& turn) {
    panel.report.reset();
    look_for_sticks(panel, turn);
}

void look_for_sticks(PanelState& panel, const Turn& turn) {
    panel.carrying = {};
    request(FindSticks{}, turn);
}

void carry_to(PanelState& panel, std::size_t stick, const Turn& turn) {
    const std::vector<Stick>& sticks = panel.carrying.sticks;
    if (stick < sticks.size()) begin(panel, CarryPackage{sticks[stick].folder, package_name(turn)}, turn);
}

void stop_carrying(PanelState& panel, const Turn& turn) {
    if (!panel.carrying.running) return;
    panel.carrying.stopping = true;
    request(StopCarry{}, turn);
}

void turn_to_data(PanelState& panel) {
    if (!panel.organizer()) return;
    panel.page = 0;
    panel.carrying.ended = {};
    panel.report.reset();
}

void turn_to_report(PanelState& panel, const Turn& turn) {
    if (!panel.organizer()) return;
    panel.page = 0;
    panel.carrying.ended = {};
    const std::string& today = turn.moment.hour.day;
    panel.report = ReportDraft{.periods = period_choices(today),
                               .period = outreach::likely_period(today),
                               .internal = false,
                               .place = best_place(panel.carrying.places())};
}

void pick_period(PanelState& panel, std::size_t index) {
    if (panel.report && index < panel.report->periods.size()) panel.report->period = index;
}

void pick_readers(PanelState& panel, const PickReaders& readers) {
    if (panel.report) panel.report->internal = readers.internal;
}

void pick_place(PanelState& panel, std::size_t index) {
    if (panel.report && index < panel.carrying.places().size()) panel.report->place = index;
}

void write_report(PanelState& panel, const Turn& turn) {
    if (!panel.report) return;
    const ReportDraft& draft = *panel.report;
    const std::vector<Stick> places = panel.carrying.places();
    if (draft.place >= places.size() || !places[draft.place].writable) return;
    const PeriodChoice& chosen = draft.periods.at(draft.period);
    const std::string& today = turn.moment.hour.day;
    const Language language = turn.state.language;
    begin(panel,
          CarryReport{.place = places[draft.place].folder,
                      .name = report_name(chosen, draft.internal, language, today),
                      .period = chosen.period,
                      .internal = draft.internal,
                      .language = language,
                      .made_on = today},
          turn);
}

void dismiss_result(PanelState& panel) {
    if (panel.report) panel.carrying.ended = {};
}

void on_carry_event(PanelState& panel, const SticksKnown& found) {
    Carrying& carrying = panel.carrying;
    carrying.looked = true;
    carrying.sticks = found.sticks;
    carrying.computer = found.computer;
    if (panel.report) panel.report->place = best_place(carrying.places());
}

void on_carry_event(PanelState& panel, const CarryMoved& moved, const Turn& turn) {
    panel.carrying.share = moved.share;
    estimate(panel.carrying, turn.moment.now);
    turn.state.last_touch = turn.moment.now;  // nobody has to keep a long export awake
}

void on_carry_event(PanelState& panel, const CarryEnded& ended, const Turn& turn) {
    panel.carrying.running = false;
    panel.carrying.stopping = false;
    panel.carrying.ended = ended;
    turn.state.last_touch = turn.moment.now;
}

bool back_in_carrying(PanelState& panel) {
    if (!panel.report) return false;
    if (panel.carrying.has_ended())
        panel.carrying.ended = {};
    else
        panel.report.reset();
    return true;
}

}  // namespace xy::screens
