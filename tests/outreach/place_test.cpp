#include "outreach/place.h"

#include <gtest/gtest.h>
#include <vector>

namespace xy::outreach {
namespace {

const std::vector<Place> places{{"4501", "", PlaceLevel::county, {"向阳县", "Xiangyang"}},
                                {"450101", "4501", PlaceLevel::township, {"永安镇", "Yong'an"}},
                                {"45010101", "450101", PlaceLevel::village, {"河口村", "Hekou"}}};

TEST(Place, ThePathLeadsFromTheTopDown) {
    const auto path = path_to(places, "45010101");
    ASSERT_EQ(path.size(), 3U);
    EXPECT_EQ(path[0]->name.zh, "向阳县");
    EXPECT_EQ(path[2]->name.zh, "河口村");
}

TEST(Place, AnUnknownCodeHasNoPath) {
    EXPECT_TRUE(path_to(places, "9").empty());
}

TEST(Place, PlacesThatLieInEachOtherDoNotLoopForEver) {
    const std::vector<Place> loop{{"a", "b", PlaceLevel::county, {}}, {"b", "a", PlaceLevel::township, {}}};
    EXPECT_LE(path_to(loop, "a").size(), 3U);
}

}  // namespace
}  // namespace xy::outreach
