// Reads one JSON object whose keys are known, and reports what is missing, unknown or of the wrong sort.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/localized.h"
#include "base/problem_collector.h"
#include "json/value.h"

namespace xy::json {

enum class Presence { required, optional };

/// Every reading function reports its own mistake and then returns something empty or the fallback, so that
/// reading goes on to the next mistake.
class ObjectReader {
 public:
    /// Reports a value that is no object (`example` says what to write), and keys that are not in `known`.
    ObjectReader(const Value& value, std::vector<std::string> known, std::string_view example,
                 ProblemCollector& collector);

    bool is_object() const { return object_ != nullptr; }
    SourceLocation place() const { return value_.place(); }
    /// Where `key` stands, or the object when it is missing.
    SourceLocation place(std::string_view key) const;

    /// The value of `key`, or nothing when it is not there.
    std::optional<Value> find(std::string_view key) const;
    /// The same, reporting a missing key with `advice`.
    std::optional<Value> find(std::string_view key, Presence presence, std::string_view advice) const;

    bool boolean(std::string_view key, bool fallback) const;
    bool boolean(std::string_view key) const;  ///< must be there
    int integer(std::string_view key, int least, int most, int fallback) const;
    int integer(std::string_view key, int least, int most) const;  ///< must be there
    std::string text(std::string_view key, Presence presence) const;
    std::string identifier(std::string_view key, Presence presence) const;
    std::string date(std::string_view key, Presence presence) const;
    /// One of `words`; empty after a mistake or when it is not there.
    std::string word(std::string_view key, const std::vector<std::string>& words, Presence presence) const;
    LocalizedText localized(std::string_view key, Presence presence) const;
    std::vector<Value> list(std::string_view key, Presence presence) const;
    /// A list of texts that are identifiers, perhaps with one "/" between two of them; none twice.
    std::vector<std::string> identifiers(std::string_view key, Presence presence) const;

 private:
    void report_unknown_keys(const std::vector<std::string>& known) const;
    void wrong_sort(const Value& value, std::string_view advice) const;
    int integer_of(const Value& value, int least, int most, int fallback) const;

    Value value_;
    const Object* object_;
    ProblemCollector& collector_;
};

/// Reports an `id` (of the object at `place`) that is not the name of its `file` without ".json": others find
/// the file by it.
void check_file_name(const std::string& id, const SourceLocation& place, const std::filesystem::path& file,
                     ProblemCollector& collector);

/// A text in both languages: {"zh": "…", "en": "…"}. A missing language is a remark; none at all a mistake
/// when it is required.
LocalizedText read_localized(const Value& value, Presence presence, ProblemCollector& collector);

}  // namespace xy::json
