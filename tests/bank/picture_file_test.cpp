// A bank comes from anywhere. Its pictures must not show any other file of the machine.
#include "bank/picture_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bank/bank_file.h"
#include "support/folder.h"
#include "support/good_bank.h"
#include "support/texts.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class PictureFile : public testing::Test {
 protected:
    PictureFile() {
        outer_.write("secret.svg", "<svg/>");
        outer_.write("bank/pictures/a.svg", small_svg);
        outer_.write("bank/pictures/note.txt", "x");
        outer_.write("bank/pictures/inner/b.jpeg", jpeg_claiming(4, 3));
    }

    fs::path bank() const { return outer_.path() / "bank"; }
    std::string problem(const std::string& relative) const {
        ProblemCollector collector("small.json");
        check_picture(relative, bank(), {3, "/p"}, collector);
        return printed(std::move(collector).take());
    }

    TemporaryFolder outer_;
};

TEST_F(PictureFile, InsideTheFolderIsFine) {
    EXPECT_EQ(problem("pictures/a.svg"), "");
    EXPECT_EQ(problem("pictures/inner/b.jpeg"), "");
    EXPECT_EQ(picture_path("pictures/a.svg", "x/./y"), "x/y/pictures/a.svg");
}

TEST_F(PictureFile, OutsideTheFolderIsRefused) {
    EXPECT_THAT(problem("../secret.svg"), HasSubstr("small.json:3: /p: \"../secret.svg\" leads outside"));
    EXPECT_THAT(problem("pictures/../../secret.svg"), HasSubstr("leads outside"));
    EXPECT_THAT(problem("pictures/.."), HasSubstr("leads outside"));
    EXPECT_THAT(problem("./pictures/a.svg"), HasSubstr("leads outside"));
    EXPECT_THAT(problem((outer_.path() / "secret.svg").string()), HasSubstr("is an absolute path"));
    EXPECT_THAT(problem("/etc/passwd"), HasSubstr("is an absolute path"));
}

TEST_F(PictureFile, WordsThatAreNoPathAreRefused) {
    EXPECT_THAT(problem(""), HasSubstr("the path of the picture is empty"));
    EXPECT_THAT(problem("..\\secret.svg"), HasSubstr("is not a path"));
    EXPECT_THAT(problem(std::string("pictures/a.svg\0.svg", 19)), HasSubstr("is not a path"));
    EXPECT_THAT(problem("pictures/"), HasSubstr("leads outside the bank's folder, or around in it"));
}

TEST_F(PictureFile, OnlyPicturesAreTaken) {
    EXPECT_THAT(problem("pictures/note.txt"), HasSubstr("is not a picture"));
    EXPECT_THAT(problem("pictures/inner"), HasSubstr("is not a picture"));
    fs::create_directory(bank() / "folder.svg");
    EXPECT_THAT(problem("folder.svg"), HasSubstr("is not a file"));
    EXPECT_THAT(problem("pictures/none.svg"), HasSubstr("there is no picture"));
    EXPECT_THAT(problem("pictures/a.svg/b.svg"), HasSubstr("there is no picture"));
}

TEST_F(PictureFile, ALinkIsRefusedWhereverItLeads) {
    fs::create_symlink(outer_.path() / "secret.svg", bank() / "pictures/out.svg");
    fs::create_symlink("a.svg", bank() / "pictures/in.svg");
    EXPECT_THAT(problem("pictures/out.svg"), HasSubstr("goes through a link"));
    EXPECT_THAT(problem("pictures/in.svg"), HasSubstr("goes through a link"));
}

TEST_F(PictureFile, AFolderThatIsALinkIsRefused) {
    fs::create_directory_symlink(outer_.path(), bank() / "linked");
    EXPECT_THAT(problem("linked/secret.svg"), HasSubstr("goes through a link"));
}

TEST_F(PictureFile, ABankWithALinkedPictureDoesNotLoad) {
    outer_.write("bank/pictures/c.png", small_png());
    fs::remove(bank() / "pictures/a.svg");
    fs::create_symlink(outer_.path() / "secret.svg", bank() / "pictures/a.svg");
    const auto bank = load_bank(outer_.write("bank/small.json", good_bank));
    EXPECT_FALSE(bank.value);
    ASSERT_EQ(bank.problems.size(), 1U) << printed(bank.problems);
    EXPECT_EQ(bank.problems[0].line, line_of(good_bank, "pictures/a.svg"));
    EXPECT_THAT(bank.problems[0].what, HasSubstr("goes through a link"));
}

}  // namespace
}  // namespace xy::bank
