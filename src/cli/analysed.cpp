#include "cli/analysed.h"

#include <functional>

#include "cli/progress_bar.h"

namespace xy::cli {

figures::Analysis analysed(store::VisitSource& source, const figures::Selection& selection) {
    ProgressBar bar("counting", "nothing was changed");
    return figures::analyse(source, selection, std::ref(bar));
}

}  // namespace xy::cli
