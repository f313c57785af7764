// Files that nobody but their owner reads: small ones that are replaced whole, and the rights of others.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xy {

/// From now on what this process makes is its owner's alone (umask 077), whatever was inherited.
void make_everything_private();

/// Makes the folder, and those above it, for its owner alone. Throws std::system_error.
void make_private_folder(const std::filesystem::path& folder);

/// Takes from everybody but the owner what an earlier version or a lax umask left: `folder` itself, and what
/// in it has a name that begins with one of `names`, with all below. Nothing else in it is ours to change.
/// What cannot be changed stays, as does a folder that is shared on purpose (/tmp); links are not followed.
void tighten(const std::filesystem::path& folder, std::span<const std::string_view> names);

/// Replaces the file as one: another one beside it, synced, renamed, and the folder synced. Only its owner
/// can read it. When it throws std::system_error, what was there before is still there.
void write_private_file(const std::filesystem::path& file, std::string_view bytes);

/// All bytes of a file of at most `most` bytes; nothing when it is not there. Throws std::system_error: for a
/// larger one (file_too_large), a folder, and when it cannot be read.
std::optional<std::string> read_small_file(const std::filesystem::path& file, std::size_t most);

}  // namespace xy
