// The figures of a selection of visits, with a progress bar.
#pragma once

#include "figures/analysis.h"

namespace xy::cli {

figures::Analysis analysed(store::VisitSource& source, const figures::Selection& selection);

}  // namespace xy::cli
