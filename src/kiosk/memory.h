// What memory a program keeps that runs all day and mostly waits.
#pragma once

namespace xy::kiosk {

/// Call it first. What is large (pictures, pages of glyphs) always comes from the system and goes back to it;
/// by itself the allocator puts it into the heap once some of it was freed, and keeps the holes (4 MB). All
/// threads share one heap: each of their own would grow by a system call for every page.
void keep_heap_small();

/// Call it once the first screen stands. Reading the banks leaves holes behind, which the allocator would
/// keep (4 MB); and the code of a hundred libraries that only the start needed, of which what is used again
/// comes back by itself. Takes about a millisecond.
void give_back_memory();

}  // namespace xy::kiosk
