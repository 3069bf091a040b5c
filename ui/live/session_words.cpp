// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/session_words.h"

#include <QStringList>

#include "ui/common/enum_words.h"
#include "ui/common/format.h"

namespace aftercharge {

QString SessionWords::condition(SessionCondition condition)
{
    switch (condition) {
    case SessionCondition::Fault:
        return tr("Fault");
    case SessionCondition::Phantom:
        return tr("Phantom");
    case SessionCondition::Offline:
        return tr("Offline");
    case SessionCondition::Silent:
        return tr("Silent");
    case SessionCondition::Starting:
        return tr("Starting");
    case SessionCondition::Charging:
        return tr("Charging");
    case SessionCondition::Settling:
        return tr("Settling");
    case SessionCondition::Settled:
        return tr("Settled");
    case SessionCondition::AfterSales:
        return tr("After sales");
    case SessionCondition::Cancelled:
        return tr("Cancelled");
    }
    return {};
}

QString SessionWords::sign(HealthSign sign)
{
    switch (sign) {
    case HealthSign::Phantom:
        return tr("No energy");
    case HealthSign::MeterFast:
        return tr("Meter fast");
    case HealthSign::SocFrozen:
        return tr("SOC stuck");
    case HealthSign::VoltageOutOfRange:
        return tr("Voltage off");
    case HealthSign::VoltageFluctuating:
        return tr("Voltage unsteady");
    case HealthSign::Silent:
        return tr("Silent");
    case HealthSign::Offline:
        return tr("Offline");
    case HealthSign::Fault:
        return tr("Faulted");
    case HealthSign::ReadingsExcluded:
        return tr("Odd readings");
    }
    return {};
}

QString SessionWords::health(const SessionView &session, const Format &format, UtcTime now)
{
    if (!is_running(session))
        return ended(session, format);
    const auto worst = worst_sign(session);
    if (!worst)
        return tr("Healthy");
    if (*worst == HealthSign::Offline || *worst == HealthSign::Silent) {
        const Duration silence = now - session.received_at;
        return silence >= std::chrono::minutes(1) ? tr("Silent %1").arg(format.duration(silence)) : tr("Silent");
    }
    return sign(*worst);
}

QString SessionWords::ended(const SessionView &session, const Format &format)
{
    if (session.owed.is_positive())
        return tr("%1 owed").arg(format.money(session.owed));
    if (session.stop_reason == StopReason::HighTemperature)
        return tr("Too hot");
    if (is_fault(session.stop_reason) && session.stop_reason != StopReason::EvDisconnected)
        return EnumWords::stop_reason(session.stop_reason);
    if (session.state == OrderState::Settle)
        return tr("Provisional");
    if (session.returned.is_positive())
        return tr("%1 returned").arg(format.money(session.returned));
    return EnumWords::stop_reason(session.stop_reason);
}

QString SessionWords::all_signs(const SessionView &session)
{
    QStringList lines;
    for (const auto &entry : text_table(HealthSign{})) {
        if (session.has(entry.value))
            lines.append(sign(entry.value));
    }
    if (session.stop_reason != StopReason::None)
        lines.append(EnumWords::stop_reason(session.stop_reason));
    return lines.join(u'\n');
}

QString SessionWords::left(const SessionView &session, UtcTime now)
{
    if (!is_running(session))
        return tr("done");
    const bool flows = condition_of(session) == SessionCondition::Charging;
    if (!flows || !session.estimated_end)
        return QStringLiteral("—");
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(*session.estimated_end - now).count();
    return tr("%1 min").arg(std::max<std::int64_t>(0, (seconds + 30) / 60));
}

QString SessionWords::point(const ConnectorId &connector)
{
    return QString::fromStdString(connector.charge_point_id.text()) + u" / " + QString::number(connector.connector_id);
}

QString SessionWords::point_id(const ConnectorId &connector)
{
    const QString stem = QString::fromStdString(connector.charge_point_id.text());
    return connector.connector_id == 0 ? stem : QString(stem + u'/' + QString::number(connector.connector_id));
}

}  // namespace aftercharge
