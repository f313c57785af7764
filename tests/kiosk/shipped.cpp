#include "shipped.h"

#include <algorithm>
#include <stdexcept>

#include "bank/bank_file.h"
#include "bank/configuration.h"
#include "kiosk/setup.h"

namespace xy::kiosk::tests {
namespace {

template <typename T>
T value_of(Checked<T> checked) {
    if (checked.value) return *std::move(checked.value);
    std::string message = "what is shipped cannot be read:";
    for (const Problem& problem : checked.problems) message += "\n" + to_string(problem);
    throw std::runtime_error(message);
}

screens::Setup load_setup() {
    bank::Configuration configuration = shipped_configuration();
    screens::Setup setup = setup_of(configuration);
    setup.banks = std::move(configuration.banks);
    setup.event = outreach::Event{.id = "example-626",
                                  .name = {"6·26 主题宣传", "26 June awareness day"},
                                  .place = {"永安镇中心校", "Yong'an Central School"},
                                  .place_code = "990100101001",
                                  .venue = "school",
                                  .occasion = {"6 月全民禁毒宣传月", "June awareness month"},
                                  .state = outreach::EventState::open};
    setup.version = "1.0.0";
    return setup;
}

std::vector<quiz::Item> load_items() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(shipped("questions")))
        if (entry.path().extension() == ".json" && entry.path().filename() != "bank.schema.json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<quiz::Item> items;
    for (const auto& file : files) {
        const quiz::Bank bank = value_of(bank::load_bank(file));
        items.insert(items.end(), bank.items.begin(), bank.items.end());
    }
    return items;
}

}  // namespace

std::filesystem::path shipped(const std::string& name) {
    return std::filesystem::path(XY_SOURCE_DIR) / name;
}

const bank::Configuration& shipped_configuration() {
    static const bank::Configuration configuration =
        value_of(bank::load_configuration(shipped("kiosk-config"), shipped("questions"), today));
    return configuration;
}

const screens::Setup& shipped_setup() {
    static const screens::Setup setup = load_setup();
    return setup;
}

const std::vector<quiz::Item>& shipped_items() {
    static const std::vector<quiz::Item> items = load_items();
    return items;
}

paint::FontFiles fonts() {
    const std::filesystem::path folder = "/usr/share/fonts/opentype/noto";
    return {folder / "NotoSansCJK-Regular.ttc", folder / "NotoSansCJK-Bold.ttc"};
}

}  // namespace xy::kiosk::tests
