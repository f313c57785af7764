// A bank as one HTML page for reviewers: what the visitor sees, and everything behind it, both languages side
// by side.
#pragma once

#include <string>
#include <vector>

#include "base/problem.h"
#include "quiz/item.h"

namespace xy::cli {

/// What stands beside an item, or, without one, on top of the page.
struct PageProblem {
    std::string item;  ///< id; of a card "card/" and its id; empty: the bank as a whole
    std::string what;
};

/// The page of a bank whose pictures lie in screens/ beside it (see kiosk/preview.h). No network, no script;
/// prints on A4.
std::string preview_page(const quiz::Bank& bank, const std::vector<PageProblem>& remarks);

}  // namespace xy::cli
