// A bank, as an organizer writes it.
#include "bank/bank_file.h"
#include "fuzz/input.h"
#include "support/folder.h"
#include "support/picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xy;
    static const TemporaryFolder folder;
    [[maybe_unused]] static const auto picture = folder.write("pictures/a.svg", small_svg);
    const auto read = bank::load_bank(folder.write("small.json", fuzz::text_of(data, size)));
    fuzz::require(read.value.has_value() != has_mistakes(read.problems));
    for (const Problem& problem : read.problems) fuzz::require(!to_string(problem).empty());
    return 0;
}
