// Counters as bytes and back: whole numbers of variable length, in the order in which each_counter() names
// them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace xy::figures {

/// The bytes are not those of counters.
class NoCounters : public std::runtime_error {
 public:
    NoCounters() : std::runtime_error("these bytes are no counters") {}
};

class CounterWriter {
 public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }
    std::string take() { return std::move(bytes_); }

 private:
    template <typename Value>
    void put(const Value& value) {
        if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>)
            number(static_cast<std::int64_t>(value));
        else
            // The same list of members serves reading; nothing is changed here.
            const_cast<Value&>(value).each_counter(*this);
    }
    void put(const std::string& text) {
        number(static_cast<std::int64_t>(text.size()));
        bytes_ += text;
    }
    template <typename A, typename B>
    void put(const std::pair<A, B>& pair) {
        put(pair.first);
        put(pair.second);
    }
    template <typename Value, std::size_t size>
    void put(const std::array<Value, size>& values) {
        for (const Value& value : values) put(value);
    }
    template <typename Value>
    void put(const std::vector<Value>& values) {
        all(values);
    }
    template <typename Value>
    void put(const std::set<Value>& values) {
        all(values);
    }
    template <typename Key, typename Value>
    void put(const std::map<Key, Value>& values) {
        all(values);
    }
    template <typename Values>
    void all(const Values& values) {
        number(static_cast<std::int64_t>(values.size()));
        for (const auto& value : values) put(value);
    }
    void number(std::int64_t value);

    std::string bytes_;
};

/// Throws NoCounters at bytes that do not fit.
class CounterReader {
 public:
    explicit CounterReader(std::string_view bytes) : rest_(bytes) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (take(values), ...);
    }
    bool at_end() const { return rest_.empty(); }

 private:
    template <typename Value>
    void take(Value& value) {
        if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>)
            value = static_cast<Value>(number());
        else
            value.each_counter(*this);
    }
    void take(std::string& text) {
        text = rest_.substr(0, size());
        rest_.remove_prefix(text.size());
    }
    template <typename A, typename B>
    void take(std::pair<A, B>& pair) {
        take(pair.first);
        take(pair.second);
    }
    template <typename Value, std::size_t count>
    void take(std::array<Value, count>& values) {
        for (Value& value : values) take(value);
    }
    template <typename Value>
    void take(std::vector<Value>& values) {
        values.resize(size());
        for (Value& value : values) take(value);
    }
    template <typename Value>
    void take(std::set<Value>& values) {
        for (std::size_t left = size(); left > 0; --left) {
            Value value{};
            take(value);
            values.insert(std::move(value));
        }
    }
    template <typename Key, typename Value>
    void take(std::map<Key, Value>& values) {
        for (std::size_t left = size(); left > 0; --left) {
            std::pair<Key, Value> value{};
            take(value);
            values.insert_or_assign(values.end(), std::move(value.first), std::move(value.second));
        }
    }
    std::int64_t number();
    /// Of something of which every element takes a byte at least.
    std::size_t size();

    std::string_view rest_;
};

}  // namespace xy::figures
