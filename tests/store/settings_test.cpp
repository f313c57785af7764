// What the staff chose on the panel stays as they chose it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;
using outreach::BoothSettings;
using ::testing::Optional;

TEST(Settings, AreThoseOfTheConfigurationUntilSomethingIsChosen) {
    const TemporaryFolder folder;
    EXPECT_EQ(Store::open(folder.path()).booth_settings(), BoothSettings());
}

TEST(Settings, AreThereAfterAReopenAsTheyWereChosenLast) {
    const TemporaryFolder folder;
    const BoothSettings last{"class", true, "07", "990100101", "柳树湾", std::chrono::minutes(-1'500),
                             true,    true};
    {
        Store store = Store::open(folder.path());
        store.put_booth_settings({"village", true});
        store.put_booth_settings({"three-minute", false});
        store.put_booth_settings(last);
    }
    Store again = Store::open(folder.path(), Check::whole, Damage::refuse);
    EXPECT_EQ(again.booth_settings(), last);
    EXPECT_FALSE(again.find_damage());
}

TEST(Settings, ANameThatIsNoTextIsRefused) {
    const TemporaryFolder folder;
    Store store = Store::open(folder.path());
    store.put_booth_settings({"class", true});
    EXPECT_THAT(failure_of([&] {
                    store.put_booth_settings({"\xff", false});
                }),
                Optional(StoreFailure::refused));
    EXPECT_EQ(store.booth_settings(), (BoothSettings{"class", true}));
}

}  // namespace
}  // namespace xy::store
