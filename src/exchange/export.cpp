#include "exchange/export.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "exchange/csv_files.h"
#include "exchange/exchange_error.h"
#include "exchange/package_schema.h"
#include "exchange/package_writer.h"
#include "exchange/readme.h"
#include "exchange/staging_folder.h"

namespace xy::exchange {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> our_files() {
    std::vector<std::string> names{std::string(descriptor_file), std::string(readme_file)};
    for (const json::Resource& resource : needed_resources(package_format)) names.push_back(resource.path);
    names.push_back(participation_resource().path);
    return names;
}

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

bool may_replace_files(const fs::path& folder, std::string_view name, std::span<const std::string> ours) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(folder, error))) return true;
    if (!fs::is_directory(folder, error)) return false;
    bool empty = true;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        empty = false;
        if (!entry.is_regular_file(error) ||
            std::find(ours.begin(), ours.end(), entry.path().filename().string()) == ours.end())
            return false;
    }
    if (error) return false;
    if (empty) return true;
    const auto listing = json::read_listing(folder / descriptor_file);
    return listing.value && listing.value->name == name;
}

bool may_replace(const fs::path& folder, std::span<const ExtraFile> extra) {
    std::vector<std::string> ours = our_files();
    for (const ExtraFile& file : extra) ours.push_back(file.name);
    return may_replace_files(folder, package_name, ours);
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
    writer.add_plain(std::string(readme_file), internal_readme());
    writer.add_plain(std::string(descriptor_file), json::to_json(describe(writer.take_resources())));
    part.commit();
    return rows;
}

}  // namespace xy::exchange
