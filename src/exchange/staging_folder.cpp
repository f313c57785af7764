#include "exchange/staging_folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <system_error>

#include "base/identifier.h"
#include "exchange/exchange_error.h"
#include "store/durable.h"

namespace xy::exchange {
namespace fs = std::filesystem;
namespace {

/// Absolute, without links and without a slash at its end.
fs::path resolved(const fs::path& target) {
    fs::path path = fs::weakly_canonical(fs::absolute(target));
    return path.has_filename() ? path : path.parent_path();
}

}  // namespace

StagingFolder::StagingFolder(const fs::path& target) try : target_(resolved(target)) {
    const std::string suffix = to_hex(new_random_id()).substr(0, 8);
    staging_ = target_.parent_path() / ("." + target_.filename().string() + ".part-" + suffix);
    fs::create_directories(target_.parent_path());
    fs::create_directory(staging_);
} catch (const fs::filesystem_error& error) {
    throw ExchangeError("cannot make " + target.string() + ": " + error.code().message());
}

StagingFolder::~StagingFolder() {
    std::error_code ignored;
    fs::remove_all(staging_, ignored);
}

void StagingFolder::commit() {
    store::sync_folder(staging_);
    if (::rename(staging_.c_str(), target_.c_str()) != 0) {
        if (errno != ENOTEMPTY && errno != EEXIST)
            throw ExchangeError("cannot make " + target_.string() + ": " + std::strerror(errno));
        swap_with_old();
    }
    store::sync_folder(target_.parent_path());
}

void StagingFolder::swap_with_old() {
    if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0) return;
    // FAT cannot exchange two names: two renames, and the old one comes back if the second fails.
    fs::path old = staging_;
    old += ".old";
    const bool moved = ::rename(target_.c_str(), old.c_str()) == 0;
    if (!moved || ::rename(staging_.c_str(), target_.c_str()) != 0) {
        const int reason = errno;
        if (moved) ::rename(old.c_str(), target_.c_str());
        throw ExchangeError("cannot replace " + target_.string() + ": " + std::strerror(reason));
    }
    std::error_code ignored;
    fs::remove_all(old, ignored);
}

}  // namespace xy::exchange
