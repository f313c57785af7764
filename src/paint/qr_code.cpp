#include "paint/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace xy::paint {

QrCode qr_code(std::string_view text) {
    struct Free {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::unique_ptr<QRcode, Free> made(QRcode_encodeData(
        static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_L));
    QrCode code;
    if (!made) return code;
    code.side = made->width;
    const auto squares = static_cast<std::size_t>(code.side) * static_cast<std::size_t>(code.side);
    code.dark.reserve(squares);
    for (std::size_t i = 0; i < squares; ++i) code.dark.push_back((made->data[i] & 1U) != 0);
    return code;
}

}  // namespace xy::paint
