// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_words.h"

#include "models/live/notice_text.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

// The charge point's own word for why it stopped, in a person's words where we have them.
QString stop_words(const std::string &note)
{
    const auto reason = from_text<StopReason>(note);
    const QString words = reason ? EnumWords::stop_reason(*reason) : text_of(note);
    return words.isEmpty() ? QString() : QString(QStringLiteral(" · ") + words);
}

}  // namespace

void PeopleNames::set(const std::vector<Operator> &people)
{
    names_.clear();
    for (const Operator &person : people)
        names_.insert(text_of(person.name.text()), text_of(person.display_name));
}

QString PeopleNames::of(const std::string &name) const
{
    const QString login = text_of(name);
    const QString shown = names_.value(login);
    return shown.isEmpty() ? login : shown;
}

QString TicketWords::title(const Ticket &ticket)
{
    switch (from_text<HealthFlag>(ticket.reason).value_or(HealthFlag::SocFrozen)) {
    case HealthFlag::MeterFast:
        return tr("Meter runs fast");
    case HealthFlag::Phantom:
        return tr("Current without energy");
    default:
        break;
    }
    return ticket.reason.empty() ? EnumWords::ticket_kind(ticket.kind) : text_of(ticket.reason);
}

QString TicketWords::source(Source source)
{
    return EnumWords::source(source);
}

QString TicketWords::short_order(const OrderNo &order_no)
{
    const QString whole = text_of(order_no.text());
    const qsizetype dash = whole.lastIndexOf(u'-');
    return dash < 3 ? whole : QString(whole.left(1) + u'…' + whole.mid(dash + 1));
}

QString TicketWords::connector(const ConnectorId &connector)
{
    if (connector.charge_point_id.is_empty())
        return {};
    return text_of(connector.charge_point_id.text()) + u'/' + QString::number(connector.connector_id);
}

QString TicketWords::due(Duration left)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(left).count();
    if (minutes < 0)
        return tr("overdue");
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 d").arg(minutes / (24 * 60));
}

QString TicketWords::decision(const Ticket &ticket)
{
    return text_of(ticket.decision);
}

QString TicketWords::finding(const HealthFinding &finding, const Format &format)
{
    const QString lasted = format.duration(finding.to - finding.from);
    const std::int64_t expected = finding.expected.value();
    switch (finding.flag) {
    case HealthFlag::MeterFast:
        if (expected > 0) {
            const std::int64_t percent = ((finding.measured.value() - expected) * 100 + expected / 2) / expected;
            return tr("Meter %1 % above V·I·t (%2)").arg(percent).arg(lasted);
        }
        return tr("Meter counts without current (%1)").arg(lasted);
    case HealthFlag::Phantom:
        return tr("Current without energy (%1)").arg(lasted);
    case HealthFlag::SocFrozen:
        return tr("SOC does not move (%1)").arg(lasted);
    case HealthFlag::VoltageOutOfRange:
        return tr("Voltage out of range (%1)").arg(lasted);
    case HealthFlag::VoltageFluctuating:
        return tr("Voltage fluctuates (%1)").arg(lasted);
    }
    return {};
}

QString TicketWords::order_event(const OrderLogEntry &entry)
{
    const QString note = entry.note.empty() ? QString() : QString(QStringLiteral(" · ") + text_of(entry.note));
    if (const auto event = from_text<OrderEvent>(entry.event)) {
        switch (*event) {
        case OrderEvent::ChargingStarted:
            return tr("Charging started") + note;
        case OrderEvent::StartRefused:
            return tr("Start refused") + note;
        case OrderEvent::ChargingStopped:
            return tr("Charging stopped, fee computed") + stop_words(entry.note);
        case OrderEvent::PaidInFull:
            return tr("Paid in full") + note;
        case OrderEvent::LateUpload:
            return tr("Readings uploaded later, fee computed again") + note;
        case OrderEvent::RefundPosted:
            return tr("Refund posted") + note;
        }
    }
    if (entry.event == "STOP_REQUESTED")
        return tr("Asked to stop") + note;
    if (entry.event == "DEBT_PAYMENT")
        return tr("Debt paid") + note;
    if (entry.event == to_text(Connection::Offline))
        return tr("Connection lost") + note;
    if (entry.event == to_text(Connection::Online))
        return tr("Connected again") + note;
    return text_of(entry.event) + note;
}

QString TicketWords::device_event_kind(DeviceEventKind kind)
{
    switch (kind) {
    case DeviceEventKind::Connected:
        return tr("Connected");
    case DeviceEventKind::Disconnected:
        return tr("Offline");
    case DeviceEventKind::Boot:
        return tr("Boot");
    case DeviceEventKind::Status:
        return tr("Status");
    case DeviceEventKind::Authorize:
        return tr("Card");
    case DeviceEventKind::Start:
        return tr("Start");
    case DeviceEventKind::Stop:
        return tr("Stop");
    case DeviceEventKind::DataTransfer:
        return tr("Data");
    case DeviceEventKind::Command:
        return tr("Command");
    case DeviceEventKind::Suspect:
        return tr("Suspect");
    case DeviceEventKind::Other:
        return tr("Other");
    }
    return {};
}

QString TicketWords::entry(const TicketEntry &entry, const PeopleNames &people)
{
    const QString text = text_of(entry.text);
    switch (entry.kind) {
    case TicketEntryKind::Message:
        return tr("Message: %1").arg(text);
    case TicketEntryKind::Note:
        return tr("Note: %1").arg(text);
    case TicketEntryKind::Decision:
        return tr("Decision: %1").arg(text);
    case TicketEntryKind::State:
        break;
    }
    // "OPEN → IN_REVIEW: name", as the workflows write it.
    const qsizetype colon = text.indexOf(QStringLiteral(": "));
    const QStringList states = text.left(colon).split(QStringLiteral(" → "));
    if (states.size() != 2)
        return text;
    const auto to = from_text<TicketState>(states[1].toStdString());
    if (!to)
        return text;
    const QString who = colon < 0 ? QString() : people.of(text.mid(colon + 2).toStdString());
    return who.isEmpty() ? EnumWords::ticket_state(*to) : tr("%1 · %2").arg(EnumWords::ticket_state(*to), who);
}

QString TicketWords::notice(const Notice &notice, const Format &format)
{
    const NoticeText text = notice_text(notice);
    return text_of(format.locale().language() == QLocale::Chinese ? text.zh_cn : text.en);
}

QString TicketWords::refund_moment(const RefundMoment &moment, const Format &format)
{
    const QString number = text_of(moment.refund.refund_no.text());
    const QString amount = format.money(moment.refund.amount);
    switch (moment.kind) {
    case RefundMoment::Kind::Requested:
        return moment.refund.kind == RefundKind::Refund ? tr("Refund %1 of %2 asked for").arg(number, amount)
                                                        : tr("Adjustment %1 of %2 asked for").arg(number, amount);
    case RefundMoment::Kind::Approved:
        return tr("%1 of %2 approved").arg(number, amount);
    case RefundMoment::Kind::SentBack:
        return tr("%1 of %2 sent back").arg(number, amount);
    case RefundMoment::Kind::Posted:
        return tr("%1: %2 paid to the balance").arg(number, amount);
    }
    return {};
}

QString TicketWords::actor(const Actor &actor, const PeopleNames &people)
{
    switch (actor.source) {
    case Source::Admin:
    case Source::Manual:
        return people.of(actor.name);
    case Source::ChargePoint:
    case Source::Api:
        return text_of(actor.name);
    case Source::System:
    case Source::Customer:
        break;
    }
    return EnumWords::source(actor.source);
}

}  // namespace aftercharge
