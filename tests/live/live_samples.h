// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/notice.h"
#include "models/workflow/changes.h"

// Records for the tests of the live feed.
namespace aftercharge::live_test {

inline UtcTime at(const char *text)
{
    return parse_iso8601(text).value();
}

inline Money cny(std::int64_t minor)
{
    return Money::from_minor(minor, Currency::from_code("CNY").value()).value();
}

inline SessionView running_session(const std::string &order_no, const std::string &station = "ST-1")
{
    SessionView view;
    view.order_no = OrderNo::from_text(order_no).value();
    view.connector = {ChargePointId::from_text("CP-" + station).value(), 2};
    view.station_id = StationId::from_text(station).value();
    view.member_id = MemberId::from_text("M-" + order_no).value();
    view.started_at = at("2026-11-24T08:00:00.000Z");
    view.at = at("2026-11-24T08:10:00.250Z");
    view.received_at = at("2026-11-24T08:10:01.000Z");
    view.voltage = VoltageMv{401'250};
    view.current = CurrentMa{149'500};
    view.power = PowerW{59'986};
    view.energy = EnergyWh{9'998};
    view.meter_start = EnergyWh{1'000'000};
    view.fee = cny(1'234);
    view.prepaid = cny(5'000);
    view.owed = cny(0);
    view.returned = cny(0);
    view.health = static_cast<std::uint32_t>(HealthSign::MeterFast) | static_cast<std::uint32_t>(HealthSign::Silent);
    return view;
}

inline SessionView settled(SessionView view)
{
    view.state = OrderState::Payed;
    view.stopped_at = at("2026-11-24T08:20:00.000Z");
    view.stop_reason = StopReason::HighTemperature;
    view.returned = cny(3'766);
    view.health = 0;
    return view;
}

inline Notice fault_notice(const std::string &order_no, std::uint8_t id)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = id;
    Notice notice;
    notice.event_id = Uuid(bytes);
    notice.kind = NoticeKind::FaultStopReturned;
    notice.order_no = OrderNo::from_text(order_no).value();
    notice.at = at("2026-11-24T08:20:00.000Z");
    notice.values = {{"currency", "CNY"}, {"fee", "12.34"}, {"returned", "37.66"}};
    return notice;
}

inline DeviceEvent suspect_event()
{
    DeviceEvent event;
    event.connector = {ChargePointId::from_text("CP-1").value(), 1};
    event.received_at = at("2026-11-24T08:20:00.000Z");
    event.kind = DeviceEventKind::Suspect;
    event.severity = Severity::Warning;
    event.detail = "register jumped back";
    return event;
}

inline Changes sessions_only(std::vector<SessionView> views)
{
    Changes changes;
    changes.sessions = std::move(views);
    return changes;
}

inline Changes notices_only(std::vector<Notice> notices)
{
    Changes changes;
    changes.notices = std::move(notices);
    return changes;
}

class FixedClock : public Clock {
public:
    UtcTime now() const override { return at("2026-11-24T08:10:01.400Z"); }
};

}  // namespace aftercharge::live_test
