// What can be read out of the store: plain rows, already joined.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/localized.h"
#include "outreach/event_source.h"
#include "quiz/session.h"

namespace xy::store {

/// A session: its start and, once it has ended, its end. What is read out of the store is in_bands().
struct SessionRow {
    quiz::SessionStart start;
    quiz::Outcome outcome = quiz::Outcome::open;
    Milliseconds duration{0};
    std::optional<bool> pledge;
    friend bool operator==(const SessionRow&, const SessionRow&) = default;
};

/// What the store keeps of a session, and gives back: the hour is the first of its half-day, the duration the
/// shortest of its band (quiz/time_bands.h).
SessionRow in_bands(SessionRow session);
/// Likewise; the time is the middle of its band.
quiz::Answer in_bands(quiz::Answer answer);

/// Who made an event. Several kiosks at one event share its configuration, so it may have several sources.
struct EventOrigin {
    std::string event;  ///< its id here
    bool here = false;  ///< made in this store; then the first source is this store
    std::vector<outreach::EventSource> sources;
};

/// An item version as it was put to visitors: enough to read the answers without the bank.
struct ItemRow {
    std::string bank;
    std::string item;
    std::string version;
    std::string kind;  ///< quiz::code(Kind)
    std::string topic;
    LocalizedText topic_title;
    LocalizedText stem;
    std::vector<std::string> options;  ///< option ids in bank order; bit i of an OptionSet is options[i]
    quiz::OptionSet key = 0;           ///< 0 for survey items
    friend bool operator==(const ItemRow&, const ItemRow&) = default;
};

/// An answer as stored, with its item version instead of the item's names.
struct StoredAnswer {
    RandomId session;
    int position = 0;
    quiz::Phase phase = quiz::Phase::quiz;
    const ItemRow* item = nullptr;  ///< never null
    quiz::OptionSet chosen = 0;
    std::optional<bool> correct;
    Milliseconds time{0};  ///< the middle of its band
};

/// 参与统计: one cell of event × audience × language. Practice sessions are never counted.
struct ParticipationRow {
    std::string event;
    LocalizedText event_name;
    LocalizedText place;
    std::string venue;
    std::string audience;
    Language language = Language::zh;
    std::int64_t started = 0;  ///< all sessions, whatever became of them
    std::int64_t completed = 0;
    std::int64_t abandoned = 0;
    std::int64_t timed_out = 0;
    std::int64_t right_answers = 0;   ///< phase "quiz" only
    std::int64_t answered_items = 0;  ///< phase "quiz" only, without skipped items
    std::int64_t skipped_items = 0;   ///< phase "quiz" only
    friend bool operator==(const ParticipationRow&, const ParticipationRow&) = default;
};

/// A count that was kept beside the sessions and no longer agrees with them.
struct CountDifference {
    std::string event;
    std::string day;
    std::int64_t kept_started = 0;
    std::int64_t kept_practice = 0;
    std::int64_t started = 0;   ///< counted anew
    std::int64_t practice = 0;  ///< counted anew
    friend bool operator==(const CountDifference&, const CountDifference&) = default;
};

}  // namespace xy::store
