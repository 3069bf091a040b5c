// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/live_samples.h"

#include <cmath>

#include "models/settlement/pricing.h"
#include "models/workflow/zone_offsets.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;
const char *const zone = "Asia/Shanghai";

constexpr std::uint32_t bit(HealthSign sign)
{
    return static_cast<std::uint32_t>(sign);
}

struct Case {
    const char *point;
    int connector;
    const char *order;
    const char *station;
    int minutes;    // since the start
    double kw;      // at its best
    int soc_start;  // in 0.1 %
    int soc_now;
    std::uint32_t health = 0;
    OrderState state = OrderState::Charging;
    StopReason reason = StopReason::None;
    int stopped_ago_s = 0;
    int silent_s = 8;
};

const Case cases[] = {
    {"CP-0412", 1, "C20261123-0097", "HONGQIAO", 37, 103, 180, 573},
    {"CP-0118", 2, "C20261123-0091", "PUDONG", 52, 88, 210, 830},
    {"CP-0733", 1, "C20261123-0104", "HONGQIAO", 24, 45, 300, 410, bit(HealthSign::Phantom)},
    {"CP-0091", 1, "C20261123-0088", "XUHUI", 44, 60, 240, 660, bit(HealthSign::Offline), OrderState::Charging,
     StopReason::None, 0, 380},
    {"CP-0455", 2, "C20261123-0108", "PUDONG", 9, 118, 140, 220},
    {"CP-0207", 1, "C20261123-0085", "PUDONG", 61, 92, 160, 910},
    {"CP-0661", 1, "C20261123-0092", "XUHUI", 40, 80, 220, 780, 0, OrderState::Settle, StopReason::HighTemperature, 8},
    {"CP-0382", 2, "C20261123-0103", "HONGQIAO", 17, 96, 190, 350},
    {"CP-0515", 1, "C20261123-0110", "XUHUI", 5, 60, 100, 121},
    {"CP-0518", 1, "C20261123-0094", "XUHUI", 41, 7, 300, 412},
    {"CP-0519", 2, "C20261123-0109", "XUHUI", 8, 7, 520, 541, bit(HealthSign::Silent), OrderState::Charging,
     StopReason::None, 0, 95},
    {"CP-0604", 1, "C20261123-0099", "HONGQIAO", 30, 110, 110, 486},
    {"CP-0604", 2, "C20261123-0101", "HONGQIAO", 26, 72, 150, 355, bit(HealthSign::MeterFast)},
    {"CP-0733", 2, "C20261123-0105", "HONGQIAO", 21, 58, 330, 501, bit(HealthSign::ReadingsExcluded)},
    {"CP-0804", 1, "C20261123-0089", "PUDONG", 55, 47, 260, 702},
    {"CP-0805", 1, "C20261123-0111", "PUDONG", 1, 0, 450, 450, 0, OrderState::Created},
    {"CP-0806", 2, "C20261123-0087", "PUDONG", 58, 30, 400, 744, bit(HealthSign::Fault)},
    {"CP-0911", 1, "C20261123-0079", "XUHUI", 62, 66, 200, 880, 0, OrderState::Payed, StopReason::Local, 1260},
    {"CP-0912", 2, "C20261123-0081", "XUHUI", 48, 40, 380, 795, 0, OrderState::Payed, StopReason::EvDisconnected, 640},
    {"CP-0118", 1, "C20261123-0074", "PUDONG", 50, 90, 180, 640, 0, OrderState::AfterSales, StopReason::Remote, 2900},
    {"CP-0455", 1, "C20261123-0106", "PUDONG", 19, 84, 220, 402},
    {"CP-0207", 2, "C20261123-0107", "PUDONG", 12, 121, 90, 240},
};

