#include "credentials/copies.h"

#include "credentials/credentials_file.h"

namespace xy::credentials {
namespace {

using access::Credentials;
using access::Role;

Credentials copy_in(store::Store& store) {
    return {.volunteer = store.pin_hash(code(Role::volunteer)),
            .organizer = store.pin_hash(code(Role::organizer)),
            .recovery = std::nullopt,
            .wrong = store.wrong_tries(),
            .lost = false};
}

void write_copy(store::Store& store, const Credentials& credentials) {
    const Credentials before = copy_in(store);
    for (const Role role : {Role::volunteer, Role::organizer}) {
        const auto& hash = credentials.pin(role);
        if (hash && hash != before.pin(role)) store.set_pin_hash(code(role), *hash);
    }
    if (credentials.wrong != before.wrong) store.set_wrong_tries(credentials.wrong);
}

}  // namespace

Copies load_copies(const std::filesystem::path& folder, store::Store* store) {
    Copies copies{.file = load(folder), .credentials = {}};
    copies.credentials = access::merged(copies.file, store != nullptr ? copy_in(*store) : Credentials{});
    copies.status = access::status_of(copies.credentials);
    return copies;
}

void keep(const std::filesystem::path& folder, store::Store* store, const Credentials& credentials) {
    Credentials kept = credentials;
    if (kept.volunteer && kept.organizer) kept.lost = false;
    save(folder, kept);
    if (store != nullptr) write_copy(*store, kept);
}

void restore(const std::filesystem::path& folder, store::Store& store, const Copies& copies) {
    const Credentials& known = copies.credentials;
    if (!known.volunteer && !known.organizer) return;
    if (copies.file.state != access::FileState::whole || copies.file.credentials != known)
        save(folder, known);
    write_copy(store, known);
}

}  // namespace xy::credentials
