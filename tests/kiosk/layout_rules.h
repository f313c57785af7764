// What a laid out screen must keep, whatever is on it. Measured from Frame: no pixels are looked at.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "widgets/frame.h"

namespace xy::kiosk::tests {

struct Sheet {
    int width = 0;  ///< pixels
    int height = 0;

    /// Pixels of a design unit.
    float unit() const;

    friend std::ostream& operator<<(std::ostream& stream, const Sheet& sheet) {
        return stream << sheet.width << 'x' << sheet.height;
    }
};

/// Every rule that `frame` breaks on this sheet, in words; empty when it keeps them all.
std::vector<std::string> faults(const widgets::Frame& frame, const Sheet& sheet);

}  // namespace xy::kiosk::tests
