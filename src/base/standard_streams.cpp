#include "base/standard_streams.h"

#include <csignal>
#include <fcntl.h>
#include <initializer_list>
#include <unistd.h>

namespace xy {

void open_missing_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) == -1)
            static_cast<void>(::open("/dev/null", O_RDWR));  // the lowest free number: this one
}

void outlive_readers() {
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace xy
