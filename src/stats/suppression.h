// Small cells (小数保护): which counts of a publication are withheld, so that no small group can be seen or
// computed.
//
// A count of 1..threshold−1 is withheld (primary); a 0 is always shown. Then further counts (complementary)
// until nobody who reads all that is published can narrow a withheld count down: for each, the values that
// fit what is published reach over at least `threshold`. A reader knows all sums, that counts are whole, that
// none is negative, and that a withheld figure is not 0, since a 0 would be shown. The range is found by
// linear programming, as an attacker would (L. H. Cox, J. Am. Stat. Assoc. 75 (1980) 377–385; M. Fischetti
// and J. J. Salazar, Math. Programming 84 (1999) 283–312), rounded to whole numbers, and by branch and bound
// where an end is not whole. The dual of a range that is too narrow names the figures that make it so: the
// smallest of them is withheld next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/progress.h"

namespace xy::stats {

/// `cells[total]` is the sum of `cells[part]` over `parts`. A percentage with its base, a margin, a
/// difference of two tables: all of them are sums of this kind.
struct Sum {
    std::size_t total = 0;
    std::vector<std::size_t> parts;
    std::vector<std::int64_t> times = {};  ///< how often each part counts; empty: once
    bool known = false;                    ///< before the publication was made; see Standing::known
};

/// Counts from 1 to one less are small.
inline constexpr std::int64_t usual_threshold = 11;
inline constexpr std::int64_t lowest_threshold = 5;

constexpr bool is_small(std::int64_t count, std::int64_t threshold) {
    return count > 0 && count < threshold;
}

/// What a reader gets to see of a cell.
enum class Standing {
    published,    ///< shown or withheld, as is decided; a 0 is shown
    headline,     ///< likewise, and withheld only where nothing else helps
    known,        ///< published elsewhere already: cannot be withheld any more, whatever it is
    absent,       ///< a 0 that this publication tells by not having it: nothing can be done about it either
    withheld,     ///< withheld from the start, whatever it is, and not to be computable
    present,      ///< likewise, and everybody can see that it is not 0
    unpublished,  ///< printed nowhere, only stands in sums; a small one must not be computable either
    slack,        ///< likewise, but nothing that a group of people could be seen in: it may be computable
};

/// `cell` is printed only where `other` is: a share without its base is not. So it is withheld with it, and
/// must be as safe.
struct PrintedWith {
    std::size_t cell = 0;
    std::size_t other = 0;
};

/// Everything that one publication says, or several together, over all tables: a cell that stands in two
/// tables is one cell.
struct Publication {
    std::vector<std::int64_t> cells;      ///< counts, not negative
    std::vector<Sum> sums;                ///< each true of `cells`
    std::vector<Standing> standing = {};  ///< of each cell; empty: all are published
    std::vector<PrintedWith> printed_with = {};
};

struct Suppression {
    std::vector<bool> withheld;  ///< by cell; true for those that are not published
    /// Whatever is withheld, the publication narrows a small cell down that what is known did not: a 0 tells
    /// it. Or so much hangs together with what is known that it was not found out in `most_work`. It must not
    /// be made.
    bool exposes = false;
};

/// Cells that may be looked at in programs together with what is known: about a minute. Not a time, so that
/// the answer is the same on every machine.
inline constexpr std::size_t most_work = 15'000'000;

/// Requires threshold ≥ lowest_threshold. The same publication gives the same answer, and what hangs together
/// by no sum has no influence on each other. Throws Stopped.
Suppression suppress(const Publication& publication, std::int64_t threshold = usual_threshold,
                     const Progress& progress = {});

}  // namespace xy::stats
