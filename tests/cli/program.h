// Runs build/*/bin/xiangyang and says what came of it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/wait.h>
#include <vector>

#include "store/examples.h"
#include "support/shell.h"

namespace xy::cli::program {

struct Result {
    int exit_code = -1;
    std::string out;
    std::string err;
};

/// Runs it with `arguments`; `environment` ("A=b") comes before.
inline Result run(const std::vector<std::string>& arguments, const std::string& environment = "") {
    const TemporaryFolder folder;
    std::string command = environment + " " + word(std::string(XY_BIN_DIR) + "/xiangyang");
    for (const std::string& argument : arguments) command += " " + word(argument);
    command += " >" + word(folder.path() / "out") + " 2>" + word(folder.path() / "err") + " </dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(folder.path() / "out"),
            bytes_of(folder.path() / "err")};
}

/// The shipped configuration, wherever the build folder is.
inline std::vector<std::string> with_shipped(std::vector<std::string> arguments) {
    for (const char* more :
         {"--config", XY_SOURCE_DIR "/kiosk-config", "--questions", XY_SOURCE_DIR "/questions"})
        arguments.emplace_back(more);
    return arguments;
}

}  // namespace xy::cli::program
