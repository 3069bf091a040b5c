// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/samples.h"

namespace aftercharge::samples {

UtcTime at(std::int64_t milliseconds)
{
    return UtcTime(Duration(1'795'428'000'000 + milliseconds));
}

Currency cny()
{
    return Currency::from_code("CNY").value();
}

Money yuan(const char *text)
{
    return Money::from_text(text, cny()).value();
}

Uuid uuid(int number)
{
    std::array<std::uint8_t, 10> random{};
    for (std::size_t i = 0; i < 4; ++i)
        random[9 - i] = static_cast<std::uint8_t>(static_cast<unsigned>(number) >> (8 * i));
    return Uuid::make_v7(at(), random);
}

Member member(const std::string &name, const std::string &card)
{
    Member m;
    m.id = id<MemberId>(name);
    m.name = "王小明";
    m.phone = "+86 138 0000 0000";
    m.id_tags = {id<IdTag>(card), id<IdTag>(card + "-app")};
    m.prepay = yuan("30.00");
    m.created_at = at();
    return m;
}

ChargePoint charge_point(const std::string &name, const std::string &station)
{
    ChargePoint p;
    p.id = id<ChargePointId>(name);
    p.station_id = id<StationId>(station);
    p.connectors = 2;
    p.max_power = PowerW(60'000);
    p.tariff_id = id<TariffId>("T-1");
    p.password.salt = std::string(16, '\x01');
    p.password.hash = std::string(31, '\xff') + '\0';
    p.vendor = "Vendor";
    p.model = "Model";
    return p;
}

ChargingOrder order(const std::string &number, std::int64_t started)
{
    ChargingOrder o;
    o.order_no = id<OrderNo>(number);
    o.connector = {id<ChargePointId>("CP-1"), 1};
    o.station_id = id<StationId>("S-1");
    o.member_id = id<MemberId>("M-1");
    o.id_tag = id<IdTag>("CARD-1");
    o.state = OrderState::Charging;
    o.tariff_id = id<TariffId>("T-1");
    o.tariff_version = 3;
    o.prepaid = yuan("50.00");
    o.fee = o.owed = o.returned = o.refunded = Money::zero(cny());
    o.meter_start = EnergyWh(123'456);
    o.started_at = at(started);
    return o;
}

ChargingOrder settled_order(const std::string &number, const char *fee, const char *owed)
{
    ChargingOrder o = order(number);
    o.state = OrderState::Payed;
    o.settlement = Settlement::Final;
    o.fee = yuan(fee);
    o.owed = yuan(owed);
    o.meter_stop = EnergyWh(133'456);
    o.energy = EnergyWh(10'000);
    o.stopped_at = at(3'600'000);
    o.stop_reason = StopReason::HighTemperature;
    o.stop_detail = "HighTemperature E42 枪头过温";
    return o;
}

Transfer transfer(int number, const AccountId &debit, const AccountId &credit, const char *amount,
                  const std::string &reference)
{
    Transfer t;
    t.transfer_id = uuid(number);
    t.debit = debit;
    t.credit = credit;
    t.amount = yuan(amount);
    t.reference = reference;
    t.at = at(number);
    t.actor = {Source::Admin, "li"};
    return t;
}

Transfer top_up(int number, const std::string &name, const char *amount, const std::string &reference)
{
    return transfer(number, AccountId::platform(AccountKind::GatewayClearing), AccountId::available(id<MemberId>(name)),
                    amount, reference);
}

Ticket ticket(const std::string &number, const std::string &order_no, std::int64_t due)
{
    Ticket t;
    t.ticket_no = id<TicketNo>(number);
    t.order_no = id<OrderNo>(order_no);
    t.member_id = id<MemberId>("M-1");
    t.connector = {id<ChargePointId>("CP-1"), 1};
    t.reason = "多扣费";
    t.text = "电表走字不准";
    t.opened_at = at(due);
    t.due_at = at(due);
    return t;
}

Refund refund(const std::string &number, const std::string &order_no, const char *amount, int transfer_number)
{
    Refund r;
    r.refund_no = id<RefundNo>(number);
    r.order_no = id<OrderNo>(order_no);
    r.member_id = id<MemberId>("M-1");
    r.amount = yuan(amount);
    r.reason_code = ReasonCode::Fault;
    r.note = "meter fast";
    r.basis = "fee 20.00\npaid 20.00";
    r.requested_by = id<OperatorName>("li");
    r.transfer_id = uuid(transfer_number);
    r.created_at = at(transfer_number);
    return r;
}

Reading reading(std::int64_t milliseconds, std::int64_t register_wh)
{
    Reading r;
    r.at = at(milliseconds);
    r.register_wh = EnergyWh(register_wh);
    r.voltage = VoltageMv(230'000);
    r.power = PowerW(22'000);
    return r;
}

DeviceEvent device_event(const std::string &charge_point, int connector, std::int64_t milliseconds,
                         const std::string &order_no)
{
    DeviceEvent e;
    e.connector = {id<ChargePointId>(charge_point), connector};
    e.received_at = at(milliseconds);
    e.kind = DeviceEventKind::Status;
    e.severity = Severity::Fault;
    if (!order_no.empty())
        e.order_no = id<OrderNo>(order_no);
    e.detail = "Faulted 过温";
    e.raw = std::string("[2,\"1\"\0\xff]", 9);
    return e;
}

}  // namespace aftercharge::samples
