#include "credentials/credentials_file.h"

#include <cerrno>
#include <system_error>

#include "base/hash.h"
#include "base/private_file.h"
#include "json/document.h"
#include "json/value.h"
#include "json/writer.h"

namespace xy::credentials {
namespace fs = std::filesystem;
namespace {

using access::Credentials;

/// Of the file; a later one that this program does not know counts as damaged.
constexpr std::int64_t format = 1;
/// A few hashes of a hundred characters each.
constexpr std::size_t most_bytes = 16'384;

/// So that a flipped bit in a hash is noticed before somebody is locked out by it.
std::string checksum(const Credentials& credentials) {
    Fingerprint sum;
    for (const auto& hash : {credentials.volunteer, credentials.organizer, credentials.recovery})
        sum.add(hash.has_value()).add(hash.value_or(std::string()));
    sum.add(static_cast<std::uint64_t>(credentials.wrong)).add(credentials.lost);
    return sum.digits();
}

json::Cell cell_of(const std::optional<std::string>& hash) {
    if (hash) return *hash;
    return nullptr;
}

const json::Node* member(const json::Object& object, std::string_view key) {
    for (const json::Member& one : object)
        if (one.key == key) return &one.value;
    return nullptr;
}

template <typename T>
const T* member_as(const json::Object& object, std::string_view key) {
    const json::Node* node = member(object, key);
    return node == nullptr ? nullptr : std::get_if<T>(&node->value);
}

std::optional<std::string> hash_in(const json::Object& object, std::string_view key) {
    const auto* text = member_as<std::string>(object, key);
    return text != nullptr ? std::optional(*text) : std::nullopt;
}

/// Nothing when these are not the bytes that were written.
std::optional<Credentials> credentials_in(const std::string& bytes) {
    const Checked<json::Node> document = json::parse(bytes, std::string(file_name));
    if (!document.value) return std::nullopt;
    const auto* object = std::get_if<json::Object>(&document.value->value);
    if (object == nullptr) return std::nullopt;
    const auto* version = member_as<std::int64_t>(*object, "format");
    const auto* wrong = member_as<std::int64_t>(*object, "wrong_tries");
    const auto* lost = member_as<bool>(*object, "lost");
    const auto* sum = member_as<std::string>(*object, "checksum");
    if (version == nullptr || *version != format) return std::nullopt;
    if (wrong == nullptr || lost == nullptr || sum == nullptr) return std::nullopt;
    Credentials credentials{.volunteer = hash_in(*object, "volunteer"),
                            .organizer = hash_in(*object, "organizer"),
                            .recovery = hash_in(*object, "recovery_code"),
                            .wrong = static_cast<int>(*wrong),
                            .lost = *lost};
    if (*wrong < 0 || *wrong != credentials.wrong || *sum != checksum(credentials)) return std::nullopt;
    return credentials;
}

bool is_new(const fs::path& folder) {
    std::error_code error;
    const fs::directory_iterator first(folder, error);
    if (error == std::errc::no_such_file_or_directory) return true;
    if (error) throw std::system_error(error, folder.string());
    return first == fs::directory_iterator();
}

}  // namespace

void begin(const fs::path& folder) {
    if (!is_new(folder)) return;
    make_private_folder(folder);
    save(folder, {});
}

access::Found load(const fs::path& folder) {
    std::optional<std::string> bytes;
    try {
        bytes = read_small_file(folder / file_name, most_bytes);
    } catch (const std::system_error& error) {
        const int code = error.code().value();
        if (code != EFBIG && code != EISDIR && code != ELOOP) throw;
        return {access::FileState::damaged, {}};
    }
    if (!bytes) return {access::FileState::absent, {}};
    const auto credentials = credentials_in(*bytes);
    if (!credentials) return {access::FileState::damaged, {}};
    return {access::FileState::whole, *credentials};
}

void save(const fs::path& folder, const Credentials& credentials) {
    write_private_file(folder / file_name,
                       json::to_json(json::Record{{"format", format},
                                                  {"volunteer", cell_of(credentials.volunteer)},
                                                  {"organizer", cell_of(credentials.organizer)},
                                                  {"recovery_code", cell_of(credentials.recovery)},
                                                  {"wrong_tries", std::int64_t{credentials.wrong}},
                                                  {"lost", credentials.lost},
                                                  {"checksum", checksum(credentials)}}));
}

}  // namespace xy::credentials