Tariff tariff()
{
    Tariff made;
    made.id = *TariffId::from_text("TOU");
    made.currency = *Currency::from_code("CNY");
    const auto element = [&](int from_hour, int from_minute, int to_hour, int to_minute, std::int64_t price,
                             const char *label) {
        TariffElement part;
        PriceComponent energy;
        energy.price = UnitPrice{price};
        energy.service_price = UnitPrice{450'000};
        part.price_components = {energy};
        part.restrictions.start_time = std::chrono::minutes{from_hour * 60 + from_minute};
        part.restrictions.end_time = std::chrono::minutes{to_hour * 60 + to_minute};
        part.label = label;
        made.elements.push_back(part);
    };
    element(23, 0, 7, 0, 420'000, "valley");
    element(7, 0, 10, 30, 800'000, "flat");
    element(10, 30, 12, 0, 970'000, "peak");
    element(12, 0, 23, 0, 800'000, "flat");
    return made;
}

// Power over the share of the charging done: up in a minute, flat, then tapering.
double shape(double soc)
{
    return soc < 0.5 ? 1.0 : std::max(0.18, 1.0 - (soc - 0.5) * 1.55);
}

struct Made {
    SessionView view;
    OrderExplanation explanation;
};

std::vector<Reading> readings_of(const Case &c, UtcTime start, UtcTime end, EnergyWh meter_start)
{
    std::vector<Reading> readings;
    double wh = 0;
    const double peak = c.kw > 20 ? c.kw * 0.55 : c.kw;
    const double span = std::max(1.0, std::chrono::duration<double>(end - start).count());
    int i = 0;
    for (UtcTime at = start; at <= end; at += 15s, ++i) {
        const double t = std::chrono::duration<double>(at - start).count() / span;
        const double soc = (c.soc_start + (c.soc_now - c.soc_start) * std::pow(t, 0.92)) / 1000.0;
        const double noise = c.kw > 20 ? 0.7 * std::sin(i * 1.7) + 1.1 * std::sin(i * 0.19) : 0.02 * std::sin(i * 1.7);
        const double kw = i == 0 ? 0 : std::max(0.0, peak * shape(soc) + noise);
        const bool phantom = (c.health & bit(HealthSign::Phantom)) != 0 && end - at < 5min;
        wh += phantom ? 0 : kw * (c.health == bit(HealthSign::MeterFast) && t > 0.5 ? 1.35 : 1.0) * 15 / 3.6;
        Reading reading;
        reading.at = at;
        reading.power = PowerW{static_cast<std::int64_t>(kw * 1000)};
        const std::int64_t mv = (c.kw < 10 ? 232'000 : 385'000) +
                                static_cast<std::int64_t>(c.kw < 10 ? 0 : 42'000 * soc);
        reading.voltage = VoltageMv{mv + static_cast<std::int64_t>(500 * std::sin(i * 2.3))};
        reading.current = CurrentMa{reading.power->value() * 1'000'000 / reading.voltage->value()};
        reading.soc = SocPermille{static_cast<std::int64_t>(soc * 1000)};
        reading.register_wh = meter_start + EnergyWh{static_cast<std::int64_t>(wh)};
        if (c.health == bit(HealthSign::ReadingsExcluded) && (i == 40 || i == 42)) {
            reading.register_wh = meter_start;
            reading.flags = ReadingFlag::RegisterBackwards;
        }
        readings.push_back(reading);
    }
    return readings;
}

PricedSession priced(const Made &made)
{
    std::vector<Reading> accepted;
    for (const Reading &reading : made.explanation.readings) {
        if (!reading.excluded())
            accepted.push_back(reading);
    }
    const UtcTime start = made.view.started_at;
    auto result = price_session(tariff(), *zone_offsets(zone, start, live_now()), start, made.view.meter_start,
                                accepted, made.view.stopped_at);
    if (!result)
        qFatal("the sample %s cannot be priced: %s", made.view.order_no.text().c_str(),
               to_line(result.error()).c_str());
    return *result;
}

void settle(SessionView &view, const Case &c)
{
    view.stopped_at = live_now() - std::chrono::seconds(c.stopped_ago_s);
    view.stop_reason = c.reason;
    view.power = PowerW{0};
    view.estimated_end.reset();
    const std::int64_t rest = view.prepaid.minor() - view.fee.minor();
    view.returned = yuan(std::max<std::int64_t>(0, rest));
    view.owed = yuan(std::max<std::int64_t>(0, -rest));
}

ChargingOrder order_of(const SessionView &view)
{
    ChargingOrder order;
    order.order_no = view.order_no;
    order.connector = view.connector;
    order.station_id = view.station_id;
    order.member_id = view.member_id;
    order.state = view.state;
    order.connection = view.connection;
    if (view.connection == Connection::Offline)
        order.offline_since = view.received_at;
    order.prepaid = view.prepaid;
    order.fee = view.fee;
    order.owed = view.owed;
    order.returned = view.returned;
    order.refunded = yuan(0);
    order.meter_start = view.meter_start;
    order.energy = view.energy;
    order.started_at = view.started_at;
    order.stopped_at = view.stopped_at;
    order.stop_reason = view.stop_reason;
    return order;
}

Made make(const Case &c, int number)
{
    Made made;
    SessionView &view = made.view;
    view.order_no = *OrderNo::from_text(c.order);
    view.connector = {*ChargePointId::from_text(c.point), c.connector};
    view.station_id = *StationId::from_text(c.station);
    view.member_id = *MemberId::from_text("M-" + std::to_string(20417 + number * 37));
    view.state = c.state;
    view.health = c.health;
    view.connection = (c.health & bit(HealthSign::Offline)) ? Connection::Offline : Connection::Online;
    const UtcTime end = live_now() - std::chrono::seconds(c.stopped_ago_s > 0 ? c.stopped_ago_s : c.silent_s);
    view.started_at = end - std::chrono::minutes(c.minutes);
    view.received_at = view.at = end;
    view.meter_start = EnergyWh{184'220 + number * 31'877};
    view.returned = view.owed = yuan(0);
    if (c.state == OrderState::Settle)
        view.stopped_at = end;
    made.explanation.readings = readings_of(c, view.started_at, end, view.meter_start);
    made.explanation.time_zone = zone;
    made.explanation.priced = priced(made);
    const Reading &last = made.explanation.readings.back();
    view.voltage = last.voltage;
    view.current = last.current;
    view.power = last.power;
    view.soc = last.soc;
    view.energy = made.explanation.priced.energy;
    view.fee = made.explanation.priced.total;
    view.prepaid = yuan(view.fee.minor() > 4'900 ? 10'000 : 5'000);
    if (c.state == OrderState::Charging && c.kw > 0)
        view.estimated_end = live_now() + std::chrono::minutes((1000 - c.soc_now) * c.minutes /
                                                               std::max(1, c.soc_now - c.soc_start));
    if ((c.health & bit(HealthSign::Offline)) != 0)
        view.power = PowerW{0};
    if (c.stopped_ago_s > 0)
        settle(view, c);
    made.explanation.order = order_of(view);
    made.explanation.paid = view.fee;
    made.explanation.refundable = view.fee;
    return made;
}

DeviceEvent event(const char *point, int connector, int seconds_ago, DeviceEventKind kind, Severity severity,
                  const char *detail)
{
    DeviceEvent made;
    made.connector = {*ChargePointId::from_text(point), connector};
    made.received_at = live_now() - std::chrono::seconds(seconds_ago);
    made.kind = kind;
    made.severity = severity;
    made.detail = detail;
    return made;
}

void fill_registry(FakeDeskService &desk)
{
    for (const auto &[id, name] :
         {std::pair{"HONGQIAO", "Hongqiao Hub"}, {"PUDONG", "Pudong East"}, {"XUHUI", "Xuhui"}})
        desk.station_rows.push_back({*StationId::from_text(id), name, zone});
    for (const Case &c : cases) {
        ChargePoint point;
        point.id = *ChargePointId::from_text(c.point);
        point.connectors = 2;
        desk.charge_point_rows.push_back(point);
    }
}

}  // namespace

UtcTime live_now()
{
    return *parse_iso8601("2026-11-23T02:41:20Z");
}

Money yuan(std::int64_t fen)
{
    return *Money::from_minor(fen, *Currency::from_code("CNY"));
}

OrderNo live_order()
{
    return *OrderNo::from_text(cases[0].order);
}

void fill_live(FakeDeskService &desk)
{
    std::vector<SessionView> views;
    int number = 0;
    for (const Case &c : cases) {
        Made made = make(c, number++);
        views.push_back(made.view);
        desk.explanations[made.view.order_no] = made.explanation;
        desk.order_rows.push_back(made.explanation.order);
    }
    desk.session_rows = views;
    // What the day had brought before.
    for (int i = 0; i < 61; ++i) {
        ChargingOrder order;
        order.order_no = *OrderNo::from_text("C20261123-00" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1));
        order.started_at = live_now() - 3h - std::chrono::minutes(i);
        order.energy = EnergyWh{29'000 + i * 211};
        order.fee = yuan(3'700 + i * 29);
        desk.order_rows.push_back(order);
    }
    desk.event_rows = {event("CP-0805", 1, 62, DeviceEventKind::Authorize, Severity::Info, "04A2B7C1 accepted"),
                       event("CP-0330", 0, 300, DeviceEventKind::Boot, Severity::Info, "ABB Terra 184 2.1.7 T184-5512"),
                       event("CP-0806", 2, 410, DeviceEventKind::Status, Severity::Fault, "Faulted OtherError E-2213")};
    fill_registry(desk);
}

}  // namespace aftercharge
