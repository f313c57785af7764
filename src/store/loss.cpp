#include "store/loss.h"

#include <utility>

#include "store/connection.h"
#include "store/sql.h"

namespace xy::store {
namespace {

using Cause = Loss::Cause;

Cause parse_cause(std::string_view text) {
    for (const Cause cause : {Cause::no_count, Cause::bad_count, Cause::foreign})
        if (code(cause) == text) return cause;
    return Cause::behind;
}

}  // namespace

std::string code(Cause cause) {
    switch (cause) {
        case Cause::no_count:
            return "no_count";
        case Cause::bad_count:
            return "bad_count";
        case Cause::foreign:
            return "foreign";
        case Cause::behind:
            break;
    }
    return "behind";
}

std::string describe(const Loss& loss) {
    const std::string visits = std::to_string(loss.visits);
    switch (loss.cause) {
        case Cause::no_count:
            return "it was not closed, and the count that was signed off is not beside it: whether all is "
                   "there "
                   "cannot be said (" +
                   visits + " visits are); copy the whole data folder, not one file";
        case Cause::bad_count:
            return "the count that was signed off cannot be read: whether all is there cannot be said (" +
                   visits + " visits are)";
        case Cause::foreign:
            return "another program has written to it, so its checksums are not known";
        case Cause::behind:
            break;
    }
    return "something is missing: " + std::to_string(loss.signed_visits) + " visits were signed off, " +
           visits + " are there, and " + std::to_string(loss.signed_writes - loss.writes) +
           " answers or other entries of the end are gone; its log is lost or damaged, or it is an older "
           "copy";
}

std::vector<Loss> Store::losses() {
    std::vector<Loss> losses;
    for (Rows row = connection_->rows(sql::losses); row.next();)
        losses.push_back({std::string(row.text(0)), parse_cause(row.text(1)), row.integer(2), row.integer(3),
                          row.integer(4), row.integer(5)});
    return losses;
}

void Store::tell_losses(std::function<void(const Loss&)> tell) {
    for (const Loss& loss : losses()) tell(loss);
    connection_->tell_losses(std::move(tell));
}

void Store::checkpoint() {
    connection_->checkpoint();
}

}  // namespace xy::store
