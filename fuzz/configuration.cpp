// A file of the configuration. The first byte says which one.
#include "bank/configuration.h"

#include <array>

#include "bank/kiosk_files.h"
#include "bank/programme_file.h"
#include "fuzz/input.h"
#include "support/folder.h"

namespace {

template <typename Thing>
void require_told(const xy::Checked<Thing>& read) {
    xy::fuzz::require(read.value.has_value() || has_mistakes(read.problems));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xy;
    static const TemporaryFolder folder;
    std::string_view input = fuzz::text_of(data, size);
    const std::size_t kind = fuzz::take_kind(input, 9);
    const auto file = folder.write("small.json", input);
    const std::array<void (*)(const std::filesystem::path&), 9> readers{
        [](const auto& f) { require_told(bank::read_settings(f, {"small"})); },
        [](const auto& f) { require_told(bank::read_audiences(f)); },
        [](const auto& f) { require_told(bank::read_venues(f)); },
        [](const auto& f) { require_told(bank::read_places(f)); },
        [](const auto& f) { require_told(bank::read_occasions(f)); },
        [](const auto& f) { require_told(bank::read_measures(f)); },
        [](const auto& f) { require_told(bank::read_targets(f, nullptr)); },
        [](const auto& f) { require_told(bank::read_events(f, {})); },
        [](const auto& f) { static_cast<void>(bank::read_programme(f)); },
    };
    readers.at(kind)(file);
    return 0;
}
