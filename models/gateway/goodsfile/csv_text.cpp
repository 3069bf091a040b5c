// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/goodsfile/csv_text.h"

#include <cstdint>

namespace aftercharge {
namespace {

// How many bytes the character at `at` has; 0 where it is none (RFC 3629: no overlong forms, no
// surrogates, nothing above U+10FFFF).
std::size_t length_of_character(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(i < text.size() ? text[i] : '\0'); };
    const std::uint8_t first = byte(at);
    if (first < 0x80)
        return first == 0 ? 0 : 1;
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return 0;
    }
    const std::uint8_t second = byte(at + 1);
    const bool wrong = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                       (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return wrong ? 0 : length;
}

class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text) {}

    Result<std::vector<CsvRow>> read()
    {
        while (at_ < text_.size()) {
            if (!read_row())
                return fail(ErrorCode::InputInvalid, "row " + std::to_string(number_) + ": " + problem_);
        }
        return std::move(rows_);
    }

private:
    bool refuse(const char *what)
    {
        problem_ = what;
        return false;
    }
    bool at_line_end() const { return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n"; }

    bool read_row()
    {
        CsvRow row{++number_, {}};
        const bool empty = at_line_end();
        do {
            if (!read_field(row.fields.emplace_back()))
                return false;
        } while (take_comma());
        if (!at_line_end())
            return refuse("text after a closing quote");
        if (at_ < text_.size())
            at_ += text_[at_] == '\n' ? 1 : 2;
        if (!empty)
            rows_.push_back(std::move(row));
        return true;
    }

    bool take_comma()
    {
        if (at_ == text_.size() || text_[at_] != ',')
            return false;
        ++at_;
        return true;
    }

    bool read_field(std::string &field)
    {
        if (at_ < text_.size() && text_[at_] == '"')
            return read_quoted(field);
        while (!at_line_end() && text_[at_] != ',') {
            if (text_[at_] == '"')
                return refuse("a quote within a field that has none around it");
            if (!take_character(field))
                return false;
        }
        return true;
    }

    bool read_quoted(std::string &field)
    {
        for (++at_; at_ < text_.size();) {
            if (text_[at_] != '"') {
                if (!take_character(field))
                    return false;
                continue;
            }
            ++at_;
            if (at_ == text_.size() || text_[at_] != '"')
                return true;
            field += '"';
            ++at_;
        }
        return refuse("a quote that never closes");
    }

    bool take_character(std::string &field)
    {
        const std::size_t length = length_of_character(text_, at_);
        if (length == 0)
            return refuse("not UTF-8 text");
        field += text_.substr(at_, length);
        at_ += length;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int number_ = 0;
    std::string problem_;
    std::vector<CsvRow> rows_;
};

}  // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return CsvReader(text).read();
}

}  // namespace aftercharge
