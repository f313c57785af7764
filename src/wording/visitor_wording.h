// Every word of the visitor's screens that does not come from a bank or the configuration.
#pragma once

#include <string>
#include <string_view>

#include "base/localized.h"

namespace xy::wording {

struct VisitorWording {
    // attract
    std::string_view slogan_1, slogan_2, minutes, questions, no_names, touch_to_start, no_event;
    std::string_view today_before, today_after, one_a_flower, ten_a_flower, think_first;
    // audience
    std::string_view who_are_you, privacy, back, idle_note;
    // question
    std::string_view petals, large_text, normal_text, other_language, warm_up, once_more, noted, several,
        skip, confirm, survey;
    std::string_view decline, decline_note;
    // feedback
    std::string_view right, nearly, skipped, your_choice, better_choice, the_answer, overlooked, petals_open,
        petals_all, next, go_on, source, to_result, review;
    // card
    std::string_view card, got_it;
    // pledge
    std::string_view pledge_title, pledge_text, pledge_yes, pledge_no, pledge_note;
    // result
    std::string_view great, good, growing, learned, thanks, great_line, good_line, growing_line, learned_line,
        thanks_line;
    std::string_view full_bloom, all_right, score, warm_up_score, gain_title, before, after, more;
    std::string_view badge_great, badge_good, badge_growing, look_again, again, call_a_friend, finish,
        closes_in;
    std::string_view word_title, word_for, stamp;
    std::string_view help_title, help_youth, help_danger, help_medical;
    // overlays
    std::string_view still_there, goes_home, newcomer, newcomer_note, leave_title, leave_text, stay, leave,
        staff_title, staff_text, staff_opening, staff_help, retry;
};

const VisitorWording& visitor_wording(Language language);

/// The word that a visitor says at the table to get a sticker: the same on every kiosk for a day
/// (2026-06-26), and another one the day after.
std::string_view word_of_day(Language language, std::string_view day);

/// "6·26", "26 Jun" of 2026-06-26; what is no day as it is.
std::string short_day(Language language, std::string_view day);

/// Replaces "{}" in `pattern`.
std::string filled(std::string_view pattern, std::string_view value);

}  // namespace xy::wording
