// The computer's clock, for names of files and for notices. Inside store/ only.
#pragma once

#include <string>

namespace xy::store {

/// As strftime() writes it.
std::string local_time(const char* format);

}  // namespace xy::store
