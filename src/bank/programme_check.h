// A programme against what it names: banks, items, topics, and enough items for everybody.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank_reader.h"
#include "bank/programme_file.h"
#include "base/problem.h"

namespace xy::bank {

/// The banks that programmes name.
struct Shelf {
    std::vector<quiz::Bank> banks;  ///< those without mistakes
    std::set<std::string> files;    ///< ids of all there are
};

/// `audiences`: those of audiences.json; nullptr when they could not be read. What is missing is counted for
/// those that the programme's banks serve; the others will not be offered (quiz::serves).
Problems check_programme(const ProgrammeReading& reading, const Shelf& shelf,
                         const std::filesystem::path& questions, const std::vector<std::string>* audiences,
                         std::string_view today);

/// A bank against the kiosk: audiences that do not exist, items that have expired (a remark).
Problems check_bank(const std::filesystem::path& file, const BankReading& reading,
                    const std::vector<std::string>* audiences, std::string_view today);

}  // namespace xy::bank
