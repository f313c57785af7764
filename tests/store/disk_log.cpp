#include "store/disk_log.h"

#include <array>
#include <cerrno>
#include <map>
#include <mutex>
#include <new>
#include <sqlite3.h>
#include <stdexcept>
#include <string>
#include <sys/stat.h>

#include "store/disk_calls.h"
#include "support/folder.h"

namespace xy::store {
namespace fs = std::filesystem;
using What = DiskCall::What;

struct WatchedDisk::State {
    fs::path folder;
    sqlite3_vfs* below = nullptr;
    sqlite3_vfs vfs{};
    mutable std::mutex mutex;  ///< guards what follows; SQLite may use several threads
    DiskLog log;
    std::map<std::string, std::size_t> files;  ///< by name
    std::size_t last_file = 0;
    Failure failure;
    std::array<int, 5> calls{};
    std::unique_ptr<HearSyncs> hear;

    std::size_t file(const std::string& name) {
        const auto known = files.find(name);
        if (known != files.end()) return known->second;
        files[name] = ++last_file;
        log.push_back({What::create, last_file, name, 0, {}});
        return last_file;
    }
    std::string below_folder(const std::string& path) const {
        const std::string root = folder.string() + "/";
        return path.compare(0, root.size(), root) == 0 ? path.substr(root.size()) : std::string();
    }
    /// SQLite's code for the call that is to fail now, with errno as the system would leave it; 0: it works.
    int failing(FailingCall call) {
        const std::lock_guard lock(mutex);
        const int number = ++calls[static_cast<std::size_t>(call)];
        const bool fails = failure.nth > 0 && failure.call == call &&
                           (number == failure.nth || (failure.for_good && number > failure.nth));
        if (!fails) return SQLITE_OK;
        errno = failure.error;
        if (failure.error == ENOSPC || failure.error == EDQUOT)
            return call == FailingCall::write ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
        switch (call) {
            case FailingCall::open:
                return SQLITE_CANTOPEN;
            case FailingCall::read:
                // As SQLite's own files say it.
                return failure.error == EIO || failure.error == ENXIO || failure.error == ERANGE
                           ? SQLITE_IOERR_CORRUPTFS
                           : SQLITE_IOERR_READ;
            case FailingCall::write:
                return SQLITE_IOERR_WRITE;
            case FailingCall::sync:
                return SQLITE_IOERR_FSYNC;
            case FailingCall::truncate:
                return SQLITE_IOERR_TRUNCATE;
        }
        return SQLITE_IOERR;
    }
};

namespace {

/// In the memory that SQLite gives for a file; the real one lies behind it.
struct WatchedFile {
    sqlite3_file base{};
    WatchedDisk::State* disk = nullptr;
    std::size_t number = 0;  ///< 0: of no interest
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

WatchedFile& of(sqlite3_file* file) {
    return *reinterpret_cast<WatchedFile*>(file);
}
WatchedDisk::State& of(sqlite3_vfs* vfs) {
    return *static_cast<WatchedDisk::State*>(vfs->pAppData);
}

void note(WatchedFile& file, What what, std::uint64_t offset = 0, std::string bytes = {}) {
    const std::lock_guard lock(file.disk->mutex);
    file.disk->log.push_back({what, file.number, {}, offset, std::move(bytes)});
}

int close_file(sqlite3_file* file) {
    return of(file).real()->pMethods->xClose(of(file).real());
}
int read_file(sqlite3_file* file, void* into, int size, sqlite3_int64 offset) {
    if (of(file).number != 0)
        if (const int code = of(file).disk->failing(FailingCall::read); code != SQLITE_OK) return code;
    return of(file).real()->pMethods->xRead(of(file).real(), into, size, offset);
}
int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    WatchedFile& watched = of(file);
    if (watched.number != 0)
        if (const int code = watched.disk->failing(FailingCall::write); code != SQLITE_OK) return code;
    const int code = watched.real()->pMethods->xWrite(watched.real(), from, size, offset);
    if (code == SQLITE_OK && watched.number != 0)
        note(watched, What::write, static_cast<std::uint64_t>(offset),
             {static_cast<const char*>(from), static_cast<std::size_t>(size)});
    return code;
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    WatchedFile& watched = of(file);
    if (watched.number != 0)
        if (const int code = watched.disk->failing(FailingCall::truncate); code != SQLITE_OK) return code;
    const int code = watched.real()->pMethods->xTruncate(watched.real(), size);
    if (code == SQLITE_OK && watched.number != 0)
        note(watched, What::truncate, static_cast<std::uint64_t>(size));
    return code;
}
int sync_file(sqlite3_file* file, int flags) {
    WatchedFile& watched = of(file);
    if (watched.number != 0)
        if (const int code = watched.disk->failing(FailingCall::sync); code != SQLITE_OK) return code;
    const int code = watched.real()->pMethods->xSync(watched.real(), flags);
    if (code == SQLITE_OK && watched.number != 0) note(watched, What::sync);
    return code;
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return of(file).real()->pMethods->xFileSize(of(file).real(), size);
}
int lock_file(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xLock(of(file).real(), level);
}
int unlock_file(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xUnlock(of(file).real(), level);
}
int is_reserved(sqlite3_file* file, int* out) {
    return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), out);
}
int control_file(sqlite3_file* file, int what, void* argument) {
    return of(file).real()->pMethods->xFileControl(of(file).real(), what, argument);
}
int sector_size(sqlite3_file* file) {
    return of(file).real()->pMethods->xSectorSize(of(file).real());
}
int characteristics(sqlite3_file* file) {
    return of(file).real()->pMethods->xDeviceCharacteristics(of(file).real());
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return of(file).real()->pMethods->xShmMap(of(file).real(), page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return of(file).real()->pMethods->xShmLock(of(file).real(), offset, count, flags);
}
void shared_barrier(sqlite3_file* file) {
    of(file).real()->pMethods->xShmBarrier(of(file).real());
}
int unmap_shared(sqlite3_file* file, int remove) {
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), remove);
}

