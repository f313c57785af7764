#include "review/bank_texts.h"

#include <utility>

namespace xy::review {
namespace {

/// Gathers texts that are not empty.
class Gathering {
 public:
    explicit Gathering(const quiz::Item* item) : item_(item) {}

    void add(TextRole role, const LocalizedText& text, std::string pointer, bool claim = true) {
        if (!text.empty()) texts_.push_back({role, &text, item_, std::move(pointer), claim});
    }
    void add(const std::optional<quiz::Picture>& picture, const std::string& owner) {
        if (picture) add(TextRole::alt, picture->alt, owner + "/picture/alt");
    }
    std::vector<BankText> take() { return std::move(texts_); }

 private:
    const quiz::Item* item_;
    std::vector<BankText> texts_;
};

bool stem_is_claim(const quiz::Item& item) {
    if (item.kind == quiz::Kind::situation) return false;
    return item.kind != quiz::Kind::true_false || (!item.options.empty() && item.options.front().correct);
}

void append(std::vector<BankText>& into, std::vector<BankText> more) {
    into.insert(into.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::string item_pointer(std::size_t index) {
    return "/items/" + std::to_string(index);
}

std::string option_pointer(std::size_t item, std::size_t option) {
    return item_pointer(item) + "/options/" + std::to_string(option);
}

std::vector<BankText> texts_of(const quiz::Item& item, std::size_t index) {
    Gathering texts(&item);
    const std::string own = item_pointer(index);
    texts.add(TextRole::stem, item.stem, own + "/stem", stem_is_claim(item));
    texts.add(item.picture, own);
    // 对 and 错 are not written in the file; the steps of a scale stand elsewhere.
    for (std::size_t i = 0; i < item.options.size() && item.kind != quiz::Kind::true_false; ++i) {
        const quiz::Option& option = item.options[i];
        const std::string at =
            item.kind == quiz::Kind::scale ? own + "/scale/" + std::to_string(i) : option_pointer(index, i);
        const bool scale = item.kind == quiz::Kind::scale;
        texts.add(TextRole::option, option.text, scale ? at : at + "/text",
                  option.correct || !quiz::is_scored(item.kind));
        texts.add(TextRole::feedback, option.feedback, at + "/feedback");
        texts.add(option.picture, at);
    }
    texts.add(TextRole::explanation, item.explanation, own + "/explanation");
    texts.add(TextRole::take_home, item.take_home, own + "/take_home");
    if (item.source) {
        texts.add(TextRole::source, item.source->law, own + "/source/law");
        texts.add(TextRole::source, item.source->article, own + "/source/article");
    }
    return texts.take();
}

std::vector<BankText> texts_of(const quiz::Bank& bank) {
    Gathering own(nullptr);
    own.add(TextRole::title, bank.title, "/title");
    for (std::size_t i = 0; i < bank.topics.size(); ++i)
        own.add(TextRole::title, bank.topics[i].title, "/topics/" + std::to_string(i) + "/title");
    for (std::size_t i = 0; i < bank.cards.size(); ++i) {
        const std::string at = "/cards/" + std::to_string(i);
        own.add(TextRole::card, bank.cards[i].text, at + "/text");
        own.add(bank.cards[i].picture, at);
    }
    std::vector<BankText> all = own.take();
    for (std::size_t i = 0; i < bank.items.size(); ++i) append(all, texts_of(bank.items[i], i));
    return all;
}

}  // namespace xy::review
