// The one writer: a thread that owns the Store, so that a slow disk never stops the drawing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "store/store.h"

namespace xy::kiosk {

/// The answer to one posted job, in the order of posting.
struct Recorded {
    std::uint64_t ticket = 0;
    std::optional<store::StoreError> error;  ///< empty: it is durable
};

class Recorder {
 public:
    using Job = std::function<void(store::Store&)>;

    /// Starts the thread. `wake` is called from it whenever take_recorded() has something new; it must be
    /// quick and thread-safe. The store is opened by the thread as its first job, ticket 0. While the store
    /// cannot be opened every job fails with that error, and each new job tries to open it again.
    Recorder(std::filesystem::path folder, std::function<void()> wake);
    /// Finishes every job already posted, then closes the store.
    ~Recorder();

    /// Queues a job; returns its ticket (from 1). Jobs run one after the other. A job may write to captured
    /// state that the caller reads after its ticket came back. With no job left the store
    /// writes a checkpoint after a visit, and takes a snapshot that is due.
    std::uint64_t post(Job job);
    /// Everything done since the last call.
    std::vector<Recorded> take_recorded();

 private:
    struct Shared;
    std::unique_ptr<Shared> shared_;
};

}  // namespace xy::kiosk
