#include "cli/analysed.h"

#include <functional>

#include "cli/progress_bar.h"

namespace xy::cli {

tally::Analysis analysed(store::VisitSource& source, const tally::Selection& selection) {
    ProgressBar bar("counting", "nothing was changed");
    return tally::analyse(source, selection, std::ref(bar));
}

}  // namespace xy::cli
