#include "kiosk/heap.h"

#include <cstdlib>  // says whether this is glibc
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace xy::kiosk {

void keep_heap_small() {
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    ::mallopt(M_ARENA_MAX, 1);
#endif
}

void give_back_heap() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

}  // namespace xy::kiosk
