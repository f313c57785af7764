// Running a program that is installed beside this one.
#pragma once

#include <string>
#include <vector>

namespace xy::cli {

struct OtherResult {
    int exit_code = -1;
    std::string out;  ///< its standard output
};

/// Runs `name` from the folder of this program and waits for it; its standard error is that of this program.
/// Throws CannotDo when it is not there, cannot be started, or was ended by a signal.
OtherResult run_beside(const std::string& name, const std::vector<std::string>& arguments);

}  // namespace xy::cli
