// One item, or one lesson card, of a bank file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem_collector.h"
#include "json/value.h"
#include "quiz/item.h"

namespace xy::bank {

/// What an item needs to know of its bank.
struct BankOutline {
    std::string id;
    std::vector<std::string> topics;
    std::filesystem::path folder;
};

/// Where parts of an item stand, for checks against other files.
struct ItemPlaces {
    SourceLocation id;
    SourceLocation valid_until;
    std::vector<SourceLocation> audiences;  ///< as Item::audiences
};

struct CardPlaces {
    SourceLocation id;
    std::vector<SourceLocation> audiences;  ///< as Card::audiences
};

struct ItemReading {
    quiz::Item item;  ///< of use only when no mistake was found
    ItemPlaces places;
};

ItemReading read_item(const json::Value& value, const BankOutline& bank, ProblemCollector& collector);

struct CardReading {
    quiz::Card card;  ///< of use only when no mistake was found
    CardPlaces places;
};

CardReading read_card(const json::Value& value, const BankOutline& bank, ProblemCollector& collector);

/// Item::version: a fingerprint of what is seen before answering (kind, stem, pictures by their path as
/// written, options, whether they are shuffled or shown as faces) and of the key. A corrected explanation,
/// feedback or source makes no new version, since it cannot change how people answer; nor does the form that
/// an item is put into. Pictures must not be resolved yet.
std::string version_of(const quiz::Item& item);

}  // namespace xy::bank
