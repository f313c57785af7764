// How long work tells how far it has come, and is stopped.
#pragma once

#include <functional>
#include <stdexcept>

namespace xy {

/// Gets 0..1 and says whether to go on; asked at least every second. Empty: nobody is told and nobody stops
/// it.
using Progress = std::function<bool(double done)>;

/// Thrown out of work that its Progress stopped. What is left behind is said where it is documented to be
/// thrown.
class Stopped : public std::runtime_error {
 public:
    Stopped() : std::runtime_error("stopped") {}
};

/// Throws Stopped when `progress` says so.
inline void go_on(const Progress& progress, double done) {
    if (progress && !progress(done)) throw Stopped();
}

/// The Progress of a part of the work, which begins at `begin` of the whole and makes up `share` of it.
inline Progress part_of(const Progress& progress, double begin, double share) {
    if (!progress) return {};
    return [=](double done) { return progress(begin + share * done); };
}

}  // namespace xy
