// The rows of a table without rowid in the order of its key, straight from the pages: the index b-tree of
// SQLite (https://www.sqlite.org/fileformat2.html, 1.6). Inside store/ only.
//
// Why not by SQL: a step of SQLite's machine and its columns cost 150 ns a row, more than all the counting; a
// row read here costs 15. Over ten million answers that is the difference between 2 s and a quarter of one.
#pragma once

#include <vector>

#include "base/identifier.h"
#include "store/page_file.h"
#include "store/page_record.h"

namespace xy::store {

/// Throws StoreError (damaged) wherever the pages do not fit together; never reads beyond a page.
class PageWalk {
 public:
    /// `root` is the table's rootpage, `usable` the bytes of a page without those reserved at its end.
    /// `pages` must outlive the walk.
    PageWalk(const PageFile& pages, std::uint32_t root, std::size_t usable);

    /// Goes to before the first row whose first column is not under `low`. The first column is an id.
    void seek(const RandomId& low);
    /// The next row; false after the last. A row is valid until the next call.
    bool next();
    Bytes row() const { return row_; }

 private:
    /// A page on the way from the root to the present row. Steps of a leaf are its rows; those of an inner
    /// page are, in turn, the page before a row and that row, and at last the page behind all.
    struct Level {
        std::vector<std::uint8_t> page;
        bool leaf = false;
        std::size_t cells = 0;
        std::size_t step = 0;
        std::size_t steps = 0;
    };

    void descend(std::uint32_t page);
    std::uint32_t child(const Level& level, std::size_t cell) const;
    std::size_t cell_begin(const Level& level, std::size_t cell) const;
    void take(const Level& level, std::size_t cell);
    void take_long(const Level& level, std::size_t at, std::size_t size);
    /// The first row of the page whose id is not under `low`, or the number of rows.
    std::size_t first_from(const Level& level, const RandomId& low);

    const PageFile& pages_;
    std::uint32_t root_;
    std::size_t usable_;
    std::size_t most_local_;   ///< bytes of a row that fit on its page
    std::size_t least_local_;  ///< bytes that stay there of one that does not
    std::vector<Level> levels_;
    std::size_t depth_ = 0;
    Bytes row_;
    std::vector<std::uint8_t> long_row_;  ///< of a row that goes on on other pages
};

}  // namespace xy::store
