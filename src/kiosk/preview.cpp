#include "kiosk/preview.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <future>
#include <iostream>
#include <iterator>
#include <numeric>
#include <set>
#include <stdexcept>

#include "bank/bank_file.h"
#include "kiosk/picture_loader.h"

namespace xy::kiosk {
namespace {

namespace fs = std::filesystem;

constexpr int width = 1920;
constexpr int height = 1080;

struct SurfaceEnd {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};

/// Draws the items of one bank in one language.
class Studio {
 public:
    Studio(const quiz::Bank& bank, const fs::path& folder, const paint::FontFiles& fonts, Language language)
        : folder_(folder), painter_(fonts, pictures_), pixels_(std::size_t{width} * height) {
        setup_.banks = {bank};
        state_.language = language;
    }

    std::vector<PreviewProblem> draw_all() {
        const quiz::Bank& bank = setup_.banks.front();
        for (std::size_t i = 0; i < bank.items.size(); ++i) draw(bank.items[i], i, bank.items.size());
        for (std::size_t i = 0; i < bank.cards.size(); ++i) draw(bank.cards[i], i, bank.cards.size());
        return std::move(faults_);
    }

 private:
    void draw(const quiz::Item& item, std::size_t index, std::size_t total) {
        screens::QuestionState question;
        question.page = {std::make_shared<const quiz::Item>(item),
                         quiz::is_scored(item.kind) ? quiz::Phase::quiz : quiz::Phase::survey, true,
                         std::vector<std::size_t>(item.options.size())};
        std::iota(question.page.order.begin(), question.page.order.end(), std::size_t{0});
        question.topic = setup_.topic_title(item.bank, item.topic);
        question.number = static_cast<int>(index) + 1;
        question.total = static_cast<int>(total);
        pictures_.forget_unused();
        show(question, item.id);
        save(item.id, "question");
        if (quiz::is_scored(item.kind)) draw_feedback(question, item);
    }

    void draw(const quiz::Card& card, std::size_t index, std::size_t total) {
        const screens::CardState shown{std::make_shared<const quiz::Card>(card),
                                       setup_.topic_title(card.bank, card.topic), static_cast<int>(index) + 1,
                                       static_cast<int>(total)};
        show(shown, "card/" + card.id);
        save(card.id, "card");
    }

    void draw_feedback(const screens::QuestionState& question, const quiz::Item& item) {
        screens::FeedbackState feedback;
        feedback.page = question.page;
        feedback.topic = question.topic;
        feedback.number = question.number;
        feedback.total = question.total;
        for (std::size_t i = 0; i < item.options.size(); ++i) {
            feedback.chosen = quiz::OptionSet{1} << i;
            show(feedback, item.id);
        }
        feedback.chosen = item.key();
        show(feedback, item.id);
        save(item.id, "feedback");
    }

    /// Lays the screen out in both sizes of text, the normal one last, which is what save() paints.
    void show(const screens::Screen& screen, const std::string& id) {
        state_.screen = screen;
        for (const bool large : {true, false}) {
            state_.large_text = large;
            const widgets::Frame frame = painter_.draw(
                state_, setup_, {.width = width, .height = height, .motion = false, .touching = {}});
            for (const paint::SetText& text : frame.texts) judge(text, frame.screen, id);
        }
    }

    void judge(const paint::SetText& text, const std::string& screen, const std::string& id) {
        const std::string where = screen + (state_.large_text ? " screen in large text: " : " screen: ");
        std::string what;
        if (text.clipped) what = "does not fit on the " + where + text.words;
        if (text.cut_word) what = "a word is cut on the " + where + text.words;
        if (text.missing > 0) what = "the font lacks a character of: " + text.words;
        std::replace(what.begin(), what.end(), '\n', ' ');
        std::replace(what.begin(), what.end(), '\t', ' ');
        // The same text stands on the screen after every choice.
        if (!what.empty() && told_.insert(id + what).second)
            faults_.push_back({id, std::string(code(state_.language)), what});
    }

    void save(const std::string& id, const std::string& screen) {
        painter_.paint({pixels_.data(), width, height, width});
        const fs::path file =
            folder_ / (id + "-" + std::string(code(state_.language)) + "-" + screen + ".png");
        // Without alpha, as for screenshots; and the pixels are only lent.
        const std::unique_ptr<SDL_Surface, SurfaceEnd> whole(SDL_CreateRGBSurfaceWithFormatFrom(
            pixels_.data(), width, height, 32, width * 4, SDL_PIXELFORMAT_RGB888));
        const std::unique_ptr<SDL_Surface, SurfaceEnd> copy(
            whole ? SDL_ConvertSurfaceFormat(whole.get(), SDL_PIXELFORMAT_RGB24, 0) : nullptr);
        if (!copy || IMG_SavePNG(copy.get(), file.c_str()) != 0)
            throw std::runtime_error("cannot write " + file.string() + ": " + SDL_GetError());
    }

    fs::path folder_;
    PictureLoader pictures_;
    gui::Painter painter_;
    std::vector<std::uint32_t> pixels_;
    screens::Setup setup_;
    screens::KioskState state_;
    std::set<std::string> told_;
    std::vector<PreviewProblem> faults_;
};

}  // namespace

std::vector<PreviewProblem> draw_preview(const quiz::Bank& bank, const fs::path& folder,
                                         const paint::FontFiles& fonts) {
    fs::create_directories(folder);
    auto english =
        std::async(std::launch::async, [&] { return Studio(bank, folder, fonts, Language::en).draw_all(); });
    std::vector<PreviewProblem> faults = Studio(bank, folder, fonts, Language::zh).draw_all();
    std::vector<PreviewProblem> more = english.get();
    std::move(more.begin(), more.end(), std::back_inserter(faults));
    return faults;
}

int preview(const fs::path& file, const fs::path& folder, const paint::FontFiles& fonts) {
    const Checked<quiz::Bank> bank = bank::load_bank(file);
    if (!bank.value) {
        for (const Problem& problem : bank.problems) std::cerr << to_string(problem) << '\n';
        return 1;
    }
    for (const PreviewProblem& fault : draw_preview(*bank.value, folder, fonts))
        std::cout << fault.item << '\t' << fault.language << '\t' << fault.what << '\n';
    return 0;
}

}  // namespace xy::kiosk
