#include "cli/analysed.h"

#include "cli/progress_bar.h"

namespace xy::cli {

figures::Analysis analysed(store::Store& store, const figures::Selection& selection) {
    ProgressBar bar("counting", "nothing was changed");
    return *figures::analyse(store, selection, [&](double done) {
        bar.show(done);
        return true;  // stopped only by an exception, so there is an analysis
    });
}

}  // namespace xy::cli
