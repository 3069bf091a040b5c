// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/customer_view.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <QDateTime>

#include "models/domain/money.h"

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

constexpr int bar_width = 20;

// Thousandths to text: fixed_text(402300, 1) = "402.3".
std::string fixed_text(qint64 thousandths, int decimals)
{
    std::array<char, 40> text{};
    const qint64 divisor = decimals == 1 ? 100 : 1;
    const qint64 unit = 1000 / divisor;
    const qint64 scaled = thousandths / divisor;
    std::snprintf(text.data(), text.size(), "%lld.%0*lld", static_cast<long long>(scaled / unit), decimals,
                  static_cast<long long>(std::abs(scaled % unit)));
    return text.data();
}

std::string fee_text(const QJsonObject &sample)
{
    const std::string code = sample["currency"_L1].toString().toStdString();
    const Result<Money> fee = Currency::from_code(code).and_then(
        [&](const Currency &currency) { return Money::from_minor(sample["fee_minor"_L1].toInteger(), currency); });
    return fee ? fee->to_text() + " " + code : "-";
}

std::string end_text(const QJsonObject &sample)
{
    const QDateTime end = QDateTime::fromString(sample["estimated_end"_L1].toString(), Qt::ISODateWithMs);
    return end.isValid() ? end.toLocalTime().toString(u"HH:mm"_s).toStdString() : "--:--";
}

}  // namespace

std::string progress_line(const QJsonObject &sample)
{
    const qint64 soc = std::clamp<qint64>(sample["soc_permille"_L1].toInteger(), 0, 1000);
    const auto filled = static_cast<std::size_t>(soc * bar_width / 1000);
    return "[" + std::string(filled, '#') + std::string(bar_width - filled, '-') + "] " + fixed_text(soc * 100, 1) +
           " %  " + fixed_text(sample["power_w"_L1].toInteger(), 1) + " kW  " +
           fixed_text(sample["voltage_mv"_L1].toInteger(), 1) + " V  " +
           fixed_text(sample["current_ma"_L1].toInteger(), 1) + " A  " +
           fixed_text(sample["energy_wh"_L1].toInteger(), 3) + " kWh  " + fee_text(sample) + "  ends " +
           end_text(sample);
}

std::string notice_line(const QJsonObject &notice)
{
    std::string line = "notice:";
    for (const QString &key : notice.keys()) {
        const QJsonValue value = notice[key];
        if (value.isString() && !value.toString().isEmpty())
            line += " " + key.toStdString() + "=" + value.toString().toStdString();
        else if (value.isDouble())
            line += " " + key.toStdString() + "=" + std::to_string(value.toInteger());
    }
    return line;
}

}  // namespace aftercharge::sim
