// The computer's clock, for names of files and for notices.
#pragma once

#include <string>

namespace xy {

/// As strftime() writes it.
std::string local_time(const char* format);

}  // namespace xy
