// The list of all forms: whoever writes a report in every form writes each once, under a name that says
// which.
#include <gtest/gtest.h>
#include <set>

#include "report/report_file.h"

namespace xy::report {
namespace {

TEST(ReportForms, EachHasANameOfItsOwnThatSaysItsForm) {
    std::set<ReportForm> forms;
    std::set<std::string_view> names;
    for (const ReportFile& file : report_forms) {
        forms.insert(file.form);
        for (const Language language : {Language::zh, Language::en}) {
            names.insert(file.name(language));
            EXPECT_EQ(form_of(file.name(language)), file.form) << file.name(language);
        }
    }
    EXPECT_EQ(forms.size(), report_forms.size());
    EXPECT_EQ(names.size(), 2 * report_forms.size());
}

TEST(ReportForms, NoneThatCanBeAskedForIsMissing) {
    std::set<ReportForm> listed;
    for (const ReportFile& file : report_forms) listed.insert(file.form);
    std::string_view endings = report_endings;
    for (std::size_t end = 0; !endings.empty(); endings.remove_prefix(std::min(end + 2, endings.size()))) {
        end = std::min(endings.find(','), endings.size());
        const auto form = form_of("x" + std::string(endings.substr(0, end)));
        ASSERT_TRUE(form) << endings;
        EXPECT_TRUE(listed.contains(*form)) << endings;
    }
}

}  // namespace
}  // namespace xy::report
