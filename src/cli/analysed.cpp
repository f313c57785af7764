#include "cli/analysed.h"

#include "cli/progress_bar.h"

namespace xy::cli {

figures::Analysis analysed(store::VisitSource& source, const figures::Selection& selection) {
    ProgressBar bar("counting", "nothing was changed");
    return *figures::analyse(source, selection, [&](double done) {
        bar.show(done);
        return true;  // stopped only by an exception, so there is an analysis
    });
}

}  // namespace xy::cli
