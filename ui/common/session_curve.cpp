// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/session_curve.h"

#include "models/item/refund_plan.h"
#include "ui/common/curve_view.h"
#include "ui/common/enum_words.h"
#include "ui/common/finding_words.h"

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

SessionCurve SessionCurve::of(const OrderExplanation &explanation, const Format &format, UtcTime end,
                              const std::vector<OrderLogEntry> &log)
{
    SessionCurve curve;
    curve.add_points(explanation);
    curve.add_marks(explanation.order);
    curve.add_findings(explanation.readings, format);
    curve.add_offline(explanation.order, log, end);
    curve.add_replayed();
    return curve;
}

CurvePoint SessionCurve::point_of(const SessionView &session)
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

void SessionCurve::show_in(CurveView &view) const
{
    view.set_points(points);
    view.set_marks(marks);
    view.set_stretches(stretches);
}

void SessionCurve::add_points(const OrderExplanation &explanation)
{
    points.reserve(explanation.readings.size());
    for (const Reading &reading : explanation.readings) {
        if (is_plausible(reading))
            points.push_back(point_of_reading(reading, explanation.order.meter_start));
    }
}

void SessionCurve::add_marks(const ChargingOrder &order)
{
    marks.append({CurveMark::Kind::Start, order.started_at, tr("Start")});
    if (!order.stopped_at)
        return;
    const bool fault = is_fault(order.stop_reason);
    const QString reason = EnumWords::stop_reason(order.stop_reason);
    marks.append({fault ? CurveMark::Kind::Fault : CurveMark::Kind::Stop, *order.stopped_at,
                  reason.isEmpty() ? tr("Stop") : reason});
}

void SessionCurve::add_findings(const std::vector<Reading> &readings, const Format &format)
{
    for (const auto &finding : health_of(readings).findings) {
        if (finding)
            stretches.append(
                {CurveStretch::Kind::Finding, finding->from, finding->to, FindingWords::sentence(*finding, format)});
    }
}

void SessionCurve::add_offline(const ChargingOrder &order, const std::vector<OrderLogEntry> &log, UtcTime end)
{
    bool lost = false;
    UtcTime since;
    for (const OrderLogEntry &entry : log) {
        if (entry.event == to_text(Connection::Offline)) {
            lost = true;
            since = entry.at;
        } else if (lost && entry.event == to_text(Connection::Online)) {
            stretches.append({CurveStretch::Kind::Offline, since, entry.at, tr("Offline")});
            lost = false;
        }
    }
    if (log.empty() && order.connection == Connection::Offline && order.offline_since && !order.stopped_at) {
        lost = true;
        since = *order.offline_since;
    }
    // While it runs, it is shown even where the clocks of desk and engine differ a little.
    if (lost && (!order.stopped_at || since < end))
        stretches.append({CurveStretch::Kind::Offline, since, std::max(end, since), tr("Offline")});
}

void SessionCurve::add_replayed()
{
    std::optional<CurveStretch> replay;
    const auto close = [&] {
        if (replay)
            stretches.append(*replay);
        replay.reset();
    };
    for (const CurvePoint &point : points) {
        if (!point.replayed)
            close();
        else if (replay)
            replay->to = point.at;
        else
            replay = CurveStretch{CurveStretch::Kind::Replayed, point.at, point.at, tr("Uploaded later")};
    }
    close();
}

}  // namespace aftercharge
