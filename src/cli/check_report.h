// What `bank check` and `config check` print, and their exit codes.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/problem.h"

namespace xy::cli {

enum class Format { lines, json };

/// Prints `problems`: as JSON, or one a line and then a summary that begins with `checked` ("3 files").
void print_problems(const Problems& problems, std::string_view checked, Format format);

/// 2 when something could not be read, 1 when there are mistakes, else 0.
int exit_code_of(const Problems& problems, bool unreadable);

}  // namespace xy::cli
