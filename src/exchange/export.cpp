#include "exchange/export.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "exchange/csv_files.h"
#include "exchange/exchange_error.h"
#include "exchange/package_schema.h"
#include "exchange/staging_folder.h"

namespace xy::exchange {
namespace fs = std::filesystem;
namespace {

bool is_ours(const std::string& name, std::span<const ExtraFile> extra) {
    for (const json::Resource& resource :
         {sessions_resource(), answers_resource(), items_resource(), events_resource(), ledger_resource(),
          participation_resource(), hours_resource(), durations_resource(), answer_times_resource()})
        if (resource.path == name) return true;
    return name == descriptor_file ||
           std::any_of(extra.begin(), extra.end(), [&](const ExtraFile& file) { return file.name == name; });
}

/// Writes one file after the other and gathers their digests.
class PackageWriter {
 public:
    explicit PackageWriter(fs::path folder) : folder_(std::move(folder)) {}

    /// Where `resource` is to be written.
    fs::path place_of(const json::Resource& resource) const { return folder_ / resource.path; }

    /// The descriptor names the resources in the order in which they are done.
    void done(json::Resource resource, HashedFile& file) {
        const Digest digest = file.finish();
        resource.bytes = digest.bytes;
        resource.sha256 = digest.sha256;
        resources_.push_back(std::move(resource));
    }

    template <typename Write>
    std::int64_t add(json::Resource resource, Write&& write) {
        HashedFile file(place_of(resource));
        const std::int64_t rows = write(file);
        done(std::move(resource), file);
        return rows;
    }

    void add_plain(const std::string& name, const std::string& content) {
        HashedFile file(folder_ / name);
        file.text() = content;
        file.finish();
    }

    void describe_all() { add_plain(std::string(descriptor_file), json::to_json(describe(resources_))); }

 private:
    fs::path folder_;
    std::vector<json::Resource> resources_;
};

std::vector<store::ParticipationRow> add_visits(PackageWriter& writer, store::Store& store, Exported& rows,
                                                const Progress& progress) {
    HashedFile sessions(writer.place_of(sessions_resource()));
    HashedFile answers(writer.place_of(answers_resource()));
    WrittenVisits written = write_visits(store, sessions, answers, progress);
    writer.done(sessions_resource(), sessions);
    writer.done(answers_resource(), answers);
    rows.sessions = written.sessions;
    rows.answers = written.answers;
    return std::move(written.participation);
}

void add_extra(PackageWriter& writer, const std::string& name, const std::string& text) {
    json::Resource participation = participation_resource();
    if (name != participation.path) return writer.add_plain(name, text);
    writer.add(std::move(participation), [&](HashedFile& file) {
        file.text() = text;
        return std::int64_t{0};
    });
}

}  // namespace

bool may_replace(const fs::path& folder, std::span<const ExtraFile> extra) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(folder, error))) return true;
    if (!fs::is_directory(folder, error)) return false;
    bool empty = true;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        empty = false;
        if (!entry.is_regular_file(error) || !is_ours(entry.path().filename().string(), extra)) return false;
    }
    if (error) return false;
    if (empty) return true;
    const auto listing = json::read_listing(folder / descriptor_file);
    return listing.value && listing.value->name == package_name;
}

Exported write_package(store::Store& store, const fs::path& folder, const Progress& progress,
                       std::span<const ExtraFile> extra) {
    if (!may_replace(folder, extra))
        throw ExchangeError(folder.string() +
                            " is there already and is not an export of this program; name another folder");
    StagingFolder part(folder);
    PackageWriter writer(part.path());
    Exported rows;
    rows.events = writer.add(events_resource(), [&](HashedFile& f) { return write_events(store, f); });
    rows.items = writer.add(items_resource(), [&](HashedFile& f) { return write_items(store, f); });
    rows.ledger = writer.add(ledger_resource(), [&](HashedFile& f) { return write_ledger(store, f); });
    const auto participation = add_visits(writer, store, rows, progress);
    writer.add(hours_resource(), [&](HashedFile& f) { return write_hours(store, f); });
    writer.add(durations_resource(), [&](HashedFile& f) { return write_durations(store, f); });
    writer.add(answer_times_resource(), [&](HashedFile& f) { return write_answer_times(store, f); });
    for (const ExtraFile& file : extra) add_extra(writer, file.name, file.text(participation));
    writer.describe_all();
    part.commit();
    return rows;
}

}  // namespace xy::exchange
