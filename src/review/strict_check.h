// Bank files under the strict rules.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "review/strict_rules.h"

namespace xy::review {

/// A bank and the file it came from.
struct BankFile {
    std::filesystem::path file;
    quiz::Bank bank;
};

/// What the strict rules say about `banks` on `day`, as remarks with their lines. The files are read once
/// more for the lines; what cannot be found there has line 0.
Problems strict_problems(std::span<const BankFile> banks, const StrictData& data, std::string_view day);

}  // namespace xy::review
