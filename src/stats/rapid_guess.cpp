#include "stats/rapid_guess.h"

#include <algorithm>

namespace xy::stats {

ItemTimes& ItemTimes::operator+=(const ItemTimes& other) {
    n += other.n;
    sum_ms += other.sum_ms;
    return *this;
}

double ItemTimes::threshold_ms() const {
    if (n == 0) return 0;
    return std::min(static_cast<double>(sum_ms) / static_cast<double>(n) / 10, longest_guess_ms);
}

bool is_rapid(int guesses, int answers) {
    return 10 * (answers - guesses) < 9 * answers;
}

}  // namespace xy::stats
