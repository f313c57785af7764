// Counts that are kept beside the visits, and what is said when they no longer agree.
#include <gtest/gtest.h>
#include <memory>
#include <sqlite3.h>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;

/// Changes a closed store behind its back.
void tamper(const std::filesystem::path& file, const std::string& sql) {
    sqlite3* opened = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &opened), SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> db(opened, &sqlite3_close);
    ASSERT_EQ(sqlite3_exec(db.get(), sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(db.get());
}

class Counts : public ::testing::Test {
 protected:
    Counts() {
        Store store = open_ready(folder_.path());
        for (std::uint32_t number = 1; number <= 5; ++number) {
            quiz::SessionStart session = start(id(number));
            session.practice = number == 5;
            if (number == 4) session.hour.day = "2025-06-27";
            store.begin(session);
        }
    }

    std::vector<CountDifference> differences() { return Store::open(folder_.path()).check_counts(); }

    TemporaryFolder folder_;
};

TEST_F(Counts, AgreeWithTheVisitsAlsoWithoutPractice) {
    EXPECT_TRUE(differences().empty());
    Store::open(folder_.path()).delete_practice();
    EXPECT_TRUE(differences().empty());
}

TEST_F(Counts, AChangedCountAMissingOneAndOneTooManyAreNamed) {
    tamper(folder_.database(),
           "UPDATE day_count SET started = 30 WHERE day = '2025-06-26';"
           "DELETE FROM day_count WHERE day = '2025-06-27';"
           "INSERT INTO day_count VALUES ('market-2025', '2025-07-01', 2, 0);");
    const std::vector<CountDifference> expected{{"market-2025", "2025-06-26", 30, 1, 3, 1},
                                                {"market-2025", "2025-06-27", 0, 0, 1, 0},
                                                {"market-2025", "2025-07-01", 2, 0, 0, 0}};
    EXPECT_EQ(differences(), expected);
}

}  // namespace
}  // namespace xy::store
