// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/curve_content.h"

#include "models/settlement/diagnosis.h"
#include "ui/common/enum_words.h"

namespace aftercharge {

namespace {

CurvePoint point_of_reading(const Reading &reading, EnergyWh meter_start)
{
    CurvePoint point;
    point.at = reading.at;
    point.power = reading.power_or_vi();
    point.voltage = reading.voltage;
    point.current = reading.current;
    point.soc = reading.soc;
    if (reading.register_wh)
        point.energy = *reading.register_wh - meter_start;
    point.excluded = reading.excluded();
    point.replayed = reading.flags.has(ReadingFlag::Replayed);
    return point;
}

}  // namespace

CurveContent CurveContent::of(const OrderExplanation &explanation, UtcTime now)
{
    CurveContent content;
    content.add_points(explanation);
    content.add_marks(explanation.order);
    content.add_findings(explanation);
    content.add_connection(explanation, now);
    return content;
}

CurvePoint CurveContent::point_of(const SessionView &session)
{
    CurvePoint point;
    point.at = session.at;
    point.power = session.power;
    point.voltage = session.voltage;
    point.current = session.current;
    point.soc = session.soc;
    point.energy = session.energy;
    point.fee_minor = session.fee.minor();
    return point;
}

void CurveContent::add_points(const OrderExplanation &explanation)
{
    points.reserve(explanation.readings.size());
    for (const Reading &reading : explanation.readings) {
        if (is_plausible(reading))
            points.push_back(point_of_reading(reading, explanation.order.meter_start));
    }
    std::optional<CurveStretch> replay;
    for (const CurvePoint &point : points) {
        if (!point.replayed) {
            if (replay)
                stretches.append(*replay);
            replay.reset();
        } else if (replay) {
            replay->to = point.at;
        } else {
            replay = CurveStretch{CurveStretch::Kind::Replayed, point.at, point.at, tr("Uploaded later")};
        }
    }
    if (replay)
        stretches.append(*replay);
}

void CurveContent::add_marks(const ChargingOrder &order)
{
    marks.append({CurveMark::Kind::Start, order.started_at, tr("Start")});
    if (!order.stopped_at)
        return;
    const bool fault = is_fault(order.stop_reason);
    const QString reason = EnumWords::stop_reason(order.stop_reason);
    marks.append({fault ? CurveMark::Kind::Fault : CurveMark::Kind::Stop, *order.stopped_at,
                  reason.isEmpty() ? tr("Stop") : reason});
}

void CurveContent::add_findings(const OrderExplanation &explanation)
{
    HealthMonitor monitor;
    for (const Reading &reading : explanation.readings)
        monitor.add(reading);
    for (const auto &finding : monitor.health().findings) {
        if (!finding)
            continue;
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(finding->to - finding->from).count();
        QString text;
        switch (finding->flag) {
        case HealthFlag::Phantom:
            text = tr("Current without energy (%1 min)").arg(minutes);
            break;
        case HealthFlag::MeterFast: {
            const std::int64_t expected = std::max<std::int64_t>(1, finding->expected.value());
            const std::int64_t above = (finding->measured.value() - finding->expected.value()) * 100 / expected;
            text = tr("Meter %1 % above V·I·t (%2 min)").arg(above).arg(minutes);
            break;
        }
        case HealthFlag::SocFrozen:
            text = tr("SOC stands still (%1 min)").arg(minutes);
            break;
        case HealthFlag::VoltageOutOfRange:
            text = tr("Voltage out of range");
            break;
        case HealthFlag::VoltageFluctuating:
            text = tr("Voltage unsteady");
            break;
        }
        stretches.append({CurveStretch::Kind::Finding, finding->from, finding->to, text});
    }
}

void CurveContent::add_connection(const OrderExplanation &explanation, UtcTime now)
{
    const ChargingOrder &order = explanation.order;
    if (order.connection == Connection::Offline && order.offline_since && !order.stopped_at)
        stretches.append(
            {CurveStretch::Kind::Offline, *order.offline_since, std::max(now, *order.offline_since), tr("Offline")});
}

}  // namespace aftercharge
