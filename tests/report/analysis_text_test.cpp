// The figures of an analysis for a terminal.
#include "report/analysis_text.h"

#include <gtest/gtest.h>

namespace xy::report {
namespace {

TEST(AnalysisText, AnEmptyPeriodSaysThatNothingTookPlace) {
    EXPECT_NE(analysis_text({}, Language::zh).find("没有参加人次"), std::string::npos);
    EXPECT_NE(analysis_text({}, Language::en).find("Nothing took place"), std::string::npos);
}

}  // namespace
}  // namespace xy::report
