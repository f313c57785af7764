#include "screens/setup.h"

#include <algorithm>
#include <iterator>

#include "quiz/paper.h"

namespace xy::screens {

LocalizedText Setup::topic_title(const std::string& bank, const std::string& topic) const {
    for (const quiz::Bank& b : banks) {
        if (b.id != bank) continue;
        for (const quiz::Topic& t : b.topics)
            if (t.id == topic) return t.title;
    }
    return {topic, topic};
}

std::vector<outreach::Audience> Setup::offered(const quiz::Programme& to) const {
    std::vector<outreach::Audience> offered;
    std::copy_if(audiences.begin(), audiences.end(), std::back_inserter(offered),
                 [&](const outreach::Audience& a) { return quiz::serves(to, banks, a.id); });
    return offered;
}

int Setup::questions_asked(const quiz::Programme& programme) {
    std::size_t asked = 0;
    for (const quiz::Step& step : programme.steps) {
        asked += quiz::fixed_items(step).size();
        const auto* questions = std::get_if<quiz::QuestionsStep>(&step);
        if (questions == nullptr) continue;
        if (questions->form != quiz::FormRule::none) return 0;
        for (const quiz::DrawRule& rule : questions->draw) asked += static_cast<std::size_t>(rule.count);
    }
    return static_cast<int>(asked);
}

const outreach::Audience* Setup::audience(const std::string& id) const {
    const auto found = std::find_if(audiences.begin(), audiences.end(),
                                    [&](const outreach::Audience& a) { return a.id == id; });
    return found == audiences.end() ? nullptr : &*found;
}

const outreach::Measure* Setup::measure(const std::string& id) const {
    const auto found = std::find_if(measures.begin(), measures.end(),
                                    [&](const outreach::Measure& m) { return m.id == id; });
    return found == measures.end() ? nullptr : &*found;
}

const quiz::Programme* Setup::programme_called(const std::string& id) const {
    const auto found = std::find_if(programmes.begin(), programmes.end(),
                                    [&](const quiz::Programme& p) { return p.id == id; });
    return found == programmes.end() ? nullptr : &*found;
}

outreach::Place Setup::stands_at() const {
    for (const outreach::Place& place : places)
        if (!place.code.empty() && place.code == settings.place_code) return place;
    outreach::Place own;
    own.name = {settings.place, settings.place};
    return own;
}

void Setup::choose(const outreach::BoothSettings& chosen) {
    settings = chosen;
    // One that is no longer configured leaves the one that runs.
    if (const quiz::Programme* runs = programme_called(chosen.programme)) programme = *runs;
    device_label = configured_label;
    if (!chosen.device.empty()) device_label = {chosen.device + " 号", "No. " + chosen.device};
    device = device_label.in(Language::zh);
}

LocalizedText Setup::venue_title(const std::string& id) const {
    for (const outreach::VenueKind& venue : venues)
        if (venue.id == id) return venue.title;
    return {id, id};
}

}  // namespace xy::screens
