#include "end_to_end/own_config.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "end_to_end/running_kiosk.h"

namespace xy::end_to_end {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

json text(const std::string& words) {
    return {{"zh", "题 " + words}, {"en", "text " + words}};
}

json plain_item(const std::string& id) {
    return {{"id", id},
            {"kind", "single"},
            {"audiences", json::array()},
            {"topic", "plain"},
            {"focus", "knowledge"},
            {"difficulty", 1},
            {"stem", text(id)},
            {"options",
             {{{"id", "a"}, {"text", text("a")}},
              {{"id", "b"}, {"text", text("b")}, {"correct", true}},
              {{"id", "c"}, {"text", text("c")}}}},
            {"shuffle", false},
            {"explanation", text("why")},
            {"take_home", text("home")},
            {"source", {{"law", text("law")}, {"checked_on", "2025-01-01"}}}};
}

json plain_bank() {
    json bank = {{"id", "plain"},
                 {"title", text("bank")},
                 {"topics", {{{"id", "plain"}, {"title", text("topic")}}}},
                 {"items", json::array()}};
    for (int i = 1; i <= 12; ++i) bank["items"].push_back(plain_item("q" + std::to_string(i)));
    for (int i = 1; i <= 3; ++i)
        bank["items"].push_back({{"id", "s" + std::to_string(i)},
                                 {"kind", "scale"},
                                 {"audiences", json::array()},
                                 {"topic", "plain"},
                                 {"stem", text("s" + std::to_string(i))},
                                 {"scale", {text("1"), text("2"), text("3"), text("4"), text("5")}}});
    return bank;
}

void write(const fs::path& file, const json& value) {
    std::ofstream(file) << value.dump(2) << '\n';
}

}  // namespace

const char* const quiz_steps = R"([{"step": "welcome"},
    {"step": "questions", "phase": "quiz", "feedback": true, "items": ["plain/q1", "plain/q2", "plain/q3",
        "plain/q4", "plain/q5", "plain/q6", "plain/q7", "plain/q8", "plain/q9", "plain/q10", "plain/q11", "plain/q12"]},
    {"step": "result"}])";

OwnConfig::OwnConfig(const fs::path& folder, const std::string& steps)
    : config(folder / "kiosk-config"), questions(folder / "questions") {
    const fs::path source = XY_SOURCE_DIR;
    fs::copy(config_with_event(), config, fs::copy_options::recursive);
    fs::copy(source / "questions", questions, fs::copy_options::recursive);
    write(questions / "plain.json", plain_bank());
    fs::remove_all(config / "programmes");
    fs::create_directory(config / "programmes");
    write(config / "programmes" / "own.json", {{"id", "own"},
                                               {"title", text("programme")},
                                               {"banks", {"plain", "primary", "junior", "family", "survey"}},
                                               {"steps", json::parse(steps)}});
    write(config / "kiosk.json", {{"device_label", text("07")},
                                  {"programme", "own"},
                                  {"idle_seconds", 10},
                                  {"countdown_seconds", 5},
                                  {"result_seconds", 5}});
}

}  // namespace xy::end_to_end
