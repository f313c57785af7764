// A folder that appears whole or not at all: filled under a temporary name beside its place, then renamed.
#pragma once

#include <filesystem>

namespace xy::exchange {

class PartFolder {
 public:
    /// Makes an empty hidden folder beside `target`, and the folders above where they are missing. Throws
    /// ExchangeError.
    explicit PartFolder(const std::filesystem::path& target);
    /// Removes the folder if it did not become the target.
    ~PartFolder();
    PartFolder(const PartFolder&) = delete;
    PartFolder& operator=(const PartFolder&) = delete;

    const std::filesystem::path& path() const { return part_; }
    /// Takes the place of the target, durably. A folder that stands there is swapped out in one step where
    /// the file system can, and removed. The files inside must already be synced.
    void become_target();

 private:
    void swap_with_old();

    std::filesystem::path target_;
    std::filesystem::path part_;
};

}  // namespace xy::exchange
