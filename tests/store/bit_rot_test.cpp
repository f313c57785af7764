// Every flipped bit that changes anything is noticed, at the start or by the check; never a wrong figure
// without a word.
#include <array>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/random.h"
#include "store/killed_store.h"
#include "support/flips.h"

namespace xy::store {
namespace {

using namespace examples;
using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;

/// All that a report would read, as text.
std::string everything_in(Store& store) {
    std::string text;
    store.walk(
        [&](const SessionRow& row) {
            text += to_hex(row.start.id) + row.start.event + row.start.audience + row.start.device +
                    row.start.hour.day + std::to_string(row.start.hour.hour) +
                    std::string(code(row.outcome)) + std::to_string(row.duration.count()) +
                    std::to_string(row.pledge.value_or(false)) + std::string(code(row.start.language)) + '\n';
        },
        [&](const StoredAnswer& row) {
            text += to_hex(row.session) + std::to_string(row.position) + row.item->item +
                    std::to_string(row.chosen) + std::to_string(row.time.count()) + '\n';
        });
    for (const DayTimes& day : store.day_times()) {
        text += day.event + day.day + day.source;
        for (const std::int64_t time : day.durations) text += ' ' + std::to_string(time);
        for (const std::int64_t count : day.hours) text += ' ' + std::to_string(count);
    }
    for (const AnswerTimes& item : store.answer_times()) {
        text += item.event + item.source + item.item;
        for (const std::int64_t time : item.times) text += ' ' + std::to_string(time);
    }
    for (const outreach::Event& event : store.events())
        text += event.id + event.name.zh + event.place.zh + event.day + std::string(code(event.state)) + '\n';
    for (const ItemRow& item : store.items())
        text += item.item + item.stem.zh + std::to_string(item.key) + '\n';
    for (const outreach::LedgerEntry& entry : store.ledger())
        text += to_hex(entry.id) + entry.measure + std::to_string(entry.amount) + '\n';
    return text + std::to_string(store.count_sessions());
}

struct Seen {
    bool noticed = false;
    std::string read;
};

/// Opens the files as a kiosk does, and checks them as `verify` does.
Seen open_and_verify(const StoreFiles& files) {
    const TemporaryFolder folder;
    files.write_to(folder);
    Seen seen;
    try {
        Store store = Store::open(folder.path());
        seen.noticed = store.opening().set_aside.has_value() || store.find_damage() ||
                       !store.check_counts().empty() || !store.losses().empty();
        seen.read = everything_in(store);
    } catch (const StoreError&) {
        seen.noticed = true;
    }
    return seen;
}

class BitRot : public ::testing::Test {
 protected:
    static StoreFiles closed_files() {
        const TemporaryFolder folder;
        {
            Store store = open_ready(folder.path());
            store.in_one_transaction([&] {
                for (std::uint32_t i = 0; i < 200; ++i) {
                    store.put_session(
                        {start(id(i * 7'919)), quiz::Outcome::completed, Milliseconds(i), true});
                    for (int position = 0; position < 4; ++position)
                        store.add(id(i * 7'919), answer(position));
                }
                for (std::uint32_t i = 0; i < 100; ++i) store.add_to_ledger(entry(id(i), 10));
            });
        }
        return StoreFiles::of(folder);
    }

    /// Flips bits of `part`; what is read afterwards is right, or something was said.
    static void flip(const StoreFiles& whole, std::string StoreFiles::*part, std::uint64_t seed) {
        const std::string right = open_and_verify(whole).read;
        ASSERT_THAT(right, Not(IsEmpty()));
        Random random(seed);
        int noticed = 0;
        for (int round = 0; round < flips(); ++round) {
            StoreFiles files = whole;
            const std::size_t at = random.below((files.*part).size());
            const auto bit = static_cast<unsigned>(random.below(8));
            char& byte = (files.*part)[at];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << bit));
            const Seen seen = open_and_verify(files);
            EXPECT_TRUE(seen.noticed || seen.read == right) << "bit " << bit << " of byte " << at;
            noticed += seen.noticed ? 1 : 0;
        }
        RecordProperty("noticed", noticed);
        EXPECT_GT(noticed, flips() / 2);
    }
};

TEST_F(BitRot, OfAWholeFileIsSilent) {
    const Seen seen = open_and_verify(closed_files());
    EXPECT_FALSE(seen.noticed);
    EXPECT_FALSE(open_and_verify(killed_after(10, 3)).noticed);
}

TEST_F(BitRot, InTheFileIsNoticed) {
    flip(closed_files(), &StoreFiles::database, 20250626);
}

TEST_F(BitRot, InTheLogIsNoticed) {
    flip(killed_after(10, 3), &StoreFiles::log, 20250627);
}

/// What a report counts, as `xiangyang report` reads it: without a check before, by connections of its own.
std::string visits_in(const TemporaryFolder& folder, bool& told) {
    std::array<std::string, 2> texts;
    std::vector<VisitPart> parts;
    for (std::string& text : texts)
        parts.emplace_back([&text](VisitReader& reader) {
            while (reader.next()) {
                const VisitRow& visit = reader.visit();
                text += std::string(visit.event) + std::string(visit.audience) + std::string(visit.day) +
                        std::string(code(visit.outcome)) + std::to_string(visit.pledge.value_or(false));
                for (const VisitAnswer& answer : reader.answers())
                    text += ' ' + std::to_string(answer.item) + ' ' + std::to_string(answer.chosen) + ' ' +
                            std::to_string(answer.time_ms);
            }
        });
    Store store = Store::open(folder.path(), Check::none, Damage::refuse);
    store.tell_losses([&](const Loss&) { told = true; });
    store.read_visits(parts, {}, {});
    return texts[0] + texts[1];
}

TEST_F(BitRot, InAFigureIsNoticed) {
    const StoreFiles whole = closed_files();
    bool told = false;
    const auto read = [&](const StoreFiles& files) {
        const TemporaryFolder folder;
        files.write_to(folder);
        try {
            return visits_in(folder, told);
        } catch (const StoreError&) {
            told = true;
            return std::string();
        }
    };
    const std::string right = read(whole);
    ASSERT_FALSE(told);
    Random random(20250628);
    int noticed = 0;
    for (int round = 0; round < flips(); ++round) {
        StoreFiles files = whole;
        // A bit, and a sector that belongs elsewhere.
        const std::size_t at = random.below(files.database.size());
        if (round % 2 == 0)
            files.database[at] = static_cast<char>(files.database[at] ^ (1 << random.below(8)));
        else
            files.database.replace(
                at / 512 * 512, 512,
                whole.database.substr(random.below(whole.database.size() / 512) * 512, 512));
        told = false;
        const std::string text = read(files);
        EXPECT_TRUE(told || text == right) << "round " << round << ", byte " << at;
        noticed += told ? 1 : 0;
    }
    EXPECT_GT(noticed, flips() / 4);
}

TEST_F(BitRot, ACutIsNoticedAtEvery4KiB) {
    const StoreFiles closed = closed_files();
    for (std::size_t length = 0; length < closed.database.size(); length += 4'096) {
        StoreFiles files = closed;
        files.database.resize(length);
        EXPECT_TRUE(open_and_verify(files).noticed) << "the file cut to " << length;
    }
    const StoreFiles killed = killed_after(10, 3);
    for (std::size_t length = 0; length < killed.log.size(); length += 4'096) {
        StoreFiles files = killed;
        files.log.resize(length);
        EXPECT_TRUE(open_and_verify(files).noticed) << "the log cut to " << length;
    }
}

/// Runs SQL as another program does, without the checksums.
void as_another_program(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* opened = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &opened), SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(opened, &sqlite3_close);
    ASSERT_EQ(sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(db.get());
}

// The last sector of a page is lost and reads as zeros, its checksum with it.
TEST_F(BitRot, ALostEndOfAPageIsNoticed) {
    const StoreFiles whole = closed_files();
    const std::string right = open_and_verify(whole).read;
    for (std::size_t end = 4'096; end <= whole.database.size(); end += 4'096) {
        StoreFiles files = whole;
        files.database.replace(end - 512, 512, 512, '\0');
        const Seen seen = open_and_verify(files);
        EXPECT_TRUE(seen.noticed || seen.read == right) << "page " << end / 4'096;
    }
}

// Somebody looks into the store of a killed kiosk with the sqlite3 shell, which brings the log into the file.
TEST_F(BitRot, AnotherProgramThatReadsSpoilsNothing) {
    const StoreFiles files = killed_after(10, 3);
    const TemporaryFolder folder;
    files.write_to(folder);
    as_another_program(folder.database(), "SELECT count(*) FROM session");
    EXPECT_FALSE(std::filesystem::exists(folder.database().string() + "-wal"));
    const StoreFiles after = StoreFiles::of(folder);
    EXPECT_EQ(open_and_verify(after).read, open_and_verify(files).read);
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_FALSE(store.find_damage());
    EXPECT_THAT(store.losses(), Each(Field(&Loss::cause, Loss::Cause::foreign)));
}

TEST_F(BitRot, AnotherProgramThatWritesIsSaidAndNothingIsSetAside) {
    const StoreFiles files = closed_files();
    const TemporaryFolder folder;
    files.write_to(folder);
    as_another_program(folder.database(), "UPDATE session SET audience = 'villager'");
    Store store = Store::open(folder.path());
    EXPECT_FALSE(store.opening().set_aside);
    EXPECT_EQ(store.count_sessions(), 200);
    EXPECT_FALSE(store.find_damage());
    ASSERT_FALSE(store.losses().empty());
    EXPECT_EQ(store.losses()[0].cause, Loss::Cause::foreign);
}

}  // namespace
}  // namespace xy::store
