// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/case_rows.h"

#include "models/item/refund_plan.h"
#include "ui/common/device_words.h"
#include "ui/common/enum_words.h"
#include "ui/common/finding_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

Cell plain(const QString &text)
{
    return {.text = text};
}

Cell muted(const QString &text)
{
    return {.text = text, .muted = true};
}

Cell toned(const QString &text, Tone tone)
{
    return {.text = text, .tone = tone, .tool_tip = text};
}

Tone severity_tone(Severity severity)
{
    switch (severity) {
    case Severity::Warning:
        return Tone::Warn;
    case Severity::Fault:
        return Tone::Bad;
    case Severity::Info:
        break;
    }
    return Tone::Neutral;
}

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

// As it stands in the log.
QString raw(const OrderLogEntry &entry)
{
    return entry.note.empty() ? text_of(entry.event) : QString(text_of(entry.event) + u": " + text_of(entry.note));
}

}  // namespace

QString CaseRows::statement() const
{
    QStringList parts;
    if (dossier_.ticket.source == Source::System && dossier_.order) {
        for (const auto &finding : health_of(dossier_.order->readings).findings) {
            if (finding)
                parts.append(tr("%1 – %2: %3. Register %4 Wh, by V·I·t %5 Wh.")
                                 .arg(format_.time(finding->from), format_.time(finding->to),
                                      FindingWords::sentence(*finding, format_),
                                      format_.number(finding->measured.value()),
                                      format_.number(finding->expected.value())));
        }
    }
    for (const TicketEntry &entry : dossier_.entries) {
        if (entry.kind == TicketEntryKind::Message)
            parts.append(
                tr("%1, %2:\n%3")
                    .arg(TicketWords::actor(entry.actor, people_), format_.date_time(entry.at), text_of(entry.text)));
    }
    if (dossier_.ticket.reason == "METER_EVIDENCE")
        parts.append(
            tr("A reading that jumps back, or beyond what the connector can deliver, would decide the fee. The "
               "order is settled provisionally from the readings that were accepted."));
    if (parts.isEmpty())
        parts.append(dossier_.ticket.text.empty() ? TicketWords::title(dossier_.ticket)
                                                  : text_of(dossier_.ticket.text));
    return parts.join(QStringLiteral("\n\n"));
}

QStringList CaseRows::order_log_headers()
{
    return {tr("Time"), tr("What happened"), tr("State"), tr("By")};
}

QList<CellRow> CaseRows::order_log() const
{
    QList<CellRow> rows;
    const Currency currency = dossier_.order ? dossier_.order->order.fee.currency() : Currency{};
    for (const OrderLogEntry &entry : dossier_.order_log) {
        const bool trouble = entry.event == to_text(Connection::Offline) ||
                             entry.event == to_text(OrderEvent::StartRefused);
        const QString state = entry.from == entry.to ? QString() : EnumWords::order_state(entry.to);
        Cell words = toned(TicketWords::order_event(entry, format_, currency), trouble ? Tone::Warn : Tone::Neutral);
        words.tool_tip = raw(entry);
        rows.append(
            {muted(format_.time(entry.at)), words, plain(state), muted(TicketWords::actor(entry.actor, people_))});
    }
    return rows;
}

QStringList CaseRows::hardware_headers()
{
    return {tr("Time"), tr("Report"), tr("Detail")};
}

QList<CellRow> CaseRows::hardware() const
{
    QList<CellRow> rows;
    for (const DeviceEvent &event : dossier_.hardware_report) {
        Cell detail = toned(DeviceWords::detail(event.kind, event.detail), severity_tone(event.severity));
        detail.tool_tip = text_of(event.raw.empty() ? event.detail : event.raw);
        rows.append(
            {muted(format_.time(event.received_at)), plain(TicketWords::device_event_kind(event.kind)), detail});
    }
    return rows;
}

QStringList CaseRows::reading_headers()
{
    return {tr("Time"), tr("kW"), tr("V"), tr("A"), tr("SOC"), tr("kWh"), tr("Remark")};
}

