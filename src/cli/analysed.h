// The figures of a selection of visits, with a progress bar.
#pragma once

#include "report/analysis.h"

namespace xy::cli {

report::Analysis analysed(store::Store& store, const report::Selection& selection);

}  // namespace xy::cli
