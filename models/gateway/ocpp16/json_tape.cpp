// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/json_tape.h"

namespace aftercharge::ocpp16 {
namespace {

int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The four digits were checked when the tape was made.
std::uint32_t code_unit(std::string_view token, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value * 16 + static_cast<std::uint32_t>(hex_value(token[i]));
    return value;
}

void append_utf8(std::string &out, std::uint32_t c)
{
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xc0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xe0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Reads the escape at token[at] (behind the backslash); returns the position behind it.
std::size_t append_escape(std::string &out, std::string_view token, std::size_t at)
{
    constexpr std::string_view from = "bfnrt";
    constexpr std::string_view to = "\b\f\n\r\t";
    if (token[at] != 'u') {
        const auto found = from.find(token[at]);
        out += found == std::string_view::npos ? token[at] : to[found];
        return at + 1;
    }
    std::uint32_t c = code_unit(token, at + 1);
    at += 5;
    const bool high = c >= 0xd800 && c < 0xdc00;
    if (high && at + 6 <= token.size() && token[at] == '\\' && token[at + 1] == 'u') {
        const std::uint32_t low = code_unit(token, at + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            append_utf8(out, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
            return at + 6;
        }
    }
    append_utf8(out, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
    return at;
}

}  // namespace

class JsonReader {
public:
    JsonReader(JsonTape &tape) : tape_(tape), text_(tape.text_) {}

    void read()
    {
        if (text_.substr(0, 3) == "\xef\xbb\xbf")
            at_ = 3;
        if (!value(0))
            return;
        skip_space();
        while (at_ < text_.size() && text_[at_] == '\0')  // the end of somebody's C string
            ++at_;
        if (at_ != text_.size())
            broken("text after the value");
    }

private:
    using Node = JsonTape::Node;

    bool broken(const char *why)
    {
        if (tape_.defect_.empty())
            tape_.defect_ = std::string(why) + " at byte " + std::to_string(at_);
        return false;
    }

    void skip_space()
    {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
            ++at_;
    }

    bool take(char c)
    {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != c)
            return false;
        ++at_;
        return true;
    }

    void push(JsonKind kind, std::size_t begin, std::size_t end, bool escaped = false)
    {
        tape_.nodes_.push_back(Node{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                                    static_cast<std::uint32_t>(tape_.nodes_.size() + 1), kind, escaped});
    }

    bool value(int depth)
    {
        skip_space();
        if (at_ >= text_.size())
            return broken("the text ends early");
        switch (text_[at_]) {
        case '{':
            return container(JsonKind::Object, '}', depth);
        case '[':
            return container(JsonKind::Array, ']', depth);
        case '"':
            return string();
        case 't':
            return word("true", JsonKind::True);
        case 'f':
            return word("false", JsonKind::False);
        case 'n':
            return word("null", JsonKind::Null);
        default:
            return number();
        }
    }

    bool container(JsonKind kind, char close, int depth)
    {
        if (depth >= JsonTape::max_depth)
            return broken("nested too deep");
        const std::size_t self = tape_.nodes_.size();
        push(kind, at_, at_);
        ++at_;
        const bool sound = items(kind, close, depth);
        tape_.nodes_[self].next = static_cast<std::uint32_t>(tape_.nodes_.size());
        tape_.nodes_[self].end = static_cast<std::uint32_t>(at_);
        return sound;
    }

    bool items(JsonKind kind, char close, int depth)
    {
        if (take(close))
            return true;
        do {
            const std::size_t before = tape_.nodes_.size();
            if (kind == JsonKind::Object && !key())
                return false;
            const std::size_t value_at = tape_.nodes_.size();
            if (!value(depth + 1)) {
                if (tape_.nodes_.size() == value_at)  // nothing of it was read: no key without a value
                    tape_.nodes_.resize(before);
                return false;
            }
        } while (take(','));
        return take(close) || broken("a comma or the end is missing");
    }

    bool key()
    {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != '"')
            return broken("a name is missing");
        const std::size_t before = tape_.nodes_.size();
        if (!string())
            return false;
        if (take(':'))
            return true;
        tape_.nodes_.resize(before);
        return broken("a colon is missing");
    }

    bool string()
    {
        const std::size_t begin = ++at_;
        bool escaped = false;
        for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (static_cast<unsigned char>(text_[at_]) < 0x20)
                tape_.control_characters_ = true;
            if (text_[at_] != '\\')
                continue;
            escaped = true;
            ++at_;
            if (!escape())
                return broken("not an escape");
        }
        if (at_ >= text_.size())
            return broken("a string does not end");
        push(JsonKind::String, begin, at_, escaped);
        ++at_;
        return true;
    }

