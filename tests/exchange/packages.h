// Stores and packages for the tests of the exchange.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>

#include "exchange/export.h"
#include "exchange/hashed_file.h"
#include "store/examples.h"

namespace xy::exchange::examples {

using namespace store::examples;
namespace fs = std::filesystem;

/// Names and texts that break careless writers and readers.
inline void put_all(store::Store& store) {
    outreach::Event odd = event("odd,\"event\"");
    odd.name = {"=1+1,\"引号\"\r\n第二行", "\t@formula 😀"};
    odd.place = {"", "－dash"};
    odd.day = "2025-06-26";
    store.put_event(odd);
    store.put_event(event());
    quiz::Bank bank = store::examples::bank();
    bank.items[0].stem.zh = "“毒品”，\n是\"什么\"？,,";
    bank.items[1].options[0].id = "a,b";
    bank.items[1].options[1].id = "say \"no\"";
    store.put_items(std::vector<quiz::Bank>{bank});
    for (std::uint32_t i = 1; i <= 6; ++i) {
        outreach::LedgerEntry made = entry(id(i * 77'777), i == 2 ? -5 : 300 * std::int64_t{i});
        made.note = i == 3 ? "=1+1, \"村口\"\r\n" : "";
        made.precision = static_cast<outreach::Precision>(i % 4);
        made.undone = i == 4;
        store.add_to_ledger(made);
    }
    for (std::uint32_t i = 1; i <= 40; ++i) {
        store::SessionRow row{start(id(i * 7'919'777)), quiz::Outcome::completed, Milliseconds(1'000 * i),
                              true};
        if (i % 2 == 0) row.start.event = odd.id;
        if (i % 3 == 0) row.outcome = quiz::Outcome::abandoned;
        if (i % 5 == 0) row.outcome = quiz::Outcome::timed_out;
        if (i % 3 == 0) row.pledge = std::nullopt;
        if (i % 4 == 0) row.pledge = false;
        if (i % 6 == 0) row.start.language = Language::en;
        row.start.practice = i % 11 == 0;
        row.start.audience = i % 7 == 0 ? "" : "pupil, \"5\"";
        store.put_session(row);
        store.add(row.start.id, answer(0, i % 8 < 4 ? 2 : 0));
        store.add(row.start.id, {1, quiz::Phase::pre, "law", "age", "v1", 5, true, Milliseconds(i)});
        quiz::Answer survey{2, quiz::Phase::survey, "law", "useful", "v1", 0, std::nullopt, Milliseconds(0)};
        if (i % 3 != 0) survey.chosen = 1U << (i % 3);
        store.add(row.start.id, survey);
    }
}

inline void fill(store::Store& store) {
    store.in_one_transaction([&] { put_all(store); });
}

/// Puts `bytes` in place of a file of a package and makes the descriptor say that this is right: what a
/// careful forger or a faulty program would leave.
inline void reseal(const fs::path& package, const std::string& name, const std::string& bytes) {
    const Digest before = digest_of(package / name);
    write_bytes(package / name, bytes);
    const Digest after = digest_of(package / name);
    std::string descriptor = bytes_of(package / "datapackage.json");
    const std::size_t hash = descriptor.find(before.sha256);
    const std::string old_bytes = "\"bytes\": " + std::to_string(before.bytes) + ",";
    const std::size_t size = descriptor.rfind(old_bytes, hash);
    descriptor.replace(hash, before.sha256.size(), after.sha256);
    descriptor.replace(size, old_bytes.size(), "\"bytes\": " + std::to_string(after.bytes) + ",");
    write_bytes(package / "datapackage.json", descriptor);
}

/// A folder with a filled store in data/ and its package in out/.
class FilledFolder {
 public:
    FilledFolder() {
        store::Store store = store::Store::open(data());
        fill(store);
        write_package(store, package());
    }
    fs::path path() const { return folder_.path(); }
    fs::path data() const { return path() / "data"; }
    fs::path package() const { return path() / "out"; }

 private:
    TemporaryFolder folder_;
};

}  // namespace xy::exchange::examples
