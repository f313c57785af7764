#include "store/page_walk.h"

#include <algorithm>
#include <cstring>

#include "store/sqlite_error.h"

namespace xy::store {
namespace {

constexpr std::uint8_t inner_page = 2;
constexpr std::uint8_t leaf_page = 10;
/// A tree of 4 KiB pages that is this deep would not fit on any disk.
constexpr std::size_t deepest = 24;

std::size_t two_bytes(Bytes page, std::size_t at) {
    return (std::size_t{page[at]} << 8U) | page[at + 1];
}

std::uint32_t four_bytes(Bytes page, std::size_t at) {
    return static_cast<std::uint32_t>((two_bytes(page, at) << 16U) | two_bytes(page, at + 2));
}

}  // namespace

PageWalk::PageWalk(const PageFile& pages, std::uint32_t root, std::size_t usable)
    : pages_(pages),
      root_(root),
      usable_(usable),
      most_local_((usable - 12) * 64 / 255 - 23),
      least_local_((usable - 12) * 32 / 255 - 23),
      levels_(deepest) {
    for (Level& level : levels_) level.page.resize(pages.page_size());
    descend(root_);
}

void PageWalk::descend(std::uint32_t page) {
    if (depth_ == deepest) throw damaged(pages_.file(), "a table is too deep");
    Level& level = levels_[depth_++];
    pages_.read(page, level.page);
    const std::uint8_t kind = level.page[0];
    if (kind != inner_page && kind != leaf_page) throw damaged(pages_.file(), "a page is of another kind");
    level.leaf = kind == leaf_page;
    level.cells = two_bytes(level.page, 3);
    level.step = 0;
    level.steps = level.leaf ? level.cells : 2 * level.cells + 1;
    const std::size_t header = level.leaf ? 8 : 12;
    if (header + 2 * level.cells > usable_) throw damaged(pages_.file(), "a page has too many rows");
}

std::size_t PageWalk::cell_begin(const Level& level, std::size_t cell) const {
    const std::size_t begin = two_bytes(level.page, (level.leaf ? 8 : 12) + 2 * cell);
    if (begin + 4 > usable_) throw damaged(pages_.file(), "a row lies outside its page");
    return begin;
}

std::uint32_t PageWalk::child(const Level& level, std::size_t cell) const {
    return four_bytes(level.page, cell == level.cells ? 8 : cell_begin(level, cell));
}

void PageWalk::take(const Level& level, std::size_t cell) {
    const Bytes page = Bytes(level.page).first(usable_);
    std::size_t at = cell_begin(level, cell) + (level.leaf ? 0 : 4);
    const auto size = read_varint(page, at);
    if (!size) throw damaged(pages_.file(), "a row lies outside its page");
    if (*size > most_local_) return take_long(level, at, static_cast<std::size_t>(*size));
    if (*size > page.size() - at) throw damaged(pages_.file(), "a row lies outside its page");
    row_ = page.subspan(at, static_cast<std::size_t>(*size));
}

void PageWalk::take_long(const Level& level, std::size_t at, std::size_t size) {
    constexpr std::size_t longest = std::size_t{1} << 20U;  // of any row of ours by far
    if (size > longest) throw damaged(pages_.file(), "a row is too long");
    const std::size_t kept = least_local_ + (size - least_local_) % (usable_ - 4);
    const std::size_t local = kept <= most_local_ ? kept : least_local_;
    if (at + local + 4 > usable_) throw damaged(pages_.file(), "a row lies outside its page");
    long_row_.assign(level.page.begin() + static_cast<std::ptrdiff_t>(at),
                     level.page.begin() + static_cast<std::ptrdiff_t>(at + local));
    std::vector<std::uint8_t> page(pages_.page_size());
    for (std::uint32_t next = four_bytes(level.page, at + local); long_row_.size() < size;) {
        pages_.read(next, page);
        const std::size_t part = std::min(size - long_row_.size(), usable_ - 4);
        long_row_.insert(long_row_.end(), page.begin() + 4,
                         page.begin() + 4 + static_cast<std::ptrdiff_t>(part));
        next = four_bytes(page, 0);
    }
    row_ = long_row_;
}

bool PageWalk::next() {
    while (depth_ > 0) {
        Level& level = levels_[depth_ - 1];
        if (level.step == level.steps) {
            --depth_;
            continue;
        }
        const std::size_t step = level.step++;
        if (level.leaf || step % 2 == 1) {
            take(level, level.leaf ? step : step / 2);
            return true;
        }
        descend(child(level, step / 2));
    }
    return false;
}

std::size_t PageWalk::first_from(const Level& level, const RandomId& low) {
    std::size_t first = 0;
    for (std::size_t count = level.cells; count > 0;) {
        const std::size_t half = count / 2;
        take(level, first + half);
        PageRecord record;
        if (!record.read(row_, 1) || record.blob(0).size() != low.bytes.size())
            throw damaged(pages_.file(), "an id is not 16 bytes long");
        if (std::memcmp(record.blob(0).data(), low.bytes.data(), low.bytes.size()) < 0) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

void PageWalk::seek(const RandomId& low) {
    depth_ = 0;
    for (std::uint32_t page = root_;;) {
        descend(page);
        Level& level = levels_[depth_ - 1];
        const std::size_t cell = first_from(level, low);
        level.step = level.leaf ? cell : 2 * cell + 1;
        if (level.leaf) return;
        page = child(level, cell);
    }
}

}  // namespace xy::store
