// README.txt of a package: what the folder is, who may have it, what is left out. Chinese, then English; as
// Notepad of an old Windows reads it (byte order mark, CR LF). Inside exchange/ only.
#pragma once

#include <string>

#include "exchange/public_export.h"

namespace xy::exchange {

std::string internal_readme();
std::string public_readme(const PublicExported& written);

}  // namespace xy::exchange
