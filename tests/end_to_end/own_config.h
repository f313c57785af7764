// Configurations of their own for tests: short waits, a bank whose options stay in order.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace xy::end_to_end {

/// A copy of the shipped configuration in `folder`/kiosk-config, with another programme and short waits.
/// `steps` is the JSON of the programme's steps. Banks: "plain", "primary", "junior", "family" and "survey".
///
/// "plain" has 12 single-choice items plain/q1 … q12 with options a, b (right), c in this order, and three
/// statements plain/s1 … s3.
struct OwnConfig {
    OwnConfig(const std::filesystem::path& folder, const std::string& steps);
    std::filesystem::path config;
    std::filesystem::path questions;
};

/// Welcome, twelve plain items with feedback, result.
extern const char* const quiz_steps;

}  // namespace xy::end_to_end
