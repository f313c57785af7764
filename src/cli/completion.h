// Completion for shells, made from the verbs and options themselves, so that none is missing.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace xy::cli {

/// A bash script that completes the verbs and options of `app`.
std::string bash_completion(const CLI::App& app);

}  // namespace xy::cli
