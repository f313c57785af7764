#include "paint/texture.h"

#include <atomic>

namespace xy::paint {

std::uint64_t next_texture_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}  // namespace xy::paint
