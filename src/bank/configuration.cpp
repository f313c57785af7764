#include "bank/configuration.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <iterator>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "bank/bank_reader.h"
#include "bank/kiosk_files.h"
#include "bank/programme_check.h"
#include "bank/programme_file.h"
#include "base/problem_collector.h"
#include "json/folder.h"
#include "json/list_file.h"

namespace xy::bank {
namespace {

namespace fs = std::filesystem;

/// Reads everything, then looks across the files.
class Loading {
 public:
    Loading(fs::path config, fs::path questions, std::string_view today)
        : config_(std::move(config)), questions_(std::move(questions)), today_(today) {}

    Checked<Configuration> run() {
        lists();
        programmes();
        banks();
        across();
        Checked<Configuration> result;
        if (!has_mistakes(problems_)) result.value = std::move(configuration_);
        result.problems = in_reading_order(std::move(problems_));
        return result;
    }

 private:
    void note(Problems found) { std::move(found.begin(), found.end(), std::back_inserter(problems_)); }

    /// Keeps what was read and notes what was wrong; whether it could be read.
    template <typename T>
    bool take(Checked<T> checked, T& into) {
        note(std::move(checked.problems));
        if (checked.value) into = std::move(*checked.value);
        return checked.value.has_value();
    }

    void lists() {
        const auto files = json::files_in(config_ / "programmes");
        take(read_settings(config_ / "kiosk.json", json::stems_of(files)), configuration_.settings);
        audiences_known_ = take(read_audiences(config_ / "audiences.json"), configuration_.audiences);
        audience_ids_ = json::ids_of(configuration_.audiences);
        Configuration& c = configuration_;
        const bool measures = take(read_measures(config_ / "measures.json"), c.measures);
        take(read_targets(config_ / "targets.json", measures ? &c.measures : nullptr), c.targets);
        EventLists known;
        if (take(read_venues(config_ / "venues.json"), c.venues)) known.venues = &c.venues;
        if (take(read_places(config_ / "places.json"), c.places)) known.places = &c.places;
        if (take(read_occasions(config_ / "occasions.json"), c.occasions)) known.occasions = &c.occasions;
        take(read_events(config_ / "events.json", known), c.events);
    }

    void programmes() {
        for (const fs::path& file : json::files_in(config_ / "programmes")) {
            readings_.push_back(read_programme(file));
            note(readings_.back().problems);
        }
        if (readings_.empty())
            note({{Severity::mistake, (config_ / "programmes").string(), 0, "", "there is no programme",
                   "add one, like three-minute.json"}});
    }

    fs::path bank_file(const std::string& id) const { return questions_ / (id + ".json"); }

    struct CheckedBank {
        BankReading reading;
        Problems problems;  ///< of the check
    };

    /// The files of the banks that programmes name, each once.
    std::vector<fs::path> bank_files() {
        std::vector<fs::path> files;
        for (const ProgrammeReading& reading : readings_)
            for (const std::string& id : reading.programme.banks) {
                std::error_code error;
                if (id.empty() || shelf_.files.contains(id) || !fs::exists(bank_file(id), error)) continue;
                shelf_.files.insert(id);
                files.push_back(bank_file(id));
            }
        return files;
    }

    /// Two at a time: this is most of a start, and old machines have two processors.
    std::vector<CheckedBank> read_banks(const std::vector<fs::path>& files) const {
        std::vector<CheckedBank> banks(files.size());
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < files.size(); i = next++) {
                banks[i].reading = read_bank(files[i]);
                banks[i].problems = check_bank(files[i], banks[i].reading, audiences(), today_);
            }
        };
        auto beside = std::async(std::launch::async, work);
        work();
        beside.get();
        return banks;
    }

    void banks() {
        for (CheckedBank& bank : read_banks(bank_files())) {
            note(std::move(bank.reading.bank.problems));
            note(std::move(bank.problems));
            if (bank.reading.bank.value) shelf_.banks.push_back(std::move(*bank.reading.bank.value));
        }
    }

    void across() {
        for (const ProgrammeReading& reading : readings_) {
            note(check_programme(reading, shelf_, questions_, audiences(), today_));
            configuration_.programmes.push_back(reading.programme);
        }
        configuration_.banks = std::move(shelf_.banks);
    }

    const std::vector<std::string>* audiences() const { return audiences_known_ ? &audience_ids_ : nullptr; }

    fs::path config_;
    fs::path questions_;
    std::string_view today_;
    Configuration configuration_;
    Problems problems_;
    bool audiences_known_ = false;
    std::vector<std::string> audience_ids_;
    std::vector<ProgrammeReading> readings_;
    Shelf shelf_;
};

}  // namespace

const quiz::Programme& Configuration::programme() const {
    for (const quiz::Programme& programme : programmes)
        if (programme.id == settings.programme) return programme;
    throw std::logic_error("the programme that runs was not loaded");
}

const outreach::Event* Configuration::open_event() const {
    for (const outreach::Event& event : events)
        if (event.state == outreach::EventState::open) return &event;
    return nullptr;
}

Checked<Configuration> load_configuration(const fs::path& config, const fs::path& questions,
                                          std::string_view today) {
    return Loading(config, questions, today).run();
}

}  // namespace xy::bank
