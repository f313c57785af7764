// Accounts and addresses that a person can be written to.
#include <array>

#include "outreach/note_text.h"

namespace xy::outreach {
namespace {

/// What an account is announced with. Latin ones stand as a word of their own.
constexpr std::array<std::u32string_view, 15> announcers{
    U"微信号", U"微信", U"威信", U"薇信", U"v信",    U"加v",    U"weixin", U"wechat",
    U"vx",     U"wx",   U"qq",   U"扣扣", U"抖音号", U"快手号", U"陌陌号"};
/// Of a name that follows: whatever it is, it is somebody's.
constexpr std::array<std::u32string_view, 4> naming{U"微信名", U"微信昵称", U"网名", U"qq名"};

bool is_of_an_account(char32_t c) {
    return is_latin(c) || is_ascii_digit(c) || c == U'_' || c == U'-';
}

/// What stands between the announcer and the account.
struct Connection {
    std::size_t end = 0;
    bool is_explicit = false;  ///< 号, 是, a colon: an account must follow
};

Connection connection_at(std::u32string_view note, std::size_t at) {
    constexpr std::u32string_view saying = U"号码是为叫:=";
    constexpr std::u32string_view others = U"加 ,，、-~()\"“”'《》【】";
    Connection found{at};
    while (found.end < note.size()) {
        const bool says = saying.find(note[found.end]) != std::u32string_view::npos;
        const bool is_id = note.substr(found.end).starts_with(U"id");
        if (!says && !is_id && others.find(note[found.end]) == std::u32string_view::npos) break;
        found.is_explicit |= says || is_id;
        found.end += is_id ? 2 : 1;
    }
    return found;
}

bool announces_again(std::u32string_view account) {
    for (const std::u32string_view word : announcers)
        if (account == word) return true;
    return account == U"app";
}

/// Whether a word goes on behind it: 12000 人次 is no account.
bool is_counted(std::u32string_view note, std::size_t end) {
    while (end < note.size() && note[end] == U' ') ++end;
    return end < note.size() && is_han(note[end]);
}

/// Five digits, or a letter and more; how much more depends on how surely an account is meant.
bool account_at(std::u32string_view note, std::size_t at, bool surely) {
    std::size_t end = at;
    std::size_t digits = 0;
    bool sign = false;
    for (; end < note.size() && is_of_an_account(note[end]); ++end) {
        if (is_ascii_digit(note[end])) ++digits;
        if (!is_latin(note[end])) sign = true;
    }
    const std::u32string_view account = note.substr(at, end - at);
    if (account.empty() || announces_again(account)) return false;
    if (!is_latin(account[0])) return digits == account.size() && digits >= 5 && !is_counted(note, end);
    return account.size() >= (surely ? 3U : 6U) || (account.size() >= 4 && sign);
}

/// A name right there, and nothing that goes on after it.
bool lone_name_at(std::u32string_view note, std::size_t at) {
    const std::size_t size = name_at(note, at);
    return size > 0 && (at + size >= note.size() || !is_han(note[at + size]));
}

/// Letters with a digit or a stroke among them.
bool signed_account_at(std::u32string_view note, std::size_t at) {
    std::size_t end = at;
    bool sign = false;
    for (; end < note.size() && is_of_an_account(note[end]); ++end) sign |= !is_latin(note[end]);
    return sign && end - at >= 4;
}

/// Words that notes also use for a way of spreading something.
bool is_channel(std::u32string_view word) {
    return word == U"微信" || word == U"wechat" || word == U"weixin" || word == U"qq";
}

bool contact_after(std::u32string_view note, std::u32string_view word) {
    for (std::size_t at = note.find(word); at != note.npos; at = note.find(word, at + 1)) {
        const bool latin = is_latin(word[0]);
        if (latin && at > 0 && (is_latin(note[at - 1]) || is_ascii_digit(note[at - 1]))) continue;
        const std::size_t begin = at + word.size();
        const Connection connection = connection_at(note, begin);
        const std::size_t next = connection.end;
        const bool attached = latin && next == begin && next < note.size() && is_latin(note[next]);
        // "vxzhang88" is one; "wxwork" is a word.
        if (attached ? signed_account_at(note, next)
                     : account_at(note, next, connection.is_explicit || !is_channel(word)))
            return true;
        if (lone_name_at(note, next)) return true;
    }
    return false;
}

bool has_address(std::u32string_view note) {
    for (std::size_t at = note.find(U'@'); at != note.npos; at = note.find(U'@', at + 1)) {
        const bool before = at > 0 && is_of_an_account(note[at - 1]);
        std::size_t end = at + 1;
        bool dot = false;
        for (; end < note.size() && (is_of_an_account(note[end]) || note[end] == U'.'); ++end)
            dot |= note[end] == U'.' && end > at + 1;
        if (before && dot) return true;
    }
    return false;
}

}  // namespace

bool has_contact(std::u32string_view note) {
    for (const std::u32string_view word : naming) {
        const std::size_t at = note.find(word);
        if (at == note.npos) continue;
        const std::size_t next = connection_at(note, at + word.size()).end;
        if (next < note.size() && (is_han(note[next]) || is_latin(note[next]))) return true;
    }
    for (const std::u32string_view word : announcers)
        if (contact_after(note, word)) return true;
    return has_address(note);
}

}  // namespace xy::outreach
