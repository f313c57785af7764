#include "bank/svg_numbers.h"

#include <array>
#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

namespace xy::bank {
namespace {

constexpr double largest_float = 1e30;  // squared it would overflow all the same

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_number(std::string_view text) {
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (text.starts_with('.')) text.remove_prefix(1);
    return !text.empty() && is_digit(text.front());
}

/// Takes a number, at which `text` begins; nothing for one that is too large.
std::optional<double> take_number(std::string_view& text) {
    if (text.front() == '+') text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    // One too small to be held is as good as 0; from_chars tells it from one too large by nothing.
    if (error != std::errc() || std::abs(number) > largest_float) return std::nullopt;
    return number;
}

/// How many numbers make up one segment.
std::size_t numbers_of(char command) {
    switch (command | 0x20) {  // in lower case
        case 'h':
        case 'v':
            return 1;
        case 'm':
        case 'l':
        case 't':
            return 2;
        case 'q':
        case 's':
            return 4;
        case 'c':
            return 6;
        case 'a':
            return 7;
        default:
            return 1;  // no command: counted as the worst
    }
}

bool says_no_number(std::string_view text) {
    for (; text.size() >= 3; text.remove_prefix(1)) {
        std::array<char, 3> word{};
        for (std::size_t i = 0; i < word.size(); ++i)
            word.at(i) = static_cast<char>(text[i] | (is_letter(text[i]) ? 0x20 : 0));
        const std::string_view lower(word.data(), word.size());
        if (lower == "nan" || lower == "inf") return true;
    }
    return false;
}

}  // namespace

std::optional<std::vector<double>> svg_numbers(std::string_view text) {
    if (says_no_number(text)) return std::nullopt;
    std::vector<double> numbers;
    while (!text.empty()) {
        if (!begins_number(text)) {
            text.remove_prefix(1);
            continue;
        }
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

std::optional<SvgPath> svg_path(std::string_view data) {
    if (says_no_number(data)) return std::nullopt;
    SvgPath path;
    char command = 'l';
    std::size_t held = 0;
    while (!data.empty()) {
        if (begins_number(data)) {
            const auto number = take_number(data);
            if (!number) return std::nullopt;
            path.numbers.push_back(*number);
            if (++held < numbers_of(command)) continue;
            path.segments += (command | 0x20) == 'a' ? 5 : 1;
            held = 0;
            continue;
        }
        if (is_letter(data.front())) {
            command = data.front();
            held = 0;
            if ((command | 0x20) == 'z') ++path.segments;
        }
        data.remove_prefix(1);
    }
    return path;
}

double svg_length(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, double>, 8> units{{{"", 1.0},
                                                                        {"px", 1.0},
                                                                        {"pt", 96.0 / 72},
                                                                        {"pc", 16.0},
                                                                        {"mm", 96.0 / 25.4},
                                                                        {"cm", 96.0 / 2.54},
                                                                        {"in", 96.0},
                                                                        {"em", 12.0}}};
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    if (text.empty() || !begins_number(text)) return 0;
    const auto number = take_number(text);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    for (const auto& [unit, pixels] : units)
        if (number && text == unit) return *number * pixels;
    return 0;
}

}  // namespace xy::bank
