// The files of a package, written one after the other into a folder that is not yet in its place. Inside
// exchange/ only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "exchange/hashed_file.h"
#include "json/data_package.h"

namespace xy::exchange {

/// Gathers the digests of what it writes. Throws ExchangeError.
class PackageWriter {
 public:
    explicit PackageWriter(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Where `resource` is to be written.
    std::filesystem::path place_of(const json::Resource& resource) const { return folder_ / resource.path; }

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

    std::vector<json::Resource> take_resources() { return std::move(resources_); }

 private:
    std::filesystem::path folder_;
    std::vector<json::Resource> resources_;
};

}  // namespace xy::exchange
