// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/carrier/easypost/easypost_json.h"

namespace aftercharge::carrier {
namespace {

constexpr qsizetype longest_words = 300;

// "100.00000" → "100.00" for a currency of two decimals; digits that say something stay.
std::string without_idle_zeros(std::string text, int decimals)
{
    const std::size_t point = text.find('.');
    if (point == std::string::npos)
        return text;
    const std::size_t wanted = point + 1 + static_cast<std::size_t>(decimals);
    while (text.size() > wanted && text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    return text;
}

}  // namespace

std::string text_of(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString().toStdString();
}

std::optional<Money> amount_of(const QJsonObject &object, QLatin1String name, Currency currency)
{
    const std::string text = text_of(object, name);
    if (text.empty())
        return std::nullopt;
    const auto amount = Money::from_text(without_idle_zeros(text, currency.exponent()), currency);
    return amount ? std::optional(*amount) : std::nullopt;
}

std::optional<UtcTime> time_of(const QJsonObject &object, QLatin1String name)
{
    const std::string text = text_of(object, name);
    auto time = parse_iso8601(text);
    if (!time)
        time = parse_iso8601(text + "Z");
    return time ? std::optional(*time) : std::nullopt;
}

std::string as_words(const QString &text)
{
    QString line;
    for (const QChar character : text)
        line += character.category() == QChar::Other_Control ? QChar(u' ') : character;
    line = line.simplified();
    if (line.size() > longest_words)
        line = line.left(longest_words - 1) % QChar(u'…');
    return line.toStdString();
}

}  // namespace aftercharge::carrier
