#include "base/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/utf8.h"

namespace xy {
namespace {

std::size_t levenshtein(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
    // Of three bytes that two Chinese characters have, one is often the same: counting bytes would take
    // different words for near ones.
    const std::u32string wanted = characters(word);
    std::string best;
    std::size_t best_distance = 0;
    for (const std::string& candidate : candidates) {
        const std::u32string offered = characters(candidate);
        // Too different in length alone.
        const std::size_t longer = std::max(wanted.size(), offered.size());
        if (2 * (longer - std::min(wanted.size(), offered.size())) >= longer) continue;
        const std::size_t distance = levenshtein(wanted, offered);
        if (2 * distance >= longer) continue;
        if (best.empty() || distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace xy
