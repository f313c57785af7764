#include "kiosk/memory.h"

#include <cstdint>
#include <cstdlib>  // says whether this is glibc
#ifdef __GLIBC__
#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace xy::kiosk {
namespace {

#ifdef __GLIBC__
/// The pages of a library that nobody can have written to: they are as in the file, and come back from there.
/// What the linker relocated lies in segments that were writable.
int give_back_segments(dl_phdr_info* library, std::size_t, void*) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    for (int i = 0; i < library->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = library->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
        const std::uintptr_t begin = (library->dlpi_addr + segment.p_vaddr + page - 1) / page * page;
        const std::uintptr_t end = (library->dlpi_addr + segment.p_vaddr + segment.p_memsz) / page * page;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the linker tells addresses as numbers
        if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
    }
    return 0;
}
#endif

}  // namespace

void keep_heap_small() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    ::mallopt(M_ARENA_MAX, 1);
#endif
}

void give_back_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
    ::dl_iterate_phdr(give_back_segments, nullptr);
#endif
}

}  // namespace xy::kiosk
