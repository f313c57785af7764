// A medium that fails while the store is opened: an error of reading is never damage, and nothing is renamed.
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <sqlite3.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "store/examples.h"

namespace xy::store {
namespace {

using namespace examples;

/// Which of SQLite's calls to the system fails: the `nth`, or all from there on.
struct Failure {
    int nth = 0;
    int error = EIO;
    bool for_good = false;
    int calls = 0;

    bool now() {
        ++calls;
        if (calls != nth && !(for_good && calls > nth)) return false;
        errno = error;
        return true;
    }
};
Failure* failing = nullptr;

ssize_t failing_read(int file, void* bytes, size_t size) {
    return failing->now() ? -1 : ::read(file, bytes, size);
}
ssize_t failing_pread(int file, void* bytes, size_t size, off_t at) {
    return failing->now() ? -1 : ::pread(file, bytes, size, at);
}
int failing_open(const char* file, int flags, int mode) {
    return failing->now() ? -1 : ::open(file, flags, mode);
}
int failing_fstat(int file, struct stat* facts) {
    return failing->now() ? -1 : ::fstat(file, facts);
}

/// Puts calls of ours between SQLite and the system, for as long as it lives.
class FailingCalls {
 public:
    FailingCalls(const std::vector<const char*>& names, Failure& failure) : vfs_(sqlite3_vfs_find("unix")) {
        failing = &failure;
        for (const char* name : names)
            if (vfs_->xGetSystemCall(vfs_, name) != nullptr) replace(name);
    }
    ~FailingCalls() {
        for (const auto& [name, call] : before_) vfs_->xSetSystemCall(vfs_, name.c_str(), call);
        failing = nullptr;
    }
    FailingCalls(const FailingCalls&) = delete;
    FailingCalls& operator=(const FailingCalls&) = delete;

 private:
    void replace(const std::string& name) {
        before_[name] = vfs_->xGetSystemCall(vfs_, name.c_str());
        vfs_->xSetSystemCall(vfs_, name.c_str(), ours(name));
    }
    static sqlite3_syscall_ptr ours(const std::string& name) {
        if (name == "read") return reinterpret_cast<sqlite3_syscall_ptr>(failing_read);
        if (name == "open") return reinterpret_cast<sqlite3_syscall_ptr>(failing_open);
        if (name == "fstat") return reinterpret_cast<sqlite3_syscall_ptr>(failing_fstat);
        return reinterpret_cast<sqlite3_syscall_ptr>(failing_pread);
    }

    sqlite3_vfs* vfs_;
    std::map<std::string, sqlite3_syscall_ptr> before_;
};

constexpr int visits = 12;

/// The files of a store with visits, some of them in its log only, as after a power cut. Made once.
const std::map<std::string, std::string>& files_of_a_store() {
    static const std::map<std::string, std::string> files = [] {
        const TemporaryFolder made;
        Store store = open_ready(made.path());
        for (std::uint32_t i = 0; i < visits; ++i) {
            store.begin(start(id(i)));
            store.add(id(i), answer(0));
        }
        return contents(made.path());
    }();
    return files;
}

void make_store(const TemporaryFolder& folder) {
    for (const auto& [name, bytes] : files_of_a_store()) write_bytes(folder.path() / name, bytes);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".db") names.push_back(entry.path().filename().string());
    return names;
}

/// Lets every single call fail in turn; how many were there.
int expect_nothing_lost(const std::vector<const char*>& calls, int error, bool for_good, Check check,
                        Damage damage) {
    for (int nth = 1;; ++nth) {
        SCOPED_TRACE(std::string(calls[0]) + " number " + std::to_string(nth));
        const TemporaryFolder folder;
        make_store(folder);
        Failure failure{nth, error, for_good};
        {
            const FailingCalls hooks(calls, failure);
            const auto reason = failure_of([&] {
                Store store = Store::open(folder.path(), check, damage);
                store.participation();
                store.find_damage();
                store.walk([](const SessionRow&) {}, [](const StoredAnswer&) {});
            });
            EXPECT_EQ(reason.value_or(StoreFailure::cannot_read), StoreFailure::cannot_read);
        }
        EXPECT_THAT(names_in(folder.path()), testing::ElementsAre("xiangyang.db"));
        Store store = Store::open(folder.path());
        EXPECT_FALSE(store.opening().set_aside);
        EXPECT_EQ(store.count_answers(), visits);
        if (failure.calls < nth) return nth - 1;
        if (testing::Test::HasFailure()) return nth;
    }
}

const std::vector<const char*> reading{"pread", "pread64", "read"};

TEST(ReadError, OneReadThatFailsIsNotDamage) {
    EXPECT_GT(expect_nothing_lost(reading, EIO, false, Check::quick, Damage::set_aside), 10);
}

TEST(ReadError, ReadsThatFailForGoodAreNotDamage) {
    EXPECT_GT(expect_nothing_lost(reading, ERANGE, true, Check::quick, Damage::set_aside), 10);
}

TEST(ReadError, NoCommandTakesItForDamage) {
    EXPECT_GT(expect_nothing_lost(reading, EIO, true, Check::none, Damage::refuse), 5);
}

TEST(ReadError, WithoutFileHandlesNothingIsDamaged) {
    EXPECT_GT(expect_nothing_lost({"open"}, EMFILE, true, Check::quick, Damage::set_aside), 0);
}

TEST(ReadError, AFileThatCannotBeLookedAtIsNotDamaged) {
    EXPECT_GT(expect_nothing_lost({"fstat"}, EIO, false, Check::quick, Damage::set_aside), 0);
}

}  // namespace
}  // namespace xy::store
