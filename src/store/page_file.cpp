#include "store/page_file.h"

#include <string>
#include <utility>

#include "store/sqlite_error.h"

namespace xy::store {
namespace {

/// The file as a URI that asks for no lock and no log.
std::string immutable_uri(const std::filesystem::path& file) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri.append({'%', digits[byte / 16U], digits[byte % 16U]});
    }
    return uri + "?immutable=1";
}

}  // namespace

PageFile::PageFile(std::filesystem::path file, std::size_t page_size)
    : file_(std::move(file)), page_size_(page_size) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(immutable_uri(file_).c_str(), &opened,
                                     SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    db_.reset(opened);
    if (code != SQLITE_OK) fail(code, opened, file_);
    const int found = sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, &pages_);
    if (found != SQLITE_OK || pages_ == nullptr || pages_->pMethods == nullptr)
        fail(SQLITE_CANTOPEN, opened, file_);
}

void PageFile::read(std::uint32_t number, std::span<std::uint8_t> page) const {
    if (number == 0) throw damaged(file_, "a page has the number 0");
    const auto offset = static_cast<sqlite3_int64>(number - 1) * static_cast<sqlite3_int64>(page_size_);
    const int code = pages_->pMethods->xRead(pages_, page.data(), static_cast<int>(page_size_), offset);
    if (code == SQLITE_IOERR_SHORT_READ) throw damaged(file_, "a page lies behind the end of the file");
    if (code != SQLITE_OK) fail(code, db_.get(), file_);
}

}  // namespace xy::store
