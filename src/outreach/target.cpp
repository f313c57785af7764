#include "outreach/target.h"

namespace xy::outreach {

std::string_view code(TargetSubject subject) {
    switch (subject) {
        case TargetSubject::measure:
            return "measure";
        case TargetSubject::events:
            return "events";
        case TargetSubject::visits:
            return "visits";
        case TargetSubject::townships:
            return "townships";
        case TargetSubject::right_percent:
            return "right-percent";
    }
    return "";
}

std::optional<TargetSubject> parse_target_subject(std::string_view word) {
    for (const TargetSubject subject : {TargetSubject::measure, TargetSubject::events, TargetSubject::visits,
                                        TargetSubject::townships, TargetSubject::right_percent})
        if (code(subject) == word) return subject;
    return std::nullopt;
}

}  // namespace xy::outreach
