// The figures of a selection of visits, with a progress bar.
#pragma once

#include "tally/analysis.h"

namespace xy::cli {

tally::Analysis analysed(store::VisitSource& source, const tally::Selection& selection);

}  // namespace xy::cli
