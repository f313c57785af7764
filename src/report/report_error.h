#pragma once

#include <stdexcept>

namespace xy::report {

/// The file of a report could not be made: no space, a folder that cannot be written.
struct ReportError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace xy::report
