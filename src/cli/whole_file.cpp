#include "cli/whole_file.h"

#include <system_error>

#include "cli/command_line.h"
#include "exchange/exchange_error.h"
#include "exchange/hashed_file.h"

namespace xy::cli {

namespace fs = std::filesystem;

void write_whole_file(const fs::path& file, std::string_view bytes) {
    const fs::path part = file.string() + ".part";
    std::error_code ignored;
    if (fs::is_regular_file(part, ignored)) fs::remove(part, ignored);  // left by a run that was killed
    try {
        exchange::HashedFile out(part);
        out.text() = bytes;
        out.finish();
        fs::rename(part, file);
    } catch (const std::exception& error) {
        if (fs::is_regular_file(part, ignored)) fs::remove(part, ignored);
        throw CannotDo(std::string(error.what()) + "; what was there before is unchanged");
    }
}

}  // namespace xy::cli
