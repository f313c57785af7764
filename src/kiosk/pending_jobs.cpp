#include "kiosk/pending_jobs.h"

#include <spdlog/spdlog.h>

namespace xy::kiosk {

std::vector<screens::Action> PendingJobs::settle(const Recorded& recorded) {
    static const store::StoreError lost(store::StoreFailure::refused, "the answer of the store was lost");
    std::vector<screens::Action> said;
    bool expected = false;
    while (!jobs_.empty() && jobs_.front().ticket <= recorded.ticket) {
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        expected = job.ticket == recorded.ticket;
        if (!expected) spdlog::error("job {} of the store was never answered", job.ticket);
        const store::StoreError* error = expected ? (recorded.error ? &*recorded.error : nullptr) : &lost;
        if (Answer answer = error != nullptr ? job.failure(*error) : *job.answer)
            said.push_back(*std::move(answer));
    }
    if (!expected) spdlog::error("the store answered job {}, for which nobody waits", recorded.ticket);
    return said;
}

}  // namespace xy::kiosk
