// A part of the visits, read through a connection of its own. Inside store/ only.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <unordered_map>

#include "integrity/checked_files.h"
#include "store/statement_rows.h"
#include "store/visit_source.h"

namespace xy::store {

/// What all readers of one reading share.
struct VisitReading {
    struct Item {
        std::uint32_t place = 0;  ///< in Store::items()
        quiz::OptionSet key = 0;  ///< 0 for survey items
    };
    std::filesystem::path file;
    VisitFilter filter;
    bool pending = false;                          ///< whether visits wait, and are read with the others
    std::unordered_map<std::int64_t, Item> items;  ///< by item_version.key

    std::atomic<std::int64_t> read = 0;          ///< visits, counted now and then and when a part is through
    std::atomic<std::size_t> foreign_pages = 0;  ///< read by parts that are through (checked_files.h)
    std::atomic<bool> stop = false;
};

/// The file as it is, without locks and without its log: for as long as this process owns it and writes
/// nothing.
class UnchangingFile {
 public:
    explicit UnchangingFile(const std::filesystem::path& file);
    Rows rows(const char* sql) const { return {db_.get(), sql, file_}; }
    std::size_t take_foreign_pages() const { return integrity::take_foreign_pages(db_.get()); }
    /// Also ends a statement that is looking for its first row, with an error.
    void stop_with(std::atomic<bool>& stop);

 private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close(db); }
    };
    const std::filesystem::path& file_;
    std::unique_ptr<sqlite3, Close> db_;
};

/// Throws Stopped, or what an interrupted statement makes, once VisitReading::stop is set.
class PartReader : public VisitReader {
 public:
    /// Part `part` of `parts` equal ones of all possible ids.
    PartReader(VisitReading& reading, unsigned part, unsigned parts);

    bool next() override;
    const VisitRow& visit() const override { return visit_; }
    std::span<const VisitAnswer> answers() override;

 private:
    void publish_progress();
    /// Goes to the first answer of the sessions from `first` to `last`.
    void seek_answers(const RandomId& first, const RandomId& last);
    void read_visit();
    void next_answer();
    VisitAnswer answer() const;

    VisitReading& reading_;
    UnchangingFile file_;
    RandomId first_;
    RandomId last_;
    Rows visits_;
    Rows rows_;  ///< of answers
    RandomId id_;
    VisitRow visit_;
    std::optional<RandomId> waiting_;  ///< the session of the answer in rows_, not yet given to a visit
    std::vector<VisitAnswer> answers_;
    bool answers_read_ = true;
    std::int64_t unpublished_ = 0;  ///< visits read and not yet counted in reading_
};

}  // namespace xy::store
