// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/device_words.h"

#include <QtCore/QRegularExpression>

#include "models/domain/charging_order.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

QString reason_words(const QString &reason)
{
    const auto known = from_text<StopReason>(reason.toStdString());
    const QString words = known ? EnumWords::stop_reason(*known) : QString();
    return words.isEmpty() ? reason : words;
}

QRegularExpressionMatch match(const char16_t *pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromUtf16(pattern))).match(text);
}

}  // namespace

QString DeviceWords::detail(DeviceEventKind kind, const std::string &detail)
{
    const QString text = QString::fromStdString(detail).simplified();
    switch (kind) {
    case DeviceEventKind::Connected:
        return connected(text);
    case DeviceEventKind::Disconnected:
        return disconnected(text);
    case DeviceEventKind::Status:
        return status(text);
    case DeviceEventKind::Authorize:
        return card(text);
    case DeviceEventKind::Start:
        return start(text);
    case DeviceEventKind::Stop:
        return stop(text);
    case DeviceEventKind::Suspect:
        return suspect(text);
    case DeviceEventKind::Boot:
    case DeviceEventKind::DataTransfer:
    case DeviceEventKind::Command:
    case DeviceEventKind::Other:
        break;
    }
    return text;
}

QString DeviceWords::status(const QString &report)
{
    const QString word = report.section(u' ', 0, 0);
    const QString own = report.section(u' ', 1);
    if (!own.isEmpty()) {
        // Charge points without a code of the standard for it name the emergency stop themselves.
        const bool emergency = own.contains(QStringLiteral("emergency"), Qt::CaseInsensitive) ||
                               own.contains(QStringLiteral("ESTOP"), Qt::CaseInsensitive);
        const QString words = emergency ? EnumWords::stop_reason(StopReason::EmergencyStop)
                                        : error(own.section(u' ', 0, 0));
        return tr("%1 (%2)", "words (the charge point's own)").arg(words, own);
    }
    if (word == QLatin1String("Available"))
        return tr("Free");
    if (word == QLatin1String("Preparing"))
        return tr("Vehicle connected, about to start");
    if (word == QLatin1String("Charging"))
        return tr("Charging");
    if (word == QLatin1String("SuspendedEV"))
        return tr("Paused by the vehicle");
    if (word == QLatin1String("SuspendedEVSE"))
        return tr("Paused by the charge point");
    if (word == QLatin1String("Finishing"))
        return tr("Finished, vehicle still connected");
    if (word == QLatin1String("Reserved"))
        return tr("Reserved");
    if (word == QLatin1String("Unavailable"))
        return tr("Out of service");
    return word == QLatin1String("Faulted") ? tr("Faulted") : report;
}

QString DeviceWords::error(const QString &code)
{
    if (code == QLatin1String("OtherError"))
        return tr("Other fault");
    if (code == QLatin1String("PowerSwitchFailure"))
        return tr("Contactor fault");
    if (code == QLatin1String("ReaderFailure"))
        return tr("Card reader fault");
    if (code == QLatin1String("ResetFailure"))
        return tr("Restart failed");
    if (code == QLatin1String("WeakSignal"))
        return tr("Weak radio signal");
    if (code == QLatin1String("LocalListConflict"))
        return tr("Card list conflict");
    return reason_words(code);
}

QString DeviceWords::connected(const QString &text)
{
    const auto found = match(u"ocpp([\\d.]+) from (.+)", text);
    return found.hasMatch() ? tr("OCPP %1 from %2").arg(found.captured(1), found.captured(2)) : text;
}

QString DeviceWords::disconnected(const QString &text)
{
    const auto found = match(u"closed with (\\d+)(?:: (.*))?", text);
    if (!found.hasMatch())
        return text;
    const int code = found.captured(1).toInt();
    // RFC 6455: 1000 and 1001 are said by the other side, everything else was not meant so.
    const QString words = code == 1000 || code == 1001 ? tr("Closed by the charge point") : tr("Broken off");
    const QString own = found.captured(2).isEmpty() ? found.captured(1)
                                                    : QString(found.captured(1) + u' ' + found.captured(2));
    return tr("%1 (%2)", "words (the charge point's own)").arg(words, own);
}

QString DeviceWords::card(const QString &text)
{
    const auto found = match(u"(.+) (accepted|refused)", text);
    if (!found.hasMatch())
        return text;
    return found.captured(2) == QLatin1String("accepted") ? tr("%1 accepted").arg(found.captured(1))
                                                          : tr("%1 refused").arg(found.captured(1));
}

QString DeviceWords::start(const QString &text)
{
    if (const auto found = match(u"(.+) (started|again), ([\\d.]+) frozen", text); found.hasMatch()) {
        return found.captured(2) == QLatin1String("started")
                   ? tr("%1 started, %2 frozen").arg(found.captured(1), found.captured(3))
                   : tr("%1 told again, %2 frozen").arg(found.captured(1), found.captured(3));
    }
    if (const auto found = match(u"(.+) has nothing available", text); found.hasMatch())
        return tr("%1 has nothing available").arg(found.captured(1));
    if (const auto found = match(u"(.+) is not known", text); found.hasMatch())
        return tr("%1 is not known").arg(found.captured(1));
    return text;
}

QString DeviceWords::stop(const QString &text)
{
    if (text == QLatin1String("stop again"))
        return tr("Told again");
    if (const auto found = match(u"stop of unknown transaction (-?\\d+), kept in the orphan log", text);
        found.hasMatch())
        return tr("Stop of unknown transaction %1, kept in the orphan log").arg(found.captured(1));
    if (const auto found = match(u"(\\w+) \\((.*)\\) explains the stop", text); found.hasMatch())
        return tr("%1 explains the stop (%2)").arg(reason_words(found.captured(1)), found.captured(2));
    if (const auto found = match(u"(\\w+) \\((.*)\\)", text); found.hasMatch())
        return tr("%1 (%2)", "words (the charge point's own)").arg(reason_words(found.captured(1)), found.captured(2));
    return reason_words(text);
}

QString DeviceWords::suspect(const QString &text)
{
    if (const auto found = match(u"(\\d+) readings after the stop", text); found.hasMatch())
        return tr("%1 readings after the stop").arg(found.captured(1));
    if (const auto found = match(u"readings of unknown transaction (-?\\d+)", text); found.hasMatch())
        return tr("Readings of unknown transaction %1").arg(found.captured(1));
    return text;
}

}  // namespace aftercharge
