#include "document/zip_archive.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <zip.h>

namespace xy::document {
namespace {

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

constexpr zip_uint16_t first_day = (1U << 5U) | 1U;  // 1980-01-01 as MS-DOS wrote dates

std::string message_of(zip_error_t& error) {
    const std::string message = zip_error_strerror(&error);
    zip_error_fini(&error);
    return message;
}

Archive opened(Source source, int flags, ZipFailure failure) {
    zip_error_t error;
    zip_error_init(&error);
    Archive archive(zip_open_from_source(source.get(), flags, &error));
    if (!archive) throw ZipError(failure, message_of(error));
    static_cast<void>(source.release());  // the archive owns it now
    return archive;
}

Source source_of(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
    if (!source) throw ZipError(ZipFailure::damaged, message_of(error));
    return source;
}

/// Such a name is in no file that an office program made, and whoever unpacks it with less care is in danger.
bool leads_out(std::string_view name) {
    if (name.starts_with('/') || name.find('\\') != std::string_view::npos) return true;
    return name == ".." || name.starts_with("../") || name.find("/../") != std::string_view::npos ||
           name.ends_with("/..");
}

class Reader {
 public:
    Reader(std::string_view file, std::size_t most_bytes)
        : archive_(opened(source_of(file), ZIP_RDONLY, ZipFailure::damaged)), room_(most_bytes) {}

    std::vector<ZipEntry> all(std::size_t most_entries) {
        const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
        if (count > static_cast<zip_int64_t>(most_entries))
            throw ZipError(ZipFailure::too_large, std::to_string(count) + " entries");
        std::vector<ZipEntry> entries;
        for (zip_int64_t index = 0; index < count; ++index) {
            const zip_stat_t stat = described(static_cast<zip_uint64_t>(index));
            const std::string name = stat.name;
            if (name.ends_with('/')) continue;
            entries.push_back({name, unpacked(stat)});
        }
        return entries;
    }

 private:
    zip_stat_t described(zip_uint64_t index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_INDEX | ZIP_STAT_SIZE;
        if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || (stat.valid & needed) != needed)
            throw ZipError(ZipFailure::damaged, zip_strerror(archive_.get()));
        const std::string name = stat.name;
        if (leads_out(name)) throw ZipError(ZipFailure::damaged, "the name " + name);
        if (!names_.insert(name).second) throw ZipError(ZipFailure::damaged, name + " is there twice");
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            throw ZipError(ZipFailure::encrypted, name);
        if (stat.size > room_) throw ZipError(ZipFailure::too_large, name);
        return stat;
    }

    std::string unpacked(const zip_stat_t& stat) {
        const std::string name = stat.name;
        const File file(zip_fopen_index(archive_.get(), stat.index, 0));
        if (!file) throw ZipError(ZipFailure::damaged, name + ": " + zip_strerror(archive_.get()));
        std::string bytes;
        std::array<char, 65536> piece{};
        while (true) {
            const zip_int64_t count = zip_fread(file.get(), piece.data(), piece.size());
            if (count < 0)
                throw ZipError(ZipFailure::damaged,
                               name + ": " + zip_error_strerror(zip_file_get_error(file.get())));
            if (count == 0) break;
            if (static_cast<std::size_t>(count) > room_) throw ZipError(ZipFailure::too_large, name);
            room_ -= static_cast<std::size_t>(count);
            bytes.append(piece.data(), static_cast<std::size_t>(count));
        }
        if (bytes.size() != stat.size) throw ZipError(ZipFailure::damaged, name + ": its size");
        return bytes;
    }

    Archive archive_;
    std::set<std::string> names_;
    std::size_t room_;
};

/// A failure of memory only: nothing that comes from outside can cause it.
void add(zip_t* archive, const ZipEntry& entry) {
    Source source(zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0));
    const zip_int64_t index =
        source ? zip_file_add(archive, entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) throw ZipError(ZipFailure::damaged, entry.name + ": " + zip_strerror(archive));
    static_cast<void>(source.release());  // the archive owns it now
    const auto at = static_cast<zip_uint64_t>(index);
    zip_file_set_dostime(archive, at, 0, first_day, 0);
    zip_set_file_compression(archive, at, entry.name.ends_with(".png") ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9);
}

std::string content_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        throw ZipError(ZipFailure::damaged, "cannot be read back");
    std::string bytes(stat.size, '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (count != static_cast<zip_int64_t>(bytes.size()))
        throw ZipError(ZipFailure::damaged, "cannot be read back");
    return bytes;
}

}  // namespace

std::vector<ZipEntry> read_zip(std::string_view file, std::size_t most_bytes, std::size_t most_entries) {
    if (!file.starts_with("PK")) throw ZipError(ZipFailure::no_zip, "it does not begin as a zip file");
    return Reader(file, most_bytes).all(most_entries);
}

std::string write_zip(const std::vector<ZipEntry>& entries) {
    Source source = source_of({});
    zip_source_keep(source.get());
    const Source written(source.get());  // outlives the archive
    Archive archive = opened(std::move(source), ZIP_CREATE | ZIP_TRUNCATE, ZipFailure::damaged);
    for (const ZipEntry& entry : entries) add(archive.get(), entry);
    if (zip_close(archive.get()) != 0) throw ZipError(ZipFailure::damaged, zip_strerror(archive.get()));
    static_cast<void>(archive.release());  // closing has freed it
    return content_of(written.get());
}

}  // namespace xy::document
