// The jobs that the store's writer has not answered yet.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "kiosk/recorder.h"
#include "screens/action.h"

namespace xy::kiosk {

class PendingJobs {
 public:
    using Answer = std::optional<screens::Action>;
    /// What is said when a job fails.
    using Failure = Answer (*)(const store::StoreError&);

    struct Job {
        std::uint64_t ticket = 0;
        std::shared_ptr<Answer> answer;  ///< written by the writer's thread before the ticket comes back
        Failure failure = nullptr;
    };

    /// Jobs are added in the order of their tickets.
    void add(Job job) { jobs_.push_back(std::move(job)); }
    /// What is to be said when this has come back. A job that should have come back before has failed: the
    /// screens wait for each of them. A ticket that nobody waits for means nothing.
    std::vector<screens::Action> settle(const Recorded& recorded);

 private:
    std::deque<Job> jobs_;
};

}  // namespace xy::kiosk
