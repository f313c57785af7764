// A folder that appears whole or not at all: filled under a temporary name beside its place, then renamed.
#pragma once

#include <filesystem>

namespace xy::exchange {

class StagingFolder {
 public:
    /// Makes an empty hidden folder beside `target`, and the folders above where they are missing. Throws
    /// ExchangeError.
    explicit StagingFolder(const std::filesystem::path& target);
    /// Removes the folder if it did not become the target.
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    const std::filesystem::path& path() const { return staging_; }
    /// Takes the place of the target, durably. A folder that stands there is swapped out in one step where
    /// the file system can, and removed. The files inside must already be synced.
    void commit();

 private:
    void swap_with_old();

    std::filesystem::path target_;
    std::filesystem::path staging_;
};

}  // namespace xy::exchange
