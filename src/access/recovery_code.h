// The recovery code: what the organizer writes down when the PINs are set, and needs when they are forgotten
// or lost. Kept only as a hash, like a PIN.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xy::access {

/// Crockford's Base32 (https://www.crockford.com/base32.html): digits and letters that nobody confuses.
inline constexpr std::string_view code_characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 80 bits.
inline constexpr std::size_t code_length = 16;
inline constexpr std::size_t code_group = 4;

/// A new one from the operating system's randomness, without dashes. Throws std::bad_alloc.
std::string new_recovery_code();

/// The character of a code that is meant by a typed one: small letters are large, O is 0, I and L are 1.
/// Nothing for what is none.
std::optional<char> code_character(char typed);

/// "7KQ2-M0XV-…": as it is shown; also of the beginning of one.
std::string in_groups(std::string_view code);

/// A stick that has this file, with a line that is the code, is the organizer's key; one stick for all
/// devices.
inline constexpr std::string_view code_file_name = "xiangyang-recovery-code.txt";
/// Of codes in such a file. Each takes a third of a second to try.
inline constexpr std::size_t most_codes = 40;

/// The lines of a text that are codes, in the order to try them, at most so many: those that have `of` behind
/// a '#' first, and of these and of the others the newest (the last lines) first.
std::vector<std::string> recovery_codes_in(std::string_view text, std::string_view of = {});

/// The text of such a file with one code more, and what it is of, at its end; as it is where it has the code.
std::string with_code(std::string text, std::string_view code, std::string_view of);

/// What somebody typed, as it was made; blanks and dashes do not matter. Nothing when it cannot be a whole
/// code.
std::optional<std::string> parse_recovery_code(std::string_view typed);

}  // namespace xy::access
