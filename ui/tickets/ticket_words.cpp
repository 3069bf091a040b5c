// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_words.h"

#include <QtCore/QRegularExpression>

#include "models/live/notice_text.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

// "C20261123-0104" as "C…0104".
QString short_number(const QString &whole)
{
    const qsizetype dash = whole.lastIndexOf(u'-');
    return dash < 3 ? whole : QString(whole.left(1) + u'…' + whole.mid(dash + 1));
}

QString reason_words(const QString &reason)
{
    const auto known = from_text<StopReason>(reason.toStdString());
    return known ? EnumWords::stop_reason(*known) : reason;
}

// An amount as a workflow wrote it, with its currency; other text stays as it is.
QString amount_words(const QString &text, const Format &format, const Currency &currency)
{
    const auto amount = Money::from_text(text.toStdString(), currency);
    return amount ? format.money(*amount) : text;
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
    if (ticket.reason == "METER_EVIDENCE")
        return tr("Fee provisional: odd readings");
    if (ticket.reason == "NOT_PRICED")
        return tr("Fee could not be computed");
    return ticket.reason.empty() ? EnumWords::ticket_kind(ticket.kind) : text_of(ticket.reason);
}

QString TicketWords::source(Source source)
{
    return EnumWords::source(source);
}

QString TicketWords::short_order(const OrderNo &order_no)
{
    return short_number(text_of(order_no.text()));
}

QString TicketWords::short_parcel(const ShipmentNo &shipment_no)
{
    return short_number(text_of(shipment_no.text()));
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

QString TicketWords::order_event(const OrderLogEntry &entry, const Format &format, const Currency &currency)
{
    const QString note = text_of(entry.note);
    const auto with = [](const QString &words, const QString &more) {
        return more.isEmpty() ? words : QString(words + QStringLiteral(" · ") + more);
    };
    if (const auto event = from_text<OrderEvent>(entry.event)) {
        switch (*event) {
        case OrderEvent::ChargingStarted:
            return with(tr("Charging started"), note);
        case OrderEvent::StartRefused:
            return with(tr("Start refused"), note);
        case OrderEvent::ChargingStopped:
            return stopped(note, format, currency);
        case OrderEvent::PaidInFull:
            return with(tr("Paid in full"), amount_words(note, format, currency));
        case OrderEvent::LateUpload:
            return with(tr("Readings uploaded later, fee computed again"), note);
        case OrderEvent::RefundPosted:
            return with(tr("Refund posted"), note);
        }
    }
    if (entry.event == "STOP_REQUESTED")
        return with(tr("Asked to stop"), note);
    if (entry.event == "DEBT_PAYMENT")
        return with(tr("Debt paid"), amount_words(note, format, currency));
    if (entry.event == "FEE_CONFIRMED")
        return with(tr("Fee confirmed"), note);
    if (entry.event == "FAULT_JOINED")
        return fault_joined(note);
    if (entry.event == to_text(Connection::Offline))
        return with(tr("Connection lost"), note);
    if (entry.event == to_text(Connection::Online))
        return with(tr("Connected again"), note);
    return with(text_of(entry.event), note);
}

// "0x01 FAULT GroundFailure (code words), fee 15.53, returned 34.47, owed 0.10", as the
// settlement writes it.
QString TicketWords::stopped(const QString &note, const Format &format, const Currency &currency)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(0x01 FAULT )?(\\w*)(?: \\((.*)\\))?, fee (-?[\\d.]+), returned (-?[\\d.]+)(?:, owed ([\\d.]+))?$"));
    const auto found = pattern.match(note);
    if (!found.hasMatch()) {
        const QString why = reason_words(note);
        return why.isEmpty() ? tr("Charging stopped, fee computed")
                             : tr("Charging stopped, fee computed · %1").arg(why);
    }
    const QString why = reason_words(found.captured(2));
    const QString fee = amount_words(found.captured(4), format, currency);
    const QString owed = found.captured(6);
    const QString money = owed.isEmpty()
                              ? tr("Fee %1, %2 returned.").arg(fee, amount_words(found.captured(5), format, currency))
                              : tr("Fee %1, %2 owed.").arg(fee, amount_words(owed, format, currency));
    if (!found.captured(1).isEmpty())
        return tr("Stopped by a fault: %1. %2").arg(why, money);
    return why.isEmpty() ? tr("Charging stopped. %1").arg(money) : tr("Charging stopped: %1. %2").arg(why, money);
}

// "0x01 FAULT GroundFailure (code words), before: Local"
QString TicketWords::fault_joined(const QString &note)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:0x01 FAULT )?(\\w+) \\((.*)\\), before: (\\w*)$"));
    const auto found = pattern.match(note);
    if (!found.hasMatch())
        return tr("A fault explains the stop · %1").arg(note);
    return tr("A fault explains the stop: %1 (before: %2)")
        .arg(reason_words(found.captured(1)), reason_words(found.captured(3)));
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
    if (is_of_goods(moment.refund.kind))
        return goods_refund_moment(moment, format);
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
    case Source::Api:
        if (const auto carrier = from_text<CarrierProvider>(actor.name))
            return EnumWords::carrier(*carrier);
        if (const auto provider = from_text<PaymentProvider>(actor.name))
            return EnumWords::payment_provider(*provider);
        return text_of(actor.name);
    case Source::ChargePoint:
        return text_of(actor.name);
    case Source::System:
    case Source::Customer:
        break;
    }
    return EnumWords::source(actor.source);
}

}  // namespace aftercharge
