// SPDX-License-Identifier: GPL-3.0-or-later
// CaseRows, the part that explains the fee.
#include "ui/tickets/case_rows.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

QStringList CaseRows::period_headers()
{
    return {tr("Period"), tr("Product"), tr("kWh"), tr("Electricity"), tr("Service"), tr("Per hour"), tr("Amount")};
}

QString CaseRows::span(UtcTime from, UtcTime to) const
{
    return format_.time(from) + QStringLiteral(" – ") + format_.time(to);
}

CellRow CaseRows::period(const FeePeriod &period) const
{
    const Currency currency = period.amount.currency();
    const auto price = [&](const std::optional<UnitPrice> &value) {
        return value ? Cell{.text = TicketWords::unit_price(*value, currency, format_)}
                     : Cell{.text = QStringLiteral("—"), .muted = true};
    };
    const Tone tone = period.label == "peak" ? Tone::Warn : Tone::Neutral;
    return {Cell{.text = span(period.from, period.to)},
            Cell{.text = TicketWords::product(period.label), .tone = tone},
            Cell{.text = TicketWords::energy(period.energy, format_)},
            price(period.electricity),
            price(period.service),
            price(period.parking ? period.parking : period.time),
            Cell{.text = format_.money(period.amount)}};
}

CellRow CaseRows::whole_session_line(const FeeLine &line) const
{
    const QString price = line.kind == FeeKind::PriceLimit
                              ? QString()
                              : TicketWords::unit_price(line.unit_price, line.amount.currency(), format_);
    return {Cell{.text = TicketWords::fee_kind(line.kind)}, {}, {}, Cell{.text = price}, {}, {},
            Cell{.text = format_.money(line.amount)}};
}

QList<CellRow> CaseRows::periods() const
{
    QList<CellRow> rows;
    if (!dossier_.order)
        return rows;
    const PricedSession &priced = dossier_.order->priced;
    for (const FeePeriod &one : priced.periods)
        rows.append(period(one));
    for (const FeeLine &line : priced.lines) {
        if (line.period < 0)
            rows.append(whole_session_line(line));
    }
    rows.append({Cell{.text = tr("Total"), .strong = true},
                 {},
                 Cell{.text = format_.kwh(priced.energy), .strong = true},
                 {},
                 {},
                 {},
                 Cell{.text = format_.money(priced.total), .strong = true}});
    return rows;
}

}  // namespace aftercharge
