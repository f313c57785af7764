// The register of what was published.
#include <algorithm>
#include <optional>
#include <string>
#include <tuple>

#include "store/connection.h"
#include "store/row_rules.h"
#include "store/sql.h"

namespace xy::store {
namespace {

using outreach::Publication;
using outreach::PublishedCount;

/// Whether the readers of both hold the same, on whatever day they were made.
bool equally_read(const Publication& a, const Publication& b) {
    return std::tie(a.from, a.to, a.place, a.events, a.threshold, a.counts) ==
           std::tie(b.from, b.to, b.place, b.events, b.threshold, b.counts);
}

}  // namespace

void Store::publish(const Publication& publication) {
    Publication made = publication;
    std::sort(made.counts.begin(), made.counts.end(),
              [](const PublishedCount& a, const PublishedCount& b) { return a.name < b.name; });
    check_row(made);
    connection_->atomically([&] {
        const auto known = publications();
        if (std::any_of(known.begin(), known.end(),
                        [&](const Publication& each) { return equally_read(each, made); }))
            return;
        const auto events = made.events ? static_cast<std::int64_t>(made.events->size()) : std::int64_t{-1};
        const std::int64_t number = connection_->number(
            sql::put_publication, made.made_on, made.title, made.from, made.to, made.place, made.threshold,
            made.apart, events, static_cast<std::int64_t>(made.counts.size()));
        for (const std::string& event : made.events.value_or(std::set<std::string, std::less<>>()))
            connection_->run(sql::put_publication_event, number, event);
        for (const PublishedCount& each : made.counts)
            connection_->run(sql::put_publication_count, number, each.name, each.count, each.shown);
    });
}

std::vector<Publication> Store::publications() {
    std::vector<Publication> all;
    Rows events = connection_->rows(sql::events_of_publication);
    Rows counts = connection_->rows(sql::counts_of_publication);
    for (Rows row = connection_->rows(sql::publications); row.next();) {
        const auto text = [&](int column) { return std::string(row.text(column)); };
        Publication each{text(1), text(2), text(3), text(4), text(5), {}, row.integer(6), row.integer(7) != 0,
                         {}};
        std::set<std::string, std::less<>> ids;
        for (events.reset(), events.bind(1, row.integer(0)); events.next();) ids.emplace(events.text(0));
        for (counts.reset(), counts.bind(1, row.integer(0)); counts.next();)
            each.counts.push_back({std::string(counts.text(0)), counts.integer(1), counts.integer(2) != 0});
        if (std::ssize(ids) != row.integer(8) || std::ssize(each.counts) != row.integer(9))
            throw StoreError(StoreFailure::damaged,
                             connection_->file().string() +
                                 ": rows of the register of what was published are lost; `xiangyang recover` "
                                 "makes a store of what is left");
        if (!row.null(8)) each.events = std::move(ids);
        all.push_back(std::move(each));
    }
    return all;
}

void Store::unpublish(std::size_t place) {
    connection_->atomically([&] {
        std::optional<std::int64_t> number;
        std::size_t at = 0;
        for (Rows row = connection_->rows(sql::publications); row.next(); ++at)
            if (at == place) number = row.integer(0);
        if (!number) refuse("the register of what was published has " + std::to_string(at) + " reports");
        for (const char* rows : {sql::unpublish_counts, sql::unpublish_events, sql::unpublish})
            connection_->run(rows, *number);
    });
}

}  // namespace xy::store