const sqlite3_io_methods methods{
    2,           close_file,     read_file,    write_file,   truncate_file, sync_file,       size_of_file,
    lock_file,   unlock_file,    is_reserved,  control_file, sector_size,   characteristics, map_shared,
    lock_shared, shared_barrier, unmap_shared, nullptr,      nullptr};

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    WatchedDisk::State& disk = of(vfs);
    auto* watched = new (file) WatchedFile;
    const std::string name = path == nullptr ? std::string() : disk.below_folder(path);
    if (!name.empty())
        if (const int code = disk.failing(FailingCall::open); code != SQLITE_OK) return code;
    const int code = disk.below->xOpen(disk.below, path, watched->real(), flags, out_flags);
    if (code != SQLITE_OK) return code;
    watched->base.pMethods = &methods;
    watched->disk = &disk;
    if (name.empty()) return code;
    const std::lock_guard lock(disk.mutex);
    watched->number = disk.file(name);
    return code;
}

int delete_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    WatchedDisk::State& disk = of(vfs);
    {
        // Before the call: the sync of the folder that it may include is heard in its midst.
        const std::lock_guard lock(disk.mutex);
        const auto known = disk.files.find(disk.below_folder(path));
        if (known != disk.files.end()) {
            disk.log.push_back({What::unlink, known->second, known->first, 0, {}});
            disk.files.erase(known);
        }
    }
    return disk.below->xDelete(disk.below, path, sync_folder);
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* out) {
    return of(vfs).below->xAccess(of(vfs).below, path, flags, out);
}
int full_name(sqlite3_vfs* vfs, const char* path, int size, char* out) {
    return of(vfs).below->xFullPathname(of(vfs).below, path, size, out);
}
int some_randomness(sqlite3_vfs* vfs, int size, char* out) {
    return of(vfs).below->xRandomness(of(vfs).below, size, out);
}
int sleep_for(sqlite3_vfs* vfs, int microseconds) {
    return of(vfs).below->xSleep(of(vfs).below, microseconds);
}
int time_now(sqlite3_vfs* vfs, double* out) {
    return of(vfs).below->xCurrentTime(of(vfs).below, out);
}
int last_error(sqlite3_vfs* /*vfs*/, int /*size*/, char* /*out*/) {
    return errno;
}
int time_now_int(sqlite3_vfs* vfs, sqlite3_int64* out) {
    return of(vfs).below->xCurrentTimeInt64(of(vfs).below, out);
}

}  // namespace

WatchedDisk::WatchedDisk(const fs::path& folder) : state_(std::make_unique<State>()) {
    State& s = *state_;
    s.folder = folder;
    s.below = sqlite3_vfs_find(nullptr);
    if (s.below == nullptr) throw std::runtime_error("SQLite has no file system");
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::size_t number = s.file(entry.path().filename().string());
        s.log.push_back({What::write, number, {}, 0, bytes_of(entry.path())});
        s.log.push_back({What::sync, number, {}, 0, {}});
    }
    s.log.push_back({What::sync_folder, 0, {}, 0, {}});
    s.vfs.iVersion = 2;
    s.vfs.szOsFile = static_cast<int>(sizeof(WatchedFile)) + s.below->szOsFile;
    s.vfs.mxPathname = s.below->mxPathname;
    s.vfs.zName = "watched";
    s.vfs.pAppData = &s;
    s.vfs.xOpen = open_file;
    s.vfs.xDelete = delete_file;
    s.vfs.xAccess = access_file;
    s.vfs.xFullPathname = full_name;
    s.vfs.xRandomness = some_randomness;
    s.vfs.xSleep = sleep_for;
    s.vfs.xCurrentTime = time_now;
    s.vfs.xGetLastError = last_error;
    s.vfs.xCurrentTimeInt64 = time_now_int;
    s.hear = std::make_unique<HearSyncs>([&s](int file) {
        struct stat what {};
        struct stat ours {};
        const bool is_ours = ::fstat(file, &what) == 0 && S_ISDIR(what.st_mode) &&
                             ::stat(s.folder.c_str(), &ours) == 0 && what.st_ino == ours.st_ino;
        if (!is_ours) return;
        const std::lock_guard lock(s.mutex);
        s.log.push_back({What::sync_folder, 0, {}, 0, {}});
    });
    sqlite3_vfs_register(&s.vfs, 1);
}

WatchedDisk::~WatchedDisk() {
    sqlite3_vfs_unregister(&state_->vfs);
    sqlite3_vfs_register(state_->below, 1);
}

void WatchedDisk::acknowledge() {
    const std::lock_guard lock(state_->mutex);
    state_->log.push_back({What::acknowledge, 0, {}, 0, {}});
}

void WatchedDisk::fail(const Failure& failure) {
    const std::lock_guard lock(state_->mutex);
    state_->failure = failure;
    state_->calls = {};
}

void WatchedDisk::heal() {
    fail({});
}

int WatchedDisk::calls(FailingCall kind) const {
    const std::lock_guard lock(state_->mutex);
    return state_->calls[static_cast<std::size_t>(kind)];
}

const DiskLog& WatchedDisk::log() const {
    return state_->log;
}

}  // namespace xy::store
