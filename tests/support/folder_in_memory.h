// A folder for trials by the thousand: nothing in it has to outlive this computer.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <system_error>

namespace xy {

/// In memory where there is such a place: what is tried is not this computer's disk.
class FolderInMemory {
 public:
    FolderInMemory() {
        const std::filesystem::path memory = "/dev/shm";
        const bool there = std::filesystem::is_directory(memory);
        const auto above = there ? memory : std::filesystem::temp_directory_path();
        std::string name = (above / "xiangyang-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
        path_ = name;
    }
    ~FolderInMemory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    FolderInMemory(const FolderInMemory&) = delete;
    FolderInMemory& operator=(const FolderInMemory&) = delete;
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

}  // namespace xy
