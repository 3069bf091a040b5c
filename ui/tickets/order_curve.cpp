// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/order_curve.h"

#include "models/item/refund_plan.h"
#include "ui/common/enum_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

class CurveWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::CurveWords)
};

void add_offline(QList<CurveStretch> &stretches, const TicketDossier &dossier, UtcTime end)
{
    bool lost = false;
    UtcTime since;
    for (const OrderLogEntry &entry : dossier.order_log) {
        if (entry.event == to_text(Connection::Offline)) {
            lost = true;
            since = entry.at;
        } else if (lost && entry.event == to_text(Connection::Online)) {
            stretches.append({CurveStretch::Kind::Offline, since, entry.at, CurveWords::tr("Offline")});
            lost = false;
        }
    }
    if (lost && since < end)
        stretches.append({CurveStretch::Kind::Offline, since, end, CurveWords::tr("Offline")});
}

void add_replayed(QList<CurveStretch> &stretches, const std::vector<Reading> &readings)
{
    std::optional<UtcTime> from;
    UtcTime to;
    const auto close = [&] {
        if (from)
            stretches.append({CurveStretch::Kind::Replayed, *from, to, CurveWords::tr("Uploaded later")});
        from.reset();
    };
    for (const Reading &reading : readings) {
        if (!reading.flags.has(ReadingFlag::Replayed)) {
            close();
            continue;
        }
        from = from.value_or(reading.at);
        to = reading.at;
    }
    close();
}

}  // namespace

std::vector<CurvePoint> curve_points(const OrderExplanation &order)
{
    std::vector<CurvePoint> points;
    points.reserve(order.readings.size());
    for (const Reading &reading : order.readings) {
        CurvePoint point;
        point.at = reading.at;
        point.power = reading.power_or_vi();
        point.voltage = reading.voltage;
        point.current = reading.current;
        point.soc = reading.soc;
        if (reading.register_wh)
            point.energy = *reading.register_wh - order.order.meter_start;
        point.excluded = reading.excluded();
        point.replayed = reading.flags.has(ReadingFlag::Replayed);
        points.push_back(point);
    }
    return points;
}

QList<CurveMark> curve_marks(const ChargingOrder &order)
{
    QList<CurveMark> marks{{CurveMark::Kind::Start, order.started_at, CurveWords::tr("Start")}};
    if (!order.stopped_at)
        return marks;
    const bool fault = is_fault(order.stop_reason);
    const QString why = EnumWords::stop_reason(order.stop_reason);
    marks.append({fault ? CurveMark::Kind::Fault : CurveMark::Kind::Stop, *order.stopped_at,
                  why.isEmpty() ? CurveWords::tr("Stop") : why});
    return marks;
}

QList<CurveStretch> curve_stretches(const TicketDossier &dossier, const Format &format)
{
    QList<CurveStretch> stretches;
    if (!dossier.order)
        return stretches;
    for (const auto &finding : health_of(dossier.order->readings).findings) {
        if (finding)
            stretches.append(
                {CurveStretch::Kind::Finding, finding->from, finding->to, TicketWords::finding(*finding, format)});
    }
    add_offline(stretches, dossier, dossier.order->priced.to);
    add_replayed(stretches, dossier.order->readings);
    return stretches;
}

}  // namespace aftercharge
