#include "cli/other_program.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/paths.h"
#include "cli/command_line.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX asks for it

namespace xy::cli {
namespace {

[[noreturn]] void fail(const std::string& program, int error) {
    throw CannotDo(fmt::format("cannot run {}: {}", program, std::strerror(error)));
}

std::string read_all(int file) {
    std::string text;
    std::array<char, 4096> part{};
    for (;;) {
        const ssize_t size = read(file, part.data(), part.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return text;
        text.append(part.data(), static_cast<std::size_t>(size));
    }
}

/// Starts `program` with its standard output going into `output`.
pid_t start(const std::string& program, std::vector<std::string> words, int output) {
    words.insert(words.begin(), program);
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    pid_t child = 0;
    const int error = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) fail(program, error);
    return child;
}

}  // namespace

OtherResult run_beside(const std::string& name, const std::vector<std::string>& arguments) {
    const std::string program = (this_executable().parent_path() / name).string();
    if (::access(program.c_str(), X_OK) != 0)
        throw CannotDo(program + " is not there; it draws the pictures. Install it beside xiangyang");
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(program, errno);
    pid_t child = 0;
    try {
        child = start(program, arguments, ends[1]);
    } catch (...) {
        close(ends[0]);
        close(ends[1]);
        throw;
    }
    close(ends[1]);
    OtherResult result;
    result.out = read_all(ends[0]);
    close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!WIFEXITED(status)) throw CannotDo(program + " was ended by a signal");
    result.exit_code = WEXITSTATUS(status);
    return result;
}

}  // namespace xy::cli
