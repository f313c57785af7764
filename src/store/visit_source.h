// Where figures come from: all visits with their answers, by ranges of ids, and what lies beside them. A
// store is one; counters of several sources add up.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "outreach/doubt.h"
#include "outreach/event.h"
#include "outreach/ledger.h"
#include "outreach/publication.h"
#include "quiz/session.h"
#include "store/rows.h"
#include "store/times.h"

namespace xy::store {

/// A session as figures need it. Texts are valid until the next one.
struct VisitRow {
    std::string_view event;
    std::string_view audience;
    std::string_view day;
    std::int64_t setup = 0;  ///< of VisitSource::devices()
    bool practice = false;
    quiz::Outcome outcome = quiz::Outcome::open;
    std::optional<bool> pledge;
};

struct VisitAnswer {
    std::uint32_t item = 0;  ///< place in VisitSource::items()
    quiz::Phase phase = quiz::Phase::quiz;
    bool scored = false;  ///< not of a survey item
    bool right = false;
    quiz::OptionSet chosen = 0;
    std::uint8_t time_band = 0;  ///< see quiz/time_bands.h
    std::int64_t time_ms = 0;    ///< its middle
};

/// Goes through one part of the visits, by id.
class VisitReader {
 public:
    virtual ~VisitReader() = default;
    /// The next visit; false after the last.
    virtual bool next() = 0;
    virtual const VisitRow& visit() const = 0;
    /// The answers of the present visit by position; read only when asked for, valid until next().
    virtual std::span<const VisitAnswer> answers() = 0;
};

/// Who counts a part of the visits.
using VisitPart = std::function<void(VisitReader&)>;

/// Which visits are read.
struct VisitFilter {
    /// Only those with an answer whose time (VisitAnswer::time_ms) is less; nothing: all.
    std::optional<std::int64_t> answer_under_ms;
};

/// All functions throw StoreError; a row that is not as it was written is damage.
class VisitSource {
 public:
    virtual ~VisitSource() = default;

    /// Gives each of `parts` the visits of an equal range of ids, on a thread of its own, and returns when
    /// all are through. Meanwhile, and once at the end, `progress` is told on the calling thread which part
    /// is done; when it says so the parts are stopped and Stopped is thrown. What a part throws is thrown
    /// here. Nothing may be written until this returns.
    virtual void read_visits(std::span<const VisitPart> parts, const VisitFilter& filter,
                             const Progress& progress) = 0;
    /// Item versions by bank, item and version.
    virtual std::vector<ItemRow> items() = 0;
    /// The device of each VisitRow::setup.
    virtual std::map<std::int64_t, std::string> devices() = 0;
    /// What was measured exactly, linked to no visit; by event, day and device.
    virtual std::vector<DayTimes> day_times() = 0;
    /// By id.
    virtual std::vector<outreach::Event> events() = 0;
    /// All entries, by id.
    virtual std::vector<outreach::LedgerEntry> ledger() = 0;
    /// Days on which no visit can have been, by event and day: the clock was wrong.
    virtual std::vector<outreach::DoubtfulDay> doubtful_days() = 0;
    /// The register of what was published (公布) out of this source, with the counts that were withheld, in
    /// the order in which it was made. It belongs to the office that published: no data package has it, and
    /// merging brings none along.
    virtual std::vector<outreach::Publication> publications() = 0;
};

}  // namespace xy::store
