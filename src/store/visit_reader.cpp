#include "store/visit_reader.h"

#include <limits>
#include <utility>

#include "store/page_walk.h"
#include "store/session_row.h"
#include "store/sqlite_error.h"
#include "store/visit_tables.h"

namespace xy::store {
namespace {

// Places of the columns in schema_1.sql; the store checks at its opening that the tables are those.
namespace session_column {
enum : std::size_t {
    id,
    event,
    setup,
    audience,
    language,
    practice,
    day,
    hour,
    outcome,
    duration_ms,
    pledge,
    count
};
}
namespace answer_column {
enum : std::size_t { session, position, phase, item_version, chosen, correct, time_ms, count };
}

/// An id as two numbers, which compare faster than 16 bytes and in the same order.
struct IdNumber {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend auto operator<=>(const IdNumber&, const IdNumber&) = default;
};

/// Requires 8 bytes at `bytes`; the first is the highest.
std::uint64_t number_at(const std::uint8_t* bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = (number << 8U) | bytes[i];
    return number;
}

/// The lowest id of part `part` of `parts`.
IdNumber first_id(unsigned part, unsigned parts) {
    return {std::numeric_limits<std::uint64_t>::max() / parts * part, 0};
}

RandomId id_of(const IdNumber& number) {
    RandomId id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>((number.high >> (56 - 8 * i)) & 0xFFU);
        id.bytes[8 + i] = static_cast<std::uint8_t>((number.low >> (56 - 8 * i)) & 0xFFU);
    }
    return id;
}

/// Keys are given one after the other, so that nearly all are found by their number alone.
class ItemPlaces {
 public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit ItemPlaces(const std::unordered_map<std::int64_t, std::uint32_t>& places) : places_(places) {
        for (const auto& [key, place] : places)
            if (key >= 0 && key < most) {
                if (near_.size() <= static_cast<std::size_t>(key))
                    near_.resize(static_cast<std::size_t>(key) + 1, none);
                near_[static_cast<std::size_t>(key)] = place;
            }
    }
    std::uint32_t of(std::int64_t key) const {
        if (key >= 0 && static_cast<std::size_t>(key) < near_.size())
            return near_[static_cast<std::size_t>(key)];
        const auto found = places_.find(key);
        return found == places_.end() ? none : found->second;
    }

 private:
    static constexpr std::int64_t most = 65'536;
    const std::unordered_map<std::int64_t, std::uint32_t>& places_;
    std::vector<std::uint32_t> near_;
};

}  // namespace

struct VisitReader::Walks {
    Walks(const VisitTables& all, unsigned part, unsigned parts)
        : pages(all.file, all.page_size),
          sessions(pages, all.session_root, all.usable),
          answers(pages, all.answer_root, all.usable),
          places(all.items),
          tables(all) {
        if (part + 1 < parts) end = first_id(part + 1, parts);
        sessions.seek(id_of(first_id(part, parts)));
        answers.seek(id_of(first_id(part, parts)));
    }

    /// Tells how far the reading is, and ends it when it was stopped.
    void tell() {
        tables.read += std::exchange(untold, 0);
        if (tables.stop) throw ReadingStopped{};
    }

    [[noreturn]] void fail(const char* what) const { throw damaged(tables.file, what); }

    IdNumber id_in(const PageRecord& record) const {
        const Bytes bytes = record.blob(0);
        if (bytes.size() != sizeof(IdNumber)) fail("an id is not 16 bytes long");
        return {number_at(bytes.data()), number_at(bytes.data() + 8)};
    }

    PageFile pages;
    PageWalk sessions;
    PageWalk answers;
    ItemPlaces places;
    const VisitTables& tables;
    std::optional<IdNumber> end;  ///< the first id of the next part

    PageRecord session;
    std::optional<IdNumber> session_id;
    PageRecord answer;  ///< the next one, not yet given to a visit
    IdNumber answer_session;
    bool answer_waits = false;
    std::int64_t untold = 0;  ///< visits read and not yet told
};

VisitReader::VisitReader(const VisitTables& tables, unsigned part, unsigned parts)
    : walks_(std::make_unique<Walks>(tables, part, parts)) {
    walks_->answer_waits = next_answer();
}

VisitReader::VisitReader(VisitReader&&) noexcept = default;
VisitReader::~VisitReader() = default;

bool VisitReader::next_answer() {
    Walks& walks = *walks_;
    if (!walks.answers.next()) return false;
    if (!walks.answer.read(walks.answers.row(), answer_column::count)) walks.fail("an answer is malformed");
    walks.answer_session = walks.id_in(walks.answer);
    return !walks.end || walks.answer_session < *walks.end;
}

bool VisitReader::next() {
    Walks& walks = *walks_;
    if (!answers_read_) finish_answers(false);
    const bool more = walks.sessions.next();
    std::optional<IdNumber> id;
    if (more) {
        if (!walks.session.read(walks.sessions.row(), session_column::count))
            walks.fail("a session is malformed");
        id = walks.id_in(walks.session);
        if (walks.session_id && *id <= *walks.session_id) walks.fail("sessions are not in their order");
    }
    const bool here = more && (!walks.end || *id < *walks.end);
    if (walks.answer_waits && (!here || walks.answer_session < *id))
        walks.fail("an answer belongs to no session");
    if (!here) walks.tell();
    if (!here) return false;
    walks.session_id = id;
    if (++walks.untold == 512) walks.tell();
    const PageRecord& row = walks.session;
    visit_ = {.event = row.text(session_column::event),
              .audience = row.text(session_column::audience),
              .day = row.text(session_column::day),
              .setup = row.integer(session_column::setup),
              .hour = static_cast<int>(row.integer(session_column::hour)),
              .practice = row.integer(session_column::practice) != 0,
              .outcome = parse_outcome(row.text(session_column::outcome)),
              .duration_ms = row.integer(session_column::duration_ms),
              .pledge = {}};
    if (!row.null(session_column::pledge)) visit_.pledge = row.integer(session_column::pledge) != 0;
    if (visit_.hour < 0 || visit_.hour > 23 || visit_.day.size() != 10) walks.fail("a session is malformed");
    answers_read_ = false;
    return true;
}

void VisitReader::finish_answers(bool wanted) {
    Walks& walks = *walks_;
    answers_read_ = true;
    std::int64_t last_position = -1;
    while (walks.answer_waits && walks.answer_session == *walks.session_id) {
        if (wanted) {
            const PageRecord& row = walks.answer;
            const std::int64_t position = row.integer(answer_column::position);
            if (position <= std::exchange(last_position, position))
                walks.fail("answers are not in their order");
            const std::int64_t phase = row.integer(answer_column::phase);
            const std::uint32_t item = walks.places.of(row.integer(answer_column::item_version));
            if (item == ItemPlaces::none || phase < 0 || phase > 3)
                walks.fail("an answer belongs to no known item");
            answers_.push_back({.item = item,
                                .phase = static_cast<quiz::Phase>(phase),
                                .scored = !row.null(answer_column::correct),
                                .right = row.integer(answer_column::correct) != 0,
                                .chosen = static_cast<quiz::OptionSet>(row.integer(answer_column::chosen)),
                                .time_ms = row.integer(answer_column::time_ms)});
        }
        walks.answer_waits = next_answer();
    }
}

std::span<const VisitAnswer> VisitReader::answers() {
    if (!answers_read_) {
        answers_.clear();
        finish_answers(true);
    }
    return answers_;
}

}  // namespace xy::store
