// Small cells (小数保护): which counts of a publication are withheld, so that no small group can be seen or
// computed.
//
// A count of 1..threshold−1 is withheld (primary); a 0 may show. Then further counts (complementary) until
// nobody who reads all that is published can pin a withheld count down: for each the whole range of values
// that fit what is published, with the sums and without negative counts, is as wide as that of a small cell.
// The range is found by linear programming, as an attacker would: L. H. Cox, J. Am. Stat. Assoc. 75 (1980)
// 377–385; M. Fischetti and J. J. Salazar, Math. Programming 84 (1999) 283–312.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xy::stats {

/// `cells[total]` is the sum of `cells[part]` over `parts`. A percentage with its base, a margin, a
/// difference of two tables: all of them are sums of this kind.
struct Sum {
    std::size_t total = 0;
    std::vector<std::size_t> parts;
};

/// Counts from 1 to one less are small.
inline constexpr std::int64_t usual_threshold = 11;
inline constexpr std::int64_t lowest_threshold = 5;

constexpr bool is_small(std::int64_t count, std::int64_t threshold) {
    return count > 0 && count < threshold;
}

/// What a reader gets to see of a cell.
enum class Standing {
    published,
    withheld,     ///< withheld from the start, whatever it is, and not to be computable
    unpublished,  ///< printed nowhere, only stands in sums; a small one must not be computable either
    slack,        ///< likewise, but nothing that a group of people could be seen in: it may be computable
};

/// Everything that one publication says, over all its tables together: a cell that stands in two tables is
/// one cell.
struct Publication {
    std::vector<std::int64_t> cells;      ///< counts, not negative
    std::vector<Sum> sums;                ///< each true of `cells`
    std::vector<Standing> standing = {};  ///< of each cell; empty: all are published
};

/// For each cell whether it is withheld; true for those that are not published. Requires threshold ≥
/// lowest_threshold. The same publication gives the same answer.
std::vector<bool> withheld_cells(const Publication& publication, std::int64_t threshold = usual_threshold);

}  // namespace xy::stats
