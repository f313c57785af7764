// The probe: one line of JSON that says what is on the screen and where, for tests and demonstrations.
#pragma once

#include <filesystem>
#include <string>

#include "widgets/frame.h"

namespace xy::kiosk {

/// {"screen":"question","item":"…","widgets":[{"id":"question.option.1","x":…,…}]}; coordinates are rounded
/// window pixels. No key is ever in it.
std::string probe_line(const widgets::Frame& frame);

class Probe {
 public:
    /// An empty path: off.
    explicit Probe(std::filesystem::path file) : file_(std::move(file)) {}
    /// Replaces the file when what is shown has changed. Throws std::filesystem::filesystem_error.
    void show(const widgets::Frame& frame);

 private:
    std::filesystem::path file_;
    std::string last_;
};

}  // namespace xy::kiosk
