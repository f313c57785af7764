// The visits of a part of the store with their answers, for those who count all of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "quiz/session.h"

namespace xy::store {

/// A session as figures need it. Texts are valid until the next one.
struct VisitRow {
    std::string_view event;
    std::string_view audience;
    std::string_view day;
    std::int64_t setup = 0;  ///< of Store::devices()
    int hour = 0;
    bool practice = false;
    quiz::Outcome outcome = quiz::Outcome::open;
    std::int64_t duration_ms = 0;
    std::optional<bool> pledge;
};

struct VisitAnswer {
    std::uint32_t item = 0;  ///< place in Store::items()
    quiz::Phase phase = quiz::Phase::quiz;
    bool scored = false;  ///< not of a survey item
    bool right = false;
    quiz::OptionSet chosen = 0;
    std::int64_t time_ms = 0;
};

/// What all readers of one walk share.
struct VisitTables;

/// Goes through one part of all visits, by id. Throws StoreError; a row that is not as the store writes it is
/// damage.
class VisitReader {
 public:
    /// Part `part` of `parts` equal ones of all possible ids.
    VisitReader(const VisitTables& tables, unsigned part, unsigned parts);
    VisitReader(VisitReader&&) noexcept;
    ~VisitReader();

    /// The next visit; false after the last.
    bool next();
    const VisitRow& visit() const { return visit_; }
    /// The answers of the present visit by position; read only when asked for, valid until next().
    std::span<const VisitAnswer> answers();

 private:
    struct Walks;
    void finish_answers(bool wanted);
    bool next_answer();

    std::unique_ptr<Walks> walks_;
    VisitRow visit_;
    std::vector<VisitAnswer> answers_;
    bool answers_read_ = true;
};

}  // namespace xy::store
