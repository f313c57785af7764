#include "exchange/package_schema.h"

#include <utility>

#include "outreach/internal_mark.h"

namespace xy::exchange {
namespace {

using json::Field;
using json::Resource;

Field text(std::string name, std::string description) {
    return {std::move(name), "string", std::move(description), false, {}};
}

Field name(std::string name, std::string description) {
    return {std::move(name), "string", std::move(description), true, {}};
}

Field word(std::string name, std::vector<std::string> words, std::string description) {
    return {std::move(name), "string", std::move(description), true, std::move(words)};
}

Field number(std::string name, std::string description) {
    return {std::move(name), "integer", std::move(description), true, {}};
}

Field flag(std::string name, bool required, std::string description) {
    return {std::move(name), "boolean", std::move(description), required, {}};
}

Resource resource(const std::string& name, LocalizedText title, std::string description) {
    Resource made;
    made.name = name;
    made.path = name + ".csv";
    made.title = std::move(title);
    made.description = std::move(description);
    return made;
}

constexpr std::string_view times_source =
    "Where it was measured: random id of the store; of visits kept by an older version, the label of the "
    "kiosk.";

}  // namespace

Resource sessions_resource(int format) {
    Resource r = resource("sessions", {"人次", "Visits"}, "One row per visit, ordered by its random id.");
    r.fields = {
        name("session", "Random id of the visit, 32 hexadecimal digits. It says nothing about when or who."),
        name("event", "Event at which the kiosk stood."),
        text("device", "Which kiosk."),
        text("programme", "Programme (ordered steps) that ran."),
        text("programme_version", "Hash of the programme."),
        text("audience", "Group the visitor said to belong to; empty when not asked."),
        word("language", {"zh", "en"}, "Language at the end of the visit."),
        flag("practice", true, "A trial by the staff; never counted."),
        {"day", "date", "Local day.", true, {}},
        format == 1
            ? number("hour", "Local clock hour, 0 to 23.")
            : word("half_day", {"morning", "afternoon", "evening"},
                   "Before 12 o'clock, from 12 on, from 18 on, local clock. Nothing finer is stored."),
        word("outcome", {"completed", "abandoned", "timed_out"}, "How the visit ended."),
        format == 1
            ? number("duration_ms", "Length of the visit in milliseconds.")
            : number("duration_minutes",
                     "Length of the visit in whole minutes; 10 is ten or more. Nothing finer is stored."),
        flag("pledge", false, "Whether the pledge was made; empty when not asked."),
    };
    r.primary_key = {"session"};
    r.foreign_keys = {{{"event"}, "events", {"event"}}};
    return r;
}

Resource answers_resource(int format) {
    Resource r = resource("answers", {"作答", "Answers"},
                          "One row per item put to a visitor, ordered by session and position.");
    r.fields = {
        name("session", "Visit."),
        number("position", "Place in the visit, from 0, over all phases."),
        word("phase", {"pre", "quiz", "post", "survey"}, "When in the visit the item was put."),
        name("bank", "Bank of the item."),
        name("item", "Item within the bank."),
        name("item_version", "Hash of the item as it was put."),
        text("chosen",
             "Ids of the chosen options in bank order, joined by |; empty when skipped or declined."),
        flag("correct", false, "Whether exactly the right options were chosen; empty for survey items."),
        format == 1
            ? number("time_ms", "From shown to answered, in milliseconds.")
            : number("time_band",
                     "From shown to answered: 0 is under 100 ms, n begins at 100 ms times 1.25 to the power "
                     "n - 1, and 30 is 64.6 s or longer. Nothing finer is stored."),
    };
    r.primary_key = {"session", "position"};
    r.foreign_keys = {{{"session"}, "sessions", {"session"}},
                      {{"bank", "item", "item_version"}, "items", {"bank", "item", "item_version"}}};
    return r;
}

Resource hours_resource() {
    Resource r = resource("hours", {"分时人次", "Hours"},
                          "Visits begun in a clock hour, by event, day and kiosk, without practice.");
    r.fields = {
        name("event", "Event."),
        {"day", "date", "Local day.", true, {}},
        text("source", std::string(times_source)),
        number("hour", "Local clock hour, 0 to 23."),
        number("visits", "Visits begun in it."),
    };
    r.primary_key = {"event", "day", "source", "hour"};
    r.foreign_keys = {{{"event"}, "events", {"event"}}};
    return r;
}

Resource durations_resource() {
    Resource r =
        resource("durations", {"答题时长", "Durations"},
                 "How long the completed visits took, by event, day and kiosk, without practice; ascending, "
                 "so that no visit can be told by its place.");
    r.fields = {
        name("event", "Event."),
        {"day", "date", "Local day.", true, {}},
        text("source", std::string(times_source)),
        number("part", "A long list stands in several rows; from 0."),
        name("durations_ms", "At most 80 durations in milliseconds, joined by |."),
    };
    r.primary_key = {"event", "day", "source", "part"};
    r.foreign_keys = {{{"event"}, "events", {"event"}}};
    return r;
}

Resource answer_times_resource() {
    Resource r =
        resource("answer_times", {"作答用时", "Answer times"},
                 "How long the answers to an item took, by event and kiosk, in completed visits without "
                 "practice; ascending, so that no answer can be told by its place.");
    r.fields = {
        name("event", "Event."),
        text("source", std::string(times_source)),
        name("bank", "Bank of the item."),
        name("item", "Item within the bank."),
        name("item_version", "Hash of the item as it was put."),
        number("part", "A long list stands in several rows; from 0."),
        name("times_ms", "At most 80 times from shown to answered in milliseconds, joined by |."),
    };
    r.primary_key = {"event", "source", "bank", "item", "item_version", "part"};
    r.foreign_keys = {{{"event"}, "events", {"event"}},
                      {{"bank", "item", "item_version"}, "items", {"bank", "item", "item_version"}}};
    return r;
}

Resource items_resource() {
    Resource r =
        resource("items", {"题目", "Items"},
                 "One row per version of an item as it was put to visitors, ordered by bank, item, version.");
    r.fields = {
        name("bank", "Bank."),
        name("item", "Item within the bank."),
        name("item_version", "Hash of everything a visitor sees before answering, and of the key."),
        word("kind", {"single", "multiple", "true_false", "situation", "scale", "choice"}, "Kind of item."),
        text("topic", "Topic of the item within its bank."),
        text("topic_title_zh", "Title of the topic, Chinese."),
        text("topic_title_en", "Title of the topic, English."),
        text("stem_zh", "Question, Chinese."),
        text("stem_en", "Question, English."),
        text("options", "Ids of the options in bank order, joined by |."),
        text("key", "Ids of the right options in bank order, joined by |; empty for survey items."),
    };
    r.primary_key = {"bank", "item", "item_version"};
    return r;
}

Resource events_resource() {
    Resource r = resource("events", {"活动", "Events"}, "One row per event, ordered by id.");
    r.fields = {
        name("event", "Id of the event."),
        text("name_zh", "Name, Chinese."),
        text("name_en", "Name, English."),
        text("place_zh", "Place, Chinese."),
        text("place_en", "Place, English."),
        text("place_code", "Administrative code of the place."),
        text("venue", "Kind of venue (六进)."),
        text("occasion_zh", "Occasion, Chinese."),
        text("occasion_en", "Occasion, English."),
        word("state", {"planned", "open", "closed"}, "State of the event when exported."),
        {"day", "date", "Planned for; empty when no day was said.", false, {}},
        text("owner", "Random id of the store in which the event was made."),
        text("origin", "Id of the event there."),
        number("version", "Grows with every change of the event there, from 1."),
        text("doubtful_days",
             "Days of its visits that cannot be (the clock was wrong), as YYYY-MM-DD joined by |."),
    };
    r.added = 4;
    r.primary_key = {"event"};
    return r;
}

Resource ledger_resource() {
    Resource r =
        resource("ledger", {"台账", "Ledger"},
                 "One row per entry of the staff's ledger: what was handed out and done, ordered by id.");
    Field amount = number("amount", "How many; negative for a correction.");
    amount.large = true;
    r.fields = {
        name("entry", "Random id of the entry, 32 hexadecimal digits."),
        name("event", "Event at which it was entered."),
        name("measure", "Measure (计量项)."),
        text("title_zh", "Title of the measure when it was entered, Chinese."),
        text("title_en", "Title, English."),
        text("unit_zh", "Unit, Chinese (份, 人次, 场 …)."),
        text("unit_en", "Unit, English."),
        std::move(amount),
        word("precision", {"exact", "about", "over", "more"}, "How exact: exact, 约, 余, 多."),
        text("note", "A note that names nobody."),
        flag("undone", true, "Taken back; counts for nothing."),
    };
    r.primary_key = {"entry"};
    r.foreign_keys = {{{"event"}, "events", {"event"}}};
    return r;
}

Resource participation_resource() {
    Resource r = resource("participation", {"参与统计", "Participation"},
                          "Visits by event, audience and language, without practice. Visits, never persons.");
    r.fields = {
        name("event", "Event."),
        text("event_name_zh", "Name of the event, Chinese."),
        text("event_name_en", "Name of the event, English."),
        text("place_zh", "Place, Chinese."),
        text("place_en", "Place, English."),
        text("venue", "Kind of venue (六进)."),
        text("audience", "Audience; empty when not asked."),
        word("language", {"zh", "en"}, "Language at the end of the visit."),
        number("started", "All visits, whatever became of them."),
        number("completed", "Visits that reached the end."),
        number("abandoned", "Visits that were left."),
        number("timed_out", "Visits that ended because nobody touched the screen."),
        number("right_answers", "Right answers in the phase \"quiz\"."),
        number("answered_items", "Items answered in the phase \"quiz\", without skipped ones."),
        number("skipped_items", "Items skipped in the phase \"quiz\"."),
    };
    r.primary_key = {"event", "audience", "language"};
    r.foreign_keys = {{{"event"}, "events", {"event"}}};
    return r;
}

std::vector<Resource> needed_resources(int format) {
    std::vector<Resource> needed{events_resource(), items_resource(), ledger_resource(),
                                 sessions_resource(format), answers_resource(format)};
    if (format > 1) {
        needed.push_back(hours_resource());
        needed.push_back(durations_resource());
        needed.push_back(answer_times_resource());
    }
    return needed;
}

std::vector<std::string> column_names(const Resource& resource) {
    std::vector<std::string> names;
    for (const Field& field : resource.fields) names.push_back(field.name);
    return names;
}

json::DataPackage describe(std::vector<Resource> resources) {
    json::DataPackage package;
    package.name = package_name;
    package.title = {"内部资料 · 向阳答题机数据", "Internal: visits to a Xiangyang kiosk"};
    package.readers = outreach::internal_profile();
    package.description =
        package.readers +
        ". Anonymous visits to an anti-drug quiz kiosk. UTF-8, RFC 4180 with CR LF; an empty field is null. "
        "Rows are ordered by id, never by arrival.";
    package.format = package_format;
    package.resources = std::move(resources);
    return package;
}

}  // namespace xy::exchange