    // At the character behind the backslash; stays on the escape's last one.
    bool escape()
    {
        if (at_ >= text_.size())
            return false;
        if (text_[at_] != 'u')
            return std::string_view("\"\\/bfnrt").find(text_[at_]) != std::string_view::npos;
        if (at_ + 4 >= text_.size())
            return false;
        for (std::size_t i = at_ + 1; i <= at_ + 4; ++i) {
            if (hex_value(text_[i]) < 0)
                return false;
        }
        at_ += 4;
        return true;
    }

    std::size_t digits()
    {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_digit(text_[at_]))
            ++at_;
        return at_ - begin;
    }

    bool number()
    {
        const std::size_t begin = at_;
        if (text_[at_] == '-')
            ++at_;
        const std::size_t first = at_;
        const std::size_t whole = digits();
        if (whole == 0 || (whole > 1 && text_[first] == '0'))
            return broken("not a value");
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_;
            if (digits() == 0)
                return broken("not a number");
        }
        if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
            ++at_;
            if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-'))
                ++at_;
            if (digits() == 0)
                return broken("not a number");
        }
        // A number at the very end of a cut text may lack digits.
        if (at_ >= text_.size())
            return broken("the text ends early");
        push(JsonKind::Number, begin, at_);
        return true;
    }

    bool word(std::string_view word, JsonKind kind)
    {
        if (text_.substr(at_, word.size()) != word)
            return broken("not a value");
        push(kind, at_, at_ + word.size());
        at_ += word.size();
        return true;
    }

    JsonTape &tape_;
    std::string_view text_;
    std::size_t at_ = 0;
};

JsonTape::JsonTape(std::string_view text) : text_(text)
{
    nodes_.reserve(text.size() / 8 + 8);
    JsonReader(*this).read();
}

JsonValue JsonTape::root() const
{
    return JsonValue::at(this, 0, static_cast<std::uint32_t>(nodes_.size()));
}

JsonValue JsonValue::at(const JsonTape *tape, std::uint32_t index, std::uint32_t end)
{
    return index < end ? JsonValue(tape, index, end) : JsonValue();
}

bool JsonValue::is(JsonKind kind) const
{
    return tape_ && tape_->nodes_[index_].kind == kind;
}

std::string_view JsonValue::token() const
{
    if (!tape_)
        return {};
    const auto &node = tape_->nodes_[index_];
    return tape_->text_.substr(node.begin, node.end - node.begin);
}

std::string JsonValue::text() const
{
    const std::string_view raw = token();
    if (!tape_ || !tape_->nodes_[index_].escaped)
        return std::string(raw);
    std::string out;
    out.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        if (raw[at] == '\\')
            at = append_escape(out, raw, at + 1);
        else
            out += raw[at++];
    }
    return out;
}

bool JsonValue::equals(std::string_view text) const
{
    if (!is(JsonKind::String))
        return false;
    return tape_->nodes_[index_].escaped ? this->text() == text : token() == text;
}

JsonValue JsonValue::member(std::string_view key) const
{
    if (!is(JsonKind::Object))
        return {};
    for (JsonValue name = first(); name.exists();) {
        const JsonValue value = name.next();
        if (name.equals(key))
            return value;
        name = value.next();
    }
    return {};
}

JsonValue JsonValue::first() const
{
    if (!is(JsonKind::Object) && !is(JsonKind::Array))
        return {};
    return at(tape_, index_ + 1, tape_->nodes_[index_].next);
}

JsonValue JsonValue::next() const
{
    return tape_ ? at(tape_, tape_->nodes_[index_].next, end_) : JsonValue();
}

}  // namespace aftercharge::ocpp16
