#include "cli/analysed.h"

#include "cli/progress_bar.h"

namespace xy::cli {

report::Analysis analysed(store::Store& store, const report::Selection& selection) {
    ProgressBar bar("counting", "nothing was changed");
    return *report::analyse(store, selection, [&](double done) {
        bar.show(done);
        return true;  // stopped only by an exception, so there is an analysis
    });
}

}  // namespace xy::cli
