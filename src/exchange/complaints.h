// The mistakes of a package, all of them counted and the first ones kept.
#pragma once

#include <filesystem>
#include <string>

#include "exchange/import.h"

namespace xy::exchange {

class Complaints {
 public:
    explicit Complaints(ImportResult& result) : result_(result) {}

    /// `line` is 0 when the file as a whole is meant.
    void mistake(const std::filesystem::path& file, int line, std::string what, std::string advice = {});
    void remark(const std::filesystem::path& file, int line, std::string what);
    void take(Problems problems);

    bool any_mistake() const { return mistakes_ > 0; }

 private:
    void add(Problem problem);

    ImportResult& result_;
    std::int64_t mistakes_ = 0;
};

}  // namespace xy::exchange
