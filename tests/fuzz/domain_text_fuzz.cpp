// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts, instants and ids from arbitrary text: what is accepted must survive a round trip.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/time.h"

using namespace aftercharge;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void check_money(std::string_view text, std::string_view code)
{
    const auto currency = Currency::from_code(code);
    require(currency.has_value());
    const auto amount = Money::from_text(text, *currency);
    if (!amount)
        return;
    require(amount->minor() <= Money::max_minor && amount->minor() >= -Money::max_minor);
    const auto again = Money::from_text(amount->to_text(), *currency);
    require(again.has_value() && *again == *amount);
}

void check_time(std::string_view text)
{
    const auto time = parse_iso8601(text);
    if (!time)
        return;
    // An offset may carry the year 9999 into the next, which to_iso8601 writes with five digits.
    const auto written = to_iso8601(*time);
    if (written.size() != std::string_view("2026-11-23T10:04:05.000Z").size())
        return;
    const auto again = parse_iso8601(written);
    require(again.has_value() && *again == *time);
}

void check_ids(std::string_view text)
{
    if (const auto order_no = OrderNo::from_text(text))
        require(order_no->text() == text);
    if (const auto uuid = Uuid::from_text(text)) {
        const auto again = Uuid::from_text(uuid->to_text());
        require(again.has_value() && *again == *uuid);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const std::string_view code : {"JPY", "CNY", "KWD", "CLF"})
        check_money(text, code);
    check_time(text);
    check_ids(text);
    return 0;
}
