// A layer between SQLite and the system: every page that goes to the file gets its checksum, and every page
// that comes from it is compared with it.
#pragma once

#include <cstddef>
#include <sqlite3.h>

namespace xy::integrity {

/// The name under which SQLite finds the layer (a VFS, https://www.sqlite.org/vfs.html); it lies over the VFS
/// that is the default when a file is opened. A page that is PageState::spoiled is SQLITE_CORRUPT. What
/// another program wrote is read, and counted: whether it is whole SQLite's own check says. Files without
/// reserved bytes are read and written as they are; a file that is made through the layer must get them.
const char* checked_files();

/// Asks for the reserved bytes: a new file has them from its first page, any other after a VACUUM.
void reserve_checksums(sqlite3* db);
/// Whether the file behind `db` has checksums as it lies on the disk.
bool has_checksums(sqlite3* db);
/// How often a page that is PageState::foreign was read since this was asked last.
std::size_t take_foreign_pages(sqlite3* db);

}  // namespace xy::integrity
