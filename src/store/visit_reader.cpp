#include "store/visit_reader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "integrity/checked_files.h"
#include "quiz/time_bands.h"
#include "store/session_row.h"
#include "store/sql.h"
#include "store/sqlite_error.h"

namespace xy::store {
namespace {

constexpr std::int64_t visits_between_progress = 512;

/// The file as a URI that asks for no lock and no log.
std::string immutable_uri(const std::filesystem::path& file) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri.append({'%', digits[byte / 16U], digits[byte % 16U]});
    }
    return uri + "?immutable=1";
}

/// The ids of a part are those whose first eight bytes, the highest first, are at least this and less than
/// that of the next part.
std::uint64_t beginning_of(unsigned part, unsigned parts) {
    return std::numeric_limits<std::uint64_t>::max() / parts * part;
}

RandomId id_of(std::uint64_t beginning, std::uint8_t rest) {
    RandomId id;
    id.bytes.fill(rest);
    for (std::size_t i = 0; i < 8; ++i)
        id.bytes[i] = static_cast<std::uint8_t>((beginning >> (56 - 8 * i)) & 0xFFU);
    return id;
}

/// By band.
const std::array<std::int64_t, quiz::last_time_band + 1> time_middles = [] {
    std::array<std::int64_t, quiz::last_time_band + 1> middles{};
    for (std::size_t band = 0; band < middles.size(); ++band)
        middles.at(band) = quiz::middle_of_time(static_cast<int>(band)).count();
    return middles;
}();

/// The first band whose times count as `ms` or more.
std::int64_t first_band_from(std::int64_t ms) {
    return std::lower_bound(time_middles.begin(), time_middles.end(), ms) - time_middles.begin();
}

const char* visits_sql(const VisitReading& reading) {
    if (reading.filter.answer_under_ms)
        return reading.pending ? sql::every_visit_with_fast_answers : sql::visits_with_fast_answers;
    return reading.pending ? sql::every_visit : sql::visits;
}

RandomId last_id(unsigned part, unsigned parts) {
    const std::uint64_t end =
        part + 1 == parts ? std::numeric_limits<std::uint64_t>::max() : beginning_of(part + 1, parts) - 1;
    return id_of(end, 0xFF);
}

}  // namespace

UnchangingFile::UnchangingFile(const std::filesystem::path& file) : file_(file) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(immutable_uri(file_).c_str(), &opened,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                                     integrity::checked_files());
    db_.reset(opened);
    if (code != SQLITE_OK) fail(code, opened, file_);
    sqlite3_extended_result_codes(opened, 1);
    const int set = sqlite3_exec(opened, "PRAGMA cell_size_check = ON", nullptr, nullptr, nullptr);
    if (set != SQLITE_OK) fail(set, opened, file_);
}

void UnchangingFile::stop_with(std::atomic<bool>& stop) {
    constexpr int steps_between = 100'000;
    sqlite3_progress_handler(
        db_.get(), steps_between,
        [](void* asked) { return static_cast<std::atomic<bool>*>(asked)->load() ? 1 : 0; }, &stop);
}

PartReader::PartReader(VisitReading& reading, unsigned part, unsigned parts)
    : reading_(reading),
      file_(reading.file),
      first_(id_of(beginning_of(part, parts), 0)),
      last_(last_id(part, parts)),
      visits_(file_.rows(visits_sql(reading))),
      rows_(file_.rows(reading.pending ? sql::every_visit_answer : sql::visit_answers)) {
    file_.stop_with(reading.stop);
    visits_.bind(1, first_);
    visits_.bind(2, last_);
    if (reading.filter.answer_under_ms)
        visits_.bind(3, first_band_from(*reading.filter.answer_under_ms));
    else
        seek_answers(first_, last_);
}

void PartReader::publish_progress() {
    reading_.read += std::exchange(unpublished_, 0);
    if (reading_.stop) throw Stopped();
}

void PartReader::seek_answers(const RandomId& first, const RandomId& last) {
    rows_.reset();
    rows_.bind(1, first);
    rows_.bind(2, last);
    next_answer();
}

void PartReader::next_answer() {
    waiting_.reset();
    if (rows_.next()) waiting_ = rows_.id(0);
}

bool PartReader::next() {
    while (!answers_read_ && waiting_ == id_) next_answer();
    answers_read_ = true;
    if (!visits_.next()) {
        if (waiting_) throw damaged(reading_.file, "an answer belongs to no session");
        publish_progress();
        reading_.foreign_pages += file_.take_foreign_pages();
        return false;
    }
    id_ = visits_.id(0);
    if (waiting_ && *waiting_ < id_) throw damaged(reading_.file, "an answer belongs to no session");
    if (++unpublished_ == visits_between_progress) publish_progress();
    read_visit();
    answers_read_ = false;
    return true;
}

void PartReader::read_visit() {
    visit_ = {.event = visits_.text(1),
              .audience = visits_.text(2),
              .day = visits_.text(3),
              .setup = visits_.integer(4),
              .practice = visits_.integer(5) != 0,
              .outcome = parse_outcome(visits_.text(6)),
              .pledge = visits_.flag(7)};
    if (visit_.day.size() != 10) throw damaged(reading_.file, "a session is malformed");
}

VisitAnswer PartReader::answer() const {
    const std::int64_t phase = rows_.integer(1);
    const auto item = reading_.items.find(rows_.integer(2));
    if (item == reading_.items.end() || phase < 0 || phase > 3)
        throw damaged(reading_.file, "an answer belongs to no known item");
    const auto chosen = static_cast<quiz::OptionSet>(rows_.integer(3));
    const std::int64_t band = rows_.integer(4);
    if (band < 0 || band > quiz::last_time_band)
        throw damaged(reading_.file, "the time of an answer is malformed");
    const std::optional<bool> mark = mark_of(chosen, item->second.key);  // as Store::add() kept it
    return {.item = item->second.place,
            .phase = static_cast<quiz::Phase>(phase),
            .scored = mark.has_value(),
            .right = mark.value_or(false),
            .chosen = chosen,
            .time_band = static_cast<std::uint8_t>(band),
            .time_ms = time_middles[static_cast<std::size_t>(band)]};
}

std::span<const VisitAnswer> PartReader::answers() {
    if (!answers_read_) {
        answers_.clear();
        if (reading_.filter.answer_under_ms) seek_answers(id_, id_);
        for (; waiting_ == id_; next_answer()) answers_.push_back(answer());
        answers_read_ = true;
    }
    return answers_;
}

}  // namespace xy::store
