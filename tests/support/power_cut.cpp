#include "support/power_cut.h"

#include <algorithm>
#include <cstdlib>

#include "support/folder.h"
#include "support/folder_in_memory.h"

namespace xy {
namespace {

using What = DiskCall::What;

constexpr std::uint64_t sector = 512;

void apply(std::string& content, const DiskCall& call) {
    if (call.what == What::truncate) {
        content.resize(call.offset);
        return;
    }
    const std::uint64_t end = call.offset + call.bytes.size();
    if (content.size() < end) content.resize(end);
    content.replace(call.offset, call.bytes.size(), call.bytes);
}

/// A write cut at the borders of sectors; anything else as it is.
std::vector<DiskCall> in_sectors(const std::vector<DiskCall>& calls) {
    std::vector<DiskCall> parts;
    for (const DiskCall& call : calls) {
        if (call.what != What::write) {
            parts.push_back(call);
            continue;
        }
        for (std::uint64_t at = 0; at < call.bytes.size();) {
            const std::uint64_t size =
                std::min<std::uint64_t>(sector - (call.offset + at) % sector, call.bytes.size() - at);
            parts.push_back({What::write, call.file, {}, call.offset + at, call.bytes.substr(at, size)});
            at += size;
        }
    }
    return parts;
}

void garble(std::string& bytes, Random& random) {
    const bool zeros = random.below(3) == 0;
    for (char& byte : bytes) byte = zeros ? '\0' : static_cast<char>(random.below(256));
}

void shuffle(std::vector<DiskCall>& calls, Random& random) {
    for (std::size_t i = calls.size(); i > 1; --i) std::swap(calls[i - 1], calls[random.below(i)]);
}

}  // namespace

void Disk::take(const DiskCall& call) {
    switch (call.what) {
        case What::create:
            files_[call.file];
            renamed_[call.name].emplace_back(call.file);
            break;
        case What::unlink:
            renamed_[call.name].emplace_back(std::nullopt);
            break;
        case What::write:
        case What::truncate:
            files_[call.file].since.push_back(call);
            break;
        case What::sync: {
            File& file = files_[call.file];
            for (const DiskCall& earlier : file.since) apply(file.synced, earlier);
            file.since.clear();
            break;
        }
        case What::sync_folder:
            for (const auto& [name, files] : renamed_) names_[name] = files.back();
            renamed_.clear();
            break;
        case What::acknowledge:
            ++acknowledged_;
            break;
    }
}

std::string Disk::after_cut(const File& file, Unsynced unsynced, Random& random) {
    std::string content = file.synced;
    if (unsynced == Unsynced::lost) return content;
    std::vector<DiskCall> parts = in_sectors(file.since);
    if (unsynced == Unsynced::torn) parts.resize(random.below(parts.size() + 1));
    if (unsynced == Unsynced::reordered || unsynced == Unsynced::garbled) {
        shuffle(parts, random);
        const std::uint64_t written = 1 + random.below(9);  // tenths
        for (DiskCall& part : parts) {
            if (random.below(10) < written) continue;
            const bool garbled =
                unsynced == Unsynced::garbled && part.what == What::write && random.below(2) == 0;
            if (garbled)
                garble(part.bytes, random);
            else
                part.what = What::acknowledge;  // never happened
        }
    }
    for (const DiskCall& part : parts)
        if (part.what != What::acknowledge) apply(content, part);
    return content;
}

void Disk::cut(const std::filesystem::path& folder, Unsynced unsynced, Random& random) const {
    auto names = names_;
    for (const auto& [name, since] : renamed_) {
        const auto known = names_.find(name);
        std::vector<std::optional<std::size_t>> may_be = since;
        may_be.insert(may_be.begin(), known == names_.end() ? std::nullopt : known->second);
        std::size_t which = random.below(may_be.size());
        if (unsynced == Unsynced::lost) which = 0;
        if (unsynced == Unsynced::written) which = may_be.size() - 1;
        names[name] = may_be[which];
    }
    for (const auto& [name, file] : names)
        if (file) write_bytes(folder / name, after_cut(files_.at(*file), unsynced, random));
}

Cuts cut_often(const DiskLog& log, int cuts, std::uint64_t seed, const FaultAfterCut& fault) {
    Random random(seed);
    const auto before = std::find_if(log.begin(), log.end(),
                                     [](const DiskCall& call) { return call.what == What::sync_folder; });
    const auto first = static_cast<std::size_t>(before - log.begin()) + 1;
    std::vector<std::size_t> places;
    for (int i = 0; i < cuts; ++i) places.push_back(first + random.below(log.size() + 1 - first));
    std::sort(places.begin(), places.end());
    Disk disk;
    std::size_t taken = 0;
    Cuts all;
    for (const std::size_t place : places) {
        while (taken < place) disk.take(log[taken++]);
        const auto unsynced = static_cast<Unsynced>(random.below(unsynced_kinds));
        const FolderInMemory folder;
        disk.cut(folder.path(), unsynced, random);
        const std::string found = fault(folder.path(), disk.acknowledged());
        ++all.tried;
        if (found.empty()) continue;
        if (all.faults++ == 0)
            all.first = "cut before call " + std::to_string(place) + " of " + std::to_string(log.size()) +
                        ", kind " + std::to_string(static_cast<int>(unsynced)) + ": " + found;
    }
    return all;
}

int cuts_asked_for() {
    const char* asked = std::getenv("XY_CUTS");
    return asked == nullptr ? 2'000 : std::max(1, std::atoi(asked));
}

DiskLog without_syncs(const DiskLog& log,
                      const std::function<bool(const DiskCall& sync, const DiskCall& next)>& forgets) {
    DiskLog careless;
    for (auto call = log.begin(); call != log.end(); ++call) {
        const auto next = std::find_if(call + 1, log.end(), [](const DiskCall& c) { return c.file != 0; });
        const DiskCall nothing;
        if (call->what == What::sync && forgets(*call, next == log.end() ? nothing : *next)) continue;
        careless.push_back(*call);
    }
    return careless;
}

}  // namespace xy
