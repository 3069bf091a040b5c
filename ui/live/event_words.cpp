// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/event_words.h"

#include "ui/common/device_words.h"
#include "ui/common/enum_words.h"
#include "ui/common/format.h"

namespace aftercharge {

namespace {

// After a lost connection the charge point has a day to upload what it stored.
constexpr Duration guard_time = std::chrono::hours(24);

}  // namespace

QString EventWords::sentence(const LiveEvent &event, const Format &format)
{
    switch (event.kind) {
    case LiveEvent::Kind::Device:
        return device(event);
    case LiveEvent::Kind::Started:
        return event.prepaid.is_positive() ? tr("Started, %1 frozen.").arg(format.money(event.prepaid))
                                           : tr("Started.");
    case LiveEvent::Kind::Stopped:
        return stopped(event, format);
    case LiveEvent::Kind::Phantom:
        return tr("Current without energy. Nothing is billed for it; a technician is proposed.");
    case LiveEvent::Kind::MeterFast:
        return tr("The meter counts faster than V·I·t. The excess will be proposed back.");
    case LiveEvent::Kind::OutOfBounds:
        return tr("The voltage is out of range or unsteady.");
    case LiveEvent::Kind::SocFrozen:
        return tr("The SOC stands still while energy flows.");
    case LiveEvent::Kind::Offline:
        return tr("Connection lost. Not settled; waiting for stored readings until %1.")
            .arg(format.date_time(event.at + guard_time).mid(5, 11));
    case LiveEvent::Kind::BackOnline:
        return tr("Connection is back; stored readings are taken over.");
    case LiveEvent::Kind::Silent:
        return tr("No report for four intervals.");
    case LiveEvent::Kind::Fault:
        return tr("The connector reports a fault.");
    case LiveEvent::Kind::TicketOpened:
        return tr("Ticket %1 opened.").arg(QString::fromStdString(event.detail));
    }
    return {};
}

QString EventWords::stopped(const LiveEvent &event, const Format &format)
{
    const QString reason = EnumWords::stop_reason(event.reason);
    const QString text = is_fault(event.reason) ? tr("Stopped by the charge point: %1.").arg(reason)
                         : reason.isEmpty()     ? tr("Ended.")
                                                : tr("Ended: %1.").arg(reason);
    QString money;
    if (event.owed.is_positive())
        money = tr("Fee %1, %2 owed.").arg(format.money(event.fee), format.money(event.owed));
    else if (event.returned.is_positive() && event.customer_told)
        money = tr("Settled %1, %2 returned to balance, customer told.")
                    .arg(format.money(event.fee), format.money(event.returned));
    else if (event.returned.is_positive())
        money = tr("Settled %1, %2 returned to balance.").arg(format.money(event.fee), format.money(event.returned));
    else
        money = tr("Settled %1.").arg(format.money(event.fee));
    return tr("%1 %2", "two sentences").arg(text, money);
}

QString EventWords::device(const LiveEvent &event)
{
    const QString detail = DeviceWords::detail(event.device_kind, event.detail);
    const auto with = [&](const QString &words) {
        return detail.isEmpty() ? words : tr("%1: %2", "what happened: details").arg(words, detail);
    };
    switch (event.device_kind) {
    case DeviceEventKind::Connected:
        return with(tr("Connected"));
    case DeviceEventKind::Disconnected:
        return with(tr("Connection lost"));
    case DeviceEventKind::Boot:
        return with(tr("Started up"));
    case DeviceEventKind::Status:
        return with(event.severity == Severity::Fault ? tr("Reports a fault") : tr("Reports its state"));
    case DeviceEventKind::Authorize:
        return with(tr("Card read"));
    case DeviceEventKind::Start:
        return with(tr("Start of charging"));
    case DeviceEventKind::Stop:
        return with(tr("End of charging"));
    case DeviceEventKind::DataTransfer:
        return with(tr("Vendor's own message"));
    case DeviceEventKind::Command:
        return with(tr("Command"));
    case DeviceEventKind::Suspect:
        return with(tr("Kept, answered and not billed"));
    case DeviceEventKind::Other:
        break;
    }
    return detail;
}

}  // namespace aftercharge
