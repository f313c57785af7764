// What this program asks of the disk: fsync and fdatasync are counted, and heard by who wants to.
#pragma once

#include <functional>

namespace xy::store {

/// How often this program has asked for a sync.
int syncs_so_far();

/// While one lives, `hear` is called with each file that was synced. One at a time.
class HearSyncs {
 public:
    explicit HearSyncs(std::function<void(int file)> hear);
    ~HearSyncs();
    HearSyncs(const HearSyncs&) = delete;
    HearSyncs& operator=(const HearSyncs&) = delete;
};

}  // namespace xy::store
