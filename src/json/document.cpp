#include "json/document.h"

#include <algorithm>
#include <cstddef>
#include <fmt/core.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/problem_collector.h"
#include "json/syntax_problem.h"

namespace xy::json {
namespace {

/// Hands out bytes and tells how many it has handed out: the library reports no lines with its events.
class CountingIterator {
 public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** consumed) : at_(at), consumed_(consumed) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        *consumed_ = ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

 private:
    const char* at_;
    const char** consumed_;
};

/// An object or list that is not closed yet.
struct Open {
    Node node;
    std::set<std::string, std::less<>> keys;  ///< a set, since an object may have very many keys
    std::string key;                          ///< of the value that comes next
    int key_line = 0;
    bool passed_over = false;  ///< the next value belongs to a duplicate key
};

/// Receives the library's events and builds the tree.
class Builder {
 public:
    Builder(std::string_view text, const std::string& file) : text_(text), collector_(file) {
        consumed_ = text.data();
    }

    const char** consumed() { return &consumed_; }
    Node& root() { return root_; }
    ProblemCollector& collector() { return collector_; }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add_number(value); }
    bool number_unsigned(std::uint64_t value) {
        if (value > static_cast<std::uint64_t>(INT64_MAX)) return add_number(static_cast<double>(value));
        return add_number(static_cast<std::int64_t>(value));
    }
    bool number_float(double value, const std::string&) { return add_number(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    template <typename Binary>
    bool binary(Binary&) {
        return false;  // only in CBOR and the like, never in JSON text
    }

    bool start_object(std::size_t) { return open(Object(), Expected::key_or_end); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Array(), Expected::value_or_end); }
    bool end_array() { return close(); }

    bool key(std::string& key) {
        move_to(offset());
        Open& object = open_.back();
        object.passed_over = !object.keys.insert(key).second;
        object.key = std::move(key);
        object.key_line = line_;
        if (object.passed_over)
            collector_.mistake({line_, pointer()},
                               fmt::format("the key {} is here a second time", in_quotes(object.key)),
                               "keep only one of them");
        expected_ = Expected::colon;
        return true;
    }

    template <typename Exception>
    bool parse_error(std::size_t, const std::string&, const Exception&) {
        const SyntaxProblem problem = syntax_problem(text_, end_of_last_, expected_);
        const LineColumn place = line_column(text_, problem.offset);
        collector_.mistake({place.line, ""}, fmt::format("column {}: {}", place.column, problem.what),
                           problem.advice);
        return false;
    }

 private:
    std::size_t offset() const { return static_cast<std::size_t>(consumed_ - text_.data()); }

    /// Goes forward to `offset`, the end of what was just read, counting lines.
    void move_to(std::size_t offset) {
        line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(end_of_last_),
                                             text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
        end_of_last_ = offset;
    }

    template <typename Value>
    bool add_number(Value value) {
        // The end of a number shows only in the character behind it, which has then been read already.
        const bool ahead = offset() > 0 && (text_[offset() - 1] < '0' || text_[offset() - 1] > '9');
        return add_at(ahead ? offset() - 1 : offset(), Node{value, 0});
    }

    template <typename Value>
    bool add(Value&& value) {
        return add_at(offset(), Node{std::forward<Value>(value), 0});
    }

    bool add_at(std::size_t end, Node node) {
        move_to(end);
        node.line = line_;
        if (!count()) return false;
        attach(std::move(node));
        return true;
    }

    template <typename Container>
    bool open(Container container, Expected expected) {
        move_to(offset());
        if (!count()) return false;
        if (open_.size() >= static_cast<std::size_t>(max_depth)) {
            collector_.mistake({line_, pointer()}, fmt::format("nested more than {} levels deep", max_depth),
                               "no bank or configuration needs this");
            return false;
        }
        open_.push_back({Node{std::move(container), line_}, {}, {}, 0, false});
        expected_ = expected;
        return true;
    }

    bool close() {
        move_to(offset());
        Node done = std::move(open_.back().node);
        open_.pop_back();
        attach(std::move(done));
        return true;
    }

    bool count() {
        if (++values_ <= max_values) return true;
        collector_.mistake({line_, ""}, fmt::format("more than {} values in one file", max_values),
                           "split it into several banks");
        return false;
    }

    void attach(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
            expected_ = Expected::nothing;
            return;
        }
        Open& parent = open_.back();
        if (auto* list = std::get_if<Array>(&parent.node.value)) {
            list->push_back(std::move(node));
            expected_ = Expected::comma_or_bracket;
            return;
        }
        if (!parent.passed_over)
            std::get<Object>(parent.node.value)
                .push_back({std::move(parent.key), parent.key_line, std::move(node)});
        expected_ = Expected::comma_or_brace;
    }

    std::string pointer() const {
        std::string text;
        for (const Open& level : open_) {
            if (const auto* list = std::get_if<Array>(&level.node.value))
                text += fmt::format("/{}", list->size());
            else
                text += "/" + pointer_step(level.key);
        }
        return text;
    }

    std::string_view text_;
    ProblemCollector collector_;
    const char* consumed_ = nullptr;
    std::vector<Open> open_;
    Node root_;
    std::size_t values_ = 0;
    std::size_t end_of_last_ = 0;
    int line_ = 1;
    Expected expected_ = Expected::value;
};

}  // namespace

Checked<Node> parse(std::string_view text, const std::string& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    Builder builder(text, file);
    const bool whole =
        nlohmann::json::sax_parse(CountingIterator(text.data(), builder.consumed()),
                                  CountingIterator(text.data() + text.size(), builder.consumed()), &builder);
    Checked<Node> result;
    if (whole && builder.collector().mistakes() == 0) result.value = std::move(builder.root());
    result.problems = std::move(builder.collector()).take();
    return result;
}

std::string pointer_step(std::string_view key) {
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (plain && key.size() < 60) return std::string(key);  // nearly all are
    std::string step;
    for (const char c : in_quotes(key).substr(1)) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    step.pop_back();  // the closing quote
    return step;
}

}  // namespace xy::json
