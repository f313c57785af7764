// The descriptor of an export: datapackage.json, a Frictionless tabular data package
// (https://specs.frictionlessdata.io/tabular-data-package/).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/localized.h"
#include "base/problem.h"

namespace xy::json {

/// A column of a CSV file. An empty field means null.
struct Field {
    std::string name;         ///< lower case, digits and _
    std::string type;         ///< "string", "integer", "number", "boolean", "date"
    std::string description;  ///< English
    bool required = false;
    std::vector<std::string> words = {};  ///< the only values there are; empty: any
    bool large = false;                   ///< an integer that may be negative, up to 10¹² either way
};

/// `fields` together name a row of `resource` by its `reference`.
struct ForeignKey {
    std::vector<std::string> fields;
    std::string resource;
    std::vector<std::string> reference;
};

struct Resource {
    std::string name;
    std::string path;  ///< beside the descriptor
    LocalizedText title;
    std::string description;
    std::vector<Field> fields;
    std::vector<std::string> primary_key;
    std::vector<ForeignKey> foreign_keys;
    std::uint64_t bytes = 0;
    std::string sha256;     ///< lower-case hexadecimal
    std::size_t added = 0;  ///< of the last fields, which packages of older programs do not have
};

/// Of which rows, how many were left out.
struct Withheld {
    std::string what;  ///< lower case and _
    std::int64_t rows = 0;
};

struct DataPackage {
    std::string name;
    LocalizedText title;
    std::string description;
    int format = 0;  ///< of the columns; a reader refuses a higher one than it knows
    std::vector<Resource> resources;
    std::string readers = {};  ///< who may read it, in words: "xiangyang_profile" (“内部资料…”)
    std::vector<Withheld> withheld = {};  ///< "xiangyang_withheld"; empty: it is whole
};

/// The text of datapackage.json. "profile" stays the word of the specification ("tabular-data-package"), by
/// which other programs know how to read it; who may read it stands in a key of our own. The same package
/// gives the same bytes.
std::string to_json(const DataPackage& package);

/// What a descriptor says about its files; the columns are not read back.
struct ListedFile {
    std::string path;
    std::uint64_t bytes = 0;
    std::string sha256;
};
struct PackageListing {
    std::string name;
    int format = 0;
    std::vector<ListedFile> files;
};

/// Reads a descriptor written by to_json(); keys it does not know are passed over. Not trusted: limits as for
/// banks (see document.h).
Checked<PackageListing> read_listing(const std::filesystem::path& file);

}  // namespace xy::json