QList<CellRow> CaseRows::readings() const
{
    QList<CellRow> rows;
    if (!dossier_.order)
        return rows;
    const auto number = [](const auto &value, const auto &write) {
        return value ? Cell{.text = write(*value)} : muted(QStringLiteral("—"));
    };
    const EnergyWh start = dossier_.order->order.meter_start;
    for (const Reading &reading : dossier_.order->readings) {
        std::optional<EnergyWh> energy;
        if (reading.register_wh)
            energy = *reading.register_wh - start;
        Cell remark = reading.excluded()
                          ? toned(tr("left out of the fee"), Tone::Warn)
                          : muted(reading.flags.has(ReadingFlag::Replayed) ? tr("uploaded later") : QString());
        rows.append({muted(format_.time(reading.at)),
                     number(reading.power_or_vi(), [this](PowerW v) { return format_.kw(v); }),
                     number(reading.voltage, [this](VoltageMv v) { return format_.volts(v); }),
                     number(reading.current, [this](CurrentMa v) { return format_.amperes(v); }),
                     number(reading.soc, [this](SocPermille v) { return format_.percent(v, 1); }),
                     number(energy, [this](EnergyWh v) { return format_.kwh(v, 3); }), remark});
    }
    return rows;
}

QStringList CaseRows::evidence_headers()
{
    return {tr("File"), tr("Type"), tr("Size"), tr("Added")};
}

QList<CellRow> CaseRows::evidence() const
{
    QList<CellRow> rows;
    for (const Evidence &file : dossier_.evidence) {
        rows.append({plain(text_of(file.name)), muted(text_of(file.media_type)),
                     plain(TicketWords::size(file.size_bytes, format_)), muted(format_.date_time(file.added_at))});
    }
    return rows;
}

QStringList CaseRows::earlier_headers()
{
    return {tr("Ticket"), tr("About"), tr("State"), tr("Opened"), tr("Shares"), tr("Decision")};
}

QList<CellRow> CaseRows::earlier() const
{
    QList<CellRow> rows;
    for (const Ticket &ticket : dossier_.earlier) {
        const bool member = ticket.member_id == dossier_.ticket.member_id && !ticket.member_id.is_empty();
        const bool connector = ticket.connector == dossier_.ticket.connector;
        const QString shares = member && connector ? tr("both") : member ? tr("member") : tr("connector");
        rows.append({plain(text_of(ticket.ticket_no.text())), plain(TicketWords::title(ticket)),
                     plain(EnumWords::ticket_state(ticket.state)), muted(format_.date(ticket.opened_at)), muted(shares),
                     toned(TicketWords::decision(ticket), Tone::Neutral)});
    }
    return rows;
}

QStringList CaseRows::movement_headers()
{
    return {tr("Time"), tr("Movement"), tr("From"), tr("To"), tr("Amount")};
}

QList<CellRow> CaseRows::movements() const
{
    QList<CellRow> rows;
    if (!dossier_.order)
        return rows;
    for (const Transfer &transfer : dossier_.order->transfers) {
        rows.append({muted(format_.date_time(transfer.at)), plain(TicketWords::transfer_kind(transfer.kind)),
                     muted(TicketWords::account(transfer.debit.kind)),
                     muted(TicketWords::account(transfer.credit.kind)), plain(format_.money(transfer.amount))});
    }
    for (const Refund &refund : dossier_.order->refunds) {
        if (refund.posted_at)
            continue;
        const QString state = refund.approval == ApprovalState::Approved ? EnumWords::refund_status(refund.status)
                                                                         : EnumWords::approval_state(refund.approval);
        rows.append({muted(format_.date_time(refund.created_at)),
                     toned(text_of(refund.refund_no.text()) + QStringLiteral(" · ") + state, Tone::Warn),
                     {},
                     {},
                     plain(format_.money(refund.amount))});
    }
    return rows;
}

}  // namespace aftercharge
