#include "access/credentials.h"

#include <algorithm>

namespace xy::access {

Credentials merged(const Found& file, const Credentials& copy) {
    Credentials both = copy;
    both.lost = true;
    if (file.state == FileState::whole) {
        both = file.credentials;
        if (!both.volunteer) both.volunteer = copy.volunteer;
        if (!both.organizer) both.organizer = copy.organizer;
        if (!both.recovery) both.recovery = copy.recovery;
        both.wrong = std::max(both.wrong, copy.wrong);
    }
    if (both.volunteer && both.organizer) both.lost = false;
    return both;
}

PinStatus status_of(const Credentials& credentials) {
    if (credentials.volunteer && credentials.organizer) return PinStatus::set;
    return credentials.lost ? PinStatus::lost : PinStatus::never_set;
}

}  // namespace xy::access
