// A QR code as squares: what a telephone reads from the screen.
#pragma once

#include <string_view>
#include <vector>

namespace xy::paint {

struct QrCode {
    int side = 0;            ///< squares; 0: the text does not fit into a code
    std::vector<bool> dark;  ///< side × side, row by row, without the quiet border of four squares

    bool is_dark(int row, int column) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(column)];
    }
};

/// The smallest code (ISO/IEC 18004, level L, bytes) of a UTF-8 text.
QrCode qr_code(std::string_view text);

}  // namespace xy::paint
