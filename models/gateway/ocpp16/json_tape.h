// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace aftercharge::ocpp16 {

enum class JsonKind : std::uint8_t { Null, False, True, Number, String, Array, Object };

class JsonTape;

// A value on a tape, or nothing. Cheap to copy; valid as long as the tape stands where it is.
class JsonValue {
public:
    JsonValue() = default;

    bool exists() const { return tape_ != nullptr; }
    bool is(JsonKind kind) const;
    // As written: a number's digits, what stands between a string's quotes, a container whole.
    std::string_view token() const;
    // A string without its escapes; any other value as written.
    std::string text() const;
    bool equals(std::string_view text) const;  // a string of this text

    JsonValue member(std::string_view key) const;  // the first of that name, of an object
    JsonValue first() const;                       // the first item of an array, the first key of an object
    JsonValue next() const;                        // the following item; of an object: key, value, key, …

private:
    friend class JsonTape;
    JsonValue(const JsonTape *tape, std::uint32_t index, std::uint32_t end) : tape_(tape), index_(index), end_(end) {}
    static JsonValue at(const JsonTape *tape, std::uint32_t index, std::uint32_t end);

    const JsonTape *tape_ = nullptr;
    std::uint32_t index_ = 0;
    std::uint32_t end_ = 0;  // one past the parent's last node
};

// JSON (RFC 8259) read once into a flat list of nodes that point into the text: a charge
// point's frame is read in a few microseconds and numbers keep their digits, which no reader
// that goes through `double` gives. A broken text leaves what stood before the defect, closed:
// StopTransaction has to be answered whatever it looks like.
class JsonTape {
public:
    static constexpr int max_depth = 24;

    JsonTape() = default;
    // `text` must outlive the tape.
    explicit JsonTape(std::string_view text);

    JsonValue root() const;
    // Why the text is not JSON, with the byte's position; empty for a sound one.
    const std::string &defect() const { return defect_; }
    // Bare control characters in a string: forbidden, harmless and seen in the field.
    bool has_control_characters() const { return control_characters_; }

private:
    friend class JsonValue;
    friend class JsonReader;
    struct Node {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        std::uint32_t next = 0;  // the node after this one and all within it
        JsonKind kind = JsonKind::Null;
        bool escaped = false;
    };
    std::string_view text_;
    std::vector<Node> nodes_;
    std::string defect_;
    bool control_characters_ = false;
};

}  // namespace aftercharge::ocpp16
