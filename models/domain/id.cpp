// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/id.h"

#include <algorithm>

namespace aftercharge {
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

bool dash_at(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

}  // namespace

Result<void> check_id_text(std::string_view text)
{
    constexpr std::string_view forbidden = "\"'\\/";
    const bool printable = std::all_of(text.begin(), text.end(), [&](char c) {
        return c > ' ' && c < 0x7f && forbidden.find(c) == std::string_view::npos;
    });
    if (text.empty() || text.size() > 64 || !printable)
        return fail(ErrorCode::IdInvalid, std::string(text.substr(0, 64)));
    return {};
}

Uuid Uuid::make_v7(UtcTime time, const std::array<std::uint8_t, 10> &random)
{
    std::array<std::uint8_t, 16> bytes{};
    const auto milliseconds = static_cast<std::uint64_t>(time.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    std::copy(random.begin(), random.end(), bytes.begin() + 6);
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return Uuid(bytes);
}

Result<Uuid> Uuid::from_text(std::string_view text)
{
    std::array<std::uint8_t, 16> bytes{};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size() && text.size() == 36; ++i) {
        if (dash_at(i)) {
            if (text[i] != '-')
                break;
            continue;
        }
        const int value = hex_value(text[i]);
        if (value < 0)
            break;
        bytes[nibble / 2] = static_cast<std::uint8_t>((bytes[nibble / 2] << 4) | value);
        ++nibble;
    }
    if (nibble != 32)
        return fail(ErrorCode::IdInvalid, std::string(text.substr(0, 64)));
    return Uuid(bytes);
}

Result<Uuid> Uuid::from_bytes(std::string_view bytes)
{
    std::array<std::uint8_t, 16> value{};
    if (bytes.size() != value.size())
        return fail(ErrorCode::IdInvalid, "a UUID has 16 bytes, not " + std::to_string(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), value.begin());
    return Uuid(value);
}

std::string Uuid::to_text() const
{
    constexpr char hex[] = "0123456789abcdef";
    std::string text;
    for (std::uint8_t byte : bytes_) {
        if (dash_at(text.size()))
            text += '-';
        text += hex[byte >> 4];
        text += hex[byte & 0x0f];
    }
    return text;
}

Uuid make_uuid(const Clock &clock, Random &random)
{
    std::array<std::uint8_t, 10> bytes{};
    const std::uint64_t low = random.next();
    const std::uint64_t high = random.next();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>((i < 8 ? low >> (8 * i) : high >> (8 * (i - 8))));
    return Uuid::make_v7(clock.now(), bytes);
}

}  // namespace aftercharge
