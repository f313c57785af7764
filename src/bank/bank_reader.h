// A bank together with where its parts stand in the file, for checks across files.
#pragma once

#include <filesystem>
#include <vector>

#include "bank/item_reader.h"
#include "base/problem.h"
#include "quiz/item.h"

namespace xy::bank {

struct BankReading {
    Checked<quiz::Bank> bank;
    std::vector<ItemPlaces> places;  ///< as Bank::items
    std::vector<CardPlaces> cards;   ///< as Bank::cards
};

BankReading read_bank(const std::filesystem::path& file);

}  // namespace xy::bank
