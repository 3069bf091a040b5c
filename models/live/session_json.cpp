// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/session_json.h"

#include <QtCore/QJsonArray>

#include "models/live/json_fields.h"
#include "models/live/notice_text.h"

namespace aftercharge {
namespace {

using L1 = QLatin1String;

QJsonValue text_of(std::string_view text)
{
    return to_qstring(text);
}

QJsonArray health_to_json(const SessionView &view)
{
    QJsonArray signs;
    for (const auto &entry : text_table(HealthSign{})) {
        if (view.has(entry.value))
            signs.append(text_of(entry.text));
    }
    return signs;
}

std::uint32_t health_from_json(const QJsonArray &signs)
{
    std::uint32_t health = 0;
    for (const QJsonValue &sign : signs) {
        // A sign that this version does not know is no reason to lose the session.
        if (const auto known = from_text<HealthSign>(sign.toString().toStdString()))
            health |= static_cast<std::uint32_t>(*known);
    }
    return health;
}

std::optional<int> connector_from(JsonFields &fields, L1 name)
{
    const std::int64_t number = fields.integer(name);
    if (number < 0 || number > 65'535) {
        fields.fail_at(name);
        return std::nullopt;
    }
    return static_cast<int>(number);
}

void read_sample(JsonFields &fields, SessionView &view)
{
    view.order_no = fields.id<OrderNo>(L1("order_no"));
    view.connector.charge_point_id = fields.optional_id<ChargePointId>(L1("charge_point_id"));
    view.connector.connector_id = connector_from(fields, L1("connector_id")).value_or(0);
    view.state = fields.enumeration<OrderState>(L1("state"));
    view.connection = fields.enumeration<Connection>(L1("connection"));
    view.at = fields.time(L1("t"));
    view.received_at = fields.optional_time(L1("received_at")).value_or(view.at);
    view.voltage = fields.quantity<VoltageMv>(L1("voltage_mv"));
    view.current = fields.quantity<CurrentMa>(L1("current_ma"));
    view.power = fields.quantity<PowerW>(L1("power_w"));
    view.soc = fields.quantity<SocPermille>(L1("soc_permille"));
    view.energy = EnergyWh{fields.integer(L1("energy_wh"))};
    view.fee = fields.money(L1("fee_minor"), fields.text(L1("currency")));
    view.estimated_end = fields.optional_time(L1("estimated_end"));
    view.health = health_from_json(fields.array(L1("health")));
}

template<typename T>
Result<T> checked(const JsonFields &fields, T value)
{
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    return value;
}

}  // namespace

QJsonObject sample_to_json(const SessionView &view)
{
    return {
        {L1("order_no"), text_of(view.order_no.text())},
        {L1("charge_point_id"), text_of(view.connector.charge_point_id.text())},
        {L1("connector_id"), view.connector.connector_id},
        {L1("state"), text_of(to_text(view.state))},
        {L1("connection"), text_of(to_text(view.connection))},
        {L1("t"), json_time(view.at)},
        {L1("received_at"), json_time(view.received_at)},
        {L1("voltage_mv"), json_quantity(view.voltage)},
        {L1("current_ma"), json_quantity(view.current)},
        {L1("power_w"), json_quantity(view.power)},
        {L1("soc_permille"), json_quantity(view.soc)},
        {L1("energy_wh"), static_cast<qint64>(view.energy.value())},
        {L1("fee_minor"), static_cast<qint64>(view.fee.minor())},
        {L1("currency"), text_of(view.fee.currency().code())},
        {L1("estimated_end"), json_time(view.estimated_end)},
        {L1("health"), health_to_json(view)},
    };
}

Result<SessionView> sample_from_json(const QJsonObject &object)
{
    JsonFields fields(object);
    SessionView view;
    read_sample(fields, view);
    return checked(fields, std::move(view));
}

QJsonObject session_to_json(const SessionView &view)
{
    QJsonObject object = sample_to_json(view);
    object[L1("station_id")] = text_of(view.station_id.text());
    object[L1("member_id")] = text_of(view.member_id.text());
    object[L1("started_at")] = json_time(view.started_at);
    object[L1("stopped_at")] = json_time(view.stopped_at);
    object[L1("stop_reason")] = text_of(to_text(view.stop_reason));
    object[L1("meter_start_wh")] = static_cast<qint64>(view.meter_start.value());
    object[L1("prepaid_minor")] = static_cast<qint64>(view.prepaid.minor());
    object[L1("owed_minor")] = static_cast<qint64>(view.owed.minor());
    object[L1("returned_minor")] = static_cast<qint64>(view.returned.minor());
    return object;
}

Result<SessionView> session_from_json(const QJsonObject &object)
{
    JsonFields fields(object);
    SessionView view;
    read_sample(fields, view);
    const std::string currency = fields.text(L1("currency"));
    view.station_id = fields.optional_id<StationId>(L1("station_id"));
    view.member_id = fields.optional_id<MemberId>(L1("member_id"));
    view.started_at = fields.time(L1("started_at"));
    view.stopped_at = fields.optional_time(L1("stopped_at"));
    view.stop_reason = fields.enumeration<StopReason>(L1("stop_reason"));
    view.meter_start = EnergyWh{fields.integer(L1("meter_start_wh"))};
    view.prepaid = fields.money(L1("prepaid_minor"), currency);
    view.owed = fields.money(L1("owed_minor"), currency);
    view.returned = fields.money(L1("returned_minor"), currency);
    return checked(fields, std::move(view));
}

QJsonObject notice_to_json(const Notice &notice)
{
    QJsonObject values;
    for (const auto &[key, value] : notice.values)
        values[to_qstring(key)] = text_of(value);
    const NoticeText text = notice_text(notice);
    return {
        {L1("event_id"), text_of(notice.event_id.to_text())},
        {L1("kind"), text_of(to_text(notice.kind))},
        {L1("order_no"), text_of(notice.order_no.text())},
        {L1("at"), json_time(notice.at)},
        {L1("values"), values},
        {L1("text"), QJsonObject{{L1("zh_CN"), text_of(text.zh_cn)}, {L1("en"), text_of(text.en)}}},
    };
}

Result<Notice> notice_from_json(const QJsonObject &object)
{
    JsonFields fields(object);
    Notice notice;
    if (const auto id = Uuid::from_text(fields.text(L1("event_id"))))
        notice.event_id = *id;
    else
        fields.fail_at(L1("event_id"));
    notice.kind = fields.enumeration<NoticeKind>(L1("kind"));
    notice.order_no = fields.optional_id<OrderNo>(L1("order_no"));
    notice.at = fields.time(L1("at"));
    const QJsonObject values = fields.object(L1("values"));
    for (auto it = values.begin(); it != values.end(); ++it)
        notice.values[it.key().toStdString()] = it.value().toString().toStdString();
    return checked(fields, std::move(notice));
}

QJsonObject event_to_json(const DeviceEvent &event)
{
    return {
        {L1("charge_point_id"), text_of(event.connector.charge_point_id.text())},
        {L1("connector_id"), event.connector.connector_id},
        {L1("received_at"), json_time(event.received_at)},
        {L1("reported_at"), json_time(event.reported_at)},
        {L1("kind"), text_of(to_text(event.kind))},
        {L1("severity"), text_of(to_text(event.severity))},
        {L1("order_no"), text_of(event.order_no.text())},
        {L1("detail"), text_of(event.detail)},
    };
}

Result<DeviceEvent> event_from_json(const QJsonObject &object)
{
    JsonFields fields(object);
    DeviceEvent event;
    event.connector.charge_point_id = fields.optional_id<ChargePointId>(L1("charge_point_id"));
    event.connector.connector_id = connector_from(fields, L1("connector_id")).value_or(0);
    event.received_at = fields.time(L1("received_at"));
    event.reported_at = fields.optional_time(L1("reported_at"));
    event.kind = fields.enumeration<DeviceEventKind>(L1("kind"));
    event.severity = fields.enumeration<Severity>(L1("severity"));
    event.order_no = fields.optional_id<OrderNo>(L1("order_no"));
    event.detail = fields.text(L1("detail"));
    return checked(fields, std::move(event));
}

}  // namespace aftercharge
