// What a program asks of a disk, call by call, and between the calls the moments at which something was
// acknowledged.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace xy {

struct DiskCall {
    enum class What {
        create,    ///< a file of this name: an empty one, or one there already that gets this name (rename)
        write,     ///< `bytes` at `offset`
        truncate,  ///< to the size `offset`
        sync,      ///< of the file: what was asked of it before is on the disk
        unlink,    ///< its name is gone
        sync_folder,  ///< names made and gone before are on the disk
        acknowledge,  ///< somebody was told that it is safe
    };
    What what = What::write;
    std::size_t file = 0;   ///< a number for each file ever made, like an inode
    std::string name = {};  ///< of create and unlink, below the folder
    std::uint64_t offset = 0;
    std::string bytes = {};
};

using DiskLog = std::vector<DiskCall>;

}  // namespace xy
