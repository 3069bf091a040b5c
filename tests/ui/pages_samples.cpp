// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages_samples.h"

#include "models/gateway/ocpi/tariff_json.h"
#include "tests/ui/live_samples.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;

Uuid uuid_of(std::uint8_t number)
{
    return Uuid::make_v7(live_now() - std::chrono::minutes(number),
                         {number, 0x5a, 0x11, number, 7, 9, 1, 3, 5, number});
}

const char *const basis_text = "10:20:15 – 10:38:30, to the platform balance\n"
                               "Meter 35 % above V·I·t for 18 min: register 12,880 Wh, V·I·t 9,530 Wh\n"
                               "Item\tPaid\tRefunded\tNow\tStays\n"
                               "Electricity 3.35 of 12.88 kWh × ¥0.85\t¥10.95\t¥0.00\t¥2.85\t¥8.10\n"
                               "Service 3.35 of 12.88 kWh × ¥0.45\t¥5.80\t¥0.00\t¥1.51\t¥4.29\n"
                               "Total\t¥16.75\t¥0.00\t¥4.36\t¥12.39";

struct RefundCase {
    const char *number;
    const char *order;
    const char *ticket;
    std::int64_t fen;
    RefundKind kind;
    RefundStatus status;
    ApprovalState approval;
    ReasonCode reason;
    const char *by;
    const char *approved_by;
    int minutes_ago;
};

const RefundCase refund_cases[] = {
    {"R20261123-0012", "C20261123-0074", "T-20931", 3'440, RefundKind::Refund, RefundStatus::Init,
     ApprovalState::Waiting, ReasonCode::MeterFast, "li.na", "", 4},
    {"R20261123-0011", "C20261123-0079", "T-20928", 2'140, RefundKind::Refund, RefundStatus::Init,
     ApprovalState::Waiting, ReasonCode::Phantom, "li.na", "", 18},
    {"R20261123-0010", "C20261123-0081", "T-20925", 480, RefundKind::Adjustment, RefundStatus::Init,
     ApprovalState::Waiting, ReasonCode::Goodwill, "zhao.min", "", 31},
    {"R20261123-0009", "C20261123-0081", "T-20919", 436, RefundKind::Refund, RefundStatus::Success,
     ApprovalState::Approved, ReasonCode::MeterFast, "li.na", "wang.jing", 52},
    {"R20261123-0008", "C20261123-0079", "", 1'250, RefundKind::Refund, RefundStatus::Pending, ApprovalState::Approved,
     ReasonCode::Fault, "li.na", "li.na", 66},
    {"R20261123-0007", "C20261123-0074", "T-20911", 300, RefundKind::Adjustment, RefundStatus::Unknown,
     ApprovalState::Approved, ReasonCode::Goodwill, "zhao.min", "wang.jing", 95},
    {"R20261123-0006", "C20261123-0074", "T-20905", 12'900, RefundKind::Refund, RefundStatus::Closed,
     ApprovalState::SentBack, ReasonCode::CustomerRequest, "zhao.min", "", 121},
    {"R20261122-0031", "C20261123-0079", "T-20902", 512, RefundKind::Refund, RefundStatus::Fail,
     ApprovalState::Approved, ReasonCode::Fault, "li.na", "wang.jing", 760},
    {"R20261122-0030", "C20261123-0081", "T-20899", 296, RefundKind::Refund, RefundStatus::Success,
     ApprovalState::Approved, ReasonCode::Fault, "zhao.min", "wang.jing", 812},
};

void fill_refunds(FakeDeskService &desk)
{
    std::uint8_t number = 1;
    for (const RefundCase &c : refund_cases) {
        Refund refund;
        refund.refund_no = *RefundNo::from_text(c.number);
        refund.kind = c.kind;
        refund.order_no = *OrderNo::from_text(c.order);
        refund.member_id = *MemberId::from_text("M-21101");
        if (*c.ticket)
            refund.ticket_no = *TicketNo::from_text(c.ticket);
        refund.amount = yuan(c.fen);
        refund.status = c.status;
        refund.approval = c.approval;
        refund.reason_code = c.reason;
        refund.note = c.approval == ApprovalState::SentBack ? "The curve shows a normal session; no reason to refund."
                                                            : "Customer compared with his own meter.";
        refund.basis = basis_text;
        refund.requested_by = *OperatorName::from_text(c.by);
        if (*c.approved_by)
            refund.approved_by = *OperatorName::from_text(c.approved_by);
        refund.transfer_id = uuid_of(number++);
        refund.created_at = live_now() - std::chrono::minutes(c.minutes_ago);
        if (c.approval != ApprovalState::Waiting)
            refund.decided_at = refund.created_at + 3min;
        if (c.status == RefundStatus::Success)
            refund.posted_at = refund.created_at + 4min;
        desk.refund_rows.push_back(refund);
    }
}

Transfer transfer(std::uint8_t number, TransferKind kind, AccountId debit, AccountId credit, std::int64_t fen,
                  UtcTime at)
{
    Transfer made;
    made.transfer_id = uuid_of(number);
    made.debit = std::move(debit);
    made.credit = std::move(credit);
    made.amount = yuan(fen);
    made.kind = kind;
    made.at = at;
    return made;
}

// What stands behind the settled orders: their movements and their log.
void fill_history(FakeDeskService &desk)
{
    for (auto &[order_no, explanation] : desk.explanations) {
        ChargingOrder &order = explanation.order;
        const MemberId &member = order.member_id;
        order.id_tag = *IdTag::from_text("04A2B7C1");
        order.settlement = order.stopped_at ? Settlement::Final : Settlement::None;
        if (order.stopped_at)
            order.meter_stop = order.meter_start + order.energy;
        explanation.paid = yuan(order.fee.minor() - order.owed.minor());
        explanation.transfers = {transfer(40, TransferKind::Freeze, AccountId::available(member),
                                          AccountId::frozen(member), order.prepaid.minor(), order.started_at)};
        auto &log = desk.order_logs[order_no];
        log = {{order_no,
                order.started_at,
                OrderState::Created,
                OrderState::Charging,
                "CHARGING_STARTED",
                {Source::ChargePoint, order.connector.charge_point_id.text()},
                {}}};
        if (order.stopped_at) {
            explanation.transfers.push_back(transfer(41, TransferKind::ChargeFrozen, AccountId::frozen(member),
                                                     AccountId::platform(AccountKind::Revenue), order.fee.minor(),
                                                     *order.stopped_at));
            explanation.transfers.push_back(transfer(42, TransferKind::Unfreeze, AccountId::frozen(member),
                                                     AccountId::available(member), order.returned.minor(),
                                                     *order.stopped_at));
            log.push_back({order_no,
                           *order.stopped_at,
                           OrderState::Charging,
                           OrderState::Settle,
                           "CHARGING_STOPPED",
                           {Source::ChargePoint, order.connector.charge_point_id.text()},
                           {}});
            log.push_back({order_no,
                           *order.stopped_at + 1s,
                           OrderState::Settle,
                           OrderState::Payed,
                           "PAID_IN_FULL",
                           {Source::System, "engine"},
                           {}});
        }
        for (const Refund &refund : desk.refund_rows) {
            if (refund.order_no != order_no)
                continue;
            explanation.refunds.push_back(refund);
            if (refund.status != RefundStatus::Success)
                continue;
            order.refunded = yuan(order.refunded.minor() + refund.amount.minor());
            explanation.transfers.push_back(
                transfer(43, TransferKind::Refund, AccountId::platform(AccountKind::Revenue),
                         AccountId::available(member), refund.amount.minor(), *refund.posted_at));
        }
        explanation.refundable = yuan(std::max<std::int64_t>(0, explanation.paid.minor() - order.refunded.minor()));
    }
    const ConnectorId points[] = {{*ChargePointId::from_text("CP-0118"), 2}, {*ChargePointId::from_text("CP-0604"), 1}};
    int number = 0;
    for (ChargingOrder &order : desk.order_rows) {
        const auto explained = desk.explanations.find(order.order_no);
        if (explained != desk.explanations.end()) {
            order = explained->second.order;
            continue;
        }
        order.connector = points[number % 2];
        order.member_id = *MemberId::from_text("M-" + std::to_string(30'011 + number));
        order.state = number % 9 == 4    ? OrderState::AfterSales
                      : number % 13 == 6 ? OrderState::Cancelled
                                         : OrderState::Payed;
        order.owed = order.returned = order.refunded = yuan(0);
        ++number;
    }
}

void fill_audit(FakeDeskService &desk)
{
    const auto add = [&](int minutes_ago, Source source, const char *who, const char *action, const char *entity,
                         const char *id, const char *detail) {
        desk.audit_rows.push_back(
            {live_now() - std::chrono::minutes(minutes_ago), {source, who}, action, entity, id, detail});
    };
    add(2, Source::Admin, "wang.jing", "refund.approve", "payment_refund", "R20261123-0009", "4.36 CNY");
    add(4, Source::Admin, "li.na", "refund.request", "payment_refund", "R20261123-0012", "34.40 for C20261123-0074");
    add(9, Source::Admin, "zhao.min", "ticket.take", "cs_ticket", "T-20925", "");
    add(12, Source::Admin, "chen.bo", "operator.set_limit", "operator", "li.na", "");
    add(18, Source::Admin, "li.na", "refund.request", "payment_refund", "R20261123-0011", "21.40 for C20261123-0079");
    add(26, Source::Admin, "gu.wei", "charge_point.command", "charge_point", "CP-0118", "RemoteStop C20261123-0074");
    add(31, Source::Admin, "zhao.min", "refund.request", "payment_refund", "R20261123-0010", "4.80 for C20261123-0081");
    add(40, Source::Admin, "li.na", "ticket.reject", "cs_ticket", "T-20887", "The meter agrees with V·I·t.");
    add(64, Source::Api, "billing", "member.top_up", "member", "M-20417", "200.00");
    add(121, Source::Admin, "wang.jing", "refund.send_back", "payment_refund", "R20261123-0006",
        "No reason to refund.");
    add(180, Source::Api, "billing", "tariff.import", "tariff", "CN-TOU-2026", "");
    add(200, Source::Admin, "chen.bo", "operator.add", "operator", "zhao.min", "");
    desk.chain = {.entries = 10'482, .intact = true, .problem = {}};
}

TariffElement element(int from_hour, int to_hour, std::int64_t price, const char *label)
{
    TariffElement made;
    PriceComponent energy;
    energy.price = UnitPrice{price};
    energy.service_price = UnitPrice{450'000};
    made.price_components = {energy};
    made.restrictions.start_time = std::chrono::hours{from_hour};
    made.restrictions.end_time = std::chrono::hours{to_hour};
    made.label = label;
    return made;
}

void fill_tariffs(FakeDeskService &desk)
{
    Tariff day;
    day.id = *TariffId::from_text("CN-TOU-2026");
    day.name = "Shanghai time of use";
    day.currency = *Currency::from_code("CNY");
    day.elements = {element(23, 7, 350'000, "valley"),   element(7, 10, 800'000, "flat"),
                    element(10, 15, 970'000, "peak"),    element(15, 18, 800'000, "flat"),
                    element(18, 21, 1'240'000, "sharp"), element(21, 23, 800'000, "flat")};
    PriceComponent parking;
    parking.dimension = TariffDimension::ParkingTime;
    parking.price = UnitPrice{6'000'000};
    parking.step_size = 60;
    TariffElement idle;
    idle.price_components = {parking};
    idle.restrictions.min_duration = std::chrono::minutes{30};
    day.elements.push_back(idle);
    day.max_price = PriceLimit{UnitPrice{300'000'000}, UnitPrice{300'000'000}};
    Tariff flat;
    flat.id = *TariffId::from_text("AC-FLAT");
    flat.currency = day.currency;
    TariffElement weekend = element(0, 24, 600'000, "weekend");
    weekend.restrictions = {};
    weekend.restrictions.day_of_week = 0b1100000;
    TariffElement always = weekend;
    always.restrictions = {};
    always.label = "flat";
    always.price_components[0].price = UnitPrice{880'000};
    flat.elements = {weekend, always};
    for (const Tariff &tariff : {day, flat})
        desk.tariff_rows.push_back(
            {tariff.id, tariff.id == day.id ? 3 : 1, tariff.currency, tariff_to_json(tariff), live_now() - 72h});
}

}  // namespace

Network sample_network()
{
    Network network;
    network.name = "Shanghai East Charging";
    network.currency = *Currency::from_code("CNY");
    network.time_zone = "Asia/Shanghai";
    network.store_id = uuid_of(99);
    network.created_at = live_now() - 24h * 90;
    return network;
}

Operator sample_person(const char *name, Role role, std::optional<Money> limit)
{
    Operator person;
    person.name = *OperatorName::from_text(name);
    person.role = role;
    person.approval_limit = limit;
    person.created_at = live_now() - 24h * 60;
    return person;
}

void fill_pages(FakeDeskService &desk)
{
    fill_live(desk);
    fill_refunds(desk);
    fill_history(desk);
    fill_audit(desk);
    fill_tariffs(desk);
    const std::tuple<const char *, const char *, Role, std::int64_t> people[] = {
        {"chen.bo", "陈 波", Role::Administrator, 0},
        {"wang.jing", "王 静", Role::Supervisor, 3'000},
        {"li.na", "李 娜", Role::Agent, 2'000},
        {"zhao.min", "赵 敏", Role::Agent, 0},
        {"gu.wei", "顾 伟", Role::Ops, 0},
        {"sun.lei", "孙 磊", Role::Agent, 5'000}};
    for (const auto &[name, shown, role, fen] : people) {
        Operator person = sample_person(name, role, fen > 0 ? std::optional(yuan(fen)) : std::nullopt);
        person.display_name = shown;
        person.disabled = person.name.text() == "sun.lei";
        desk.operator_rows.push_back(person);
    }
    int number = 0;
    for (ChargePoint &point : desk.charge_point_rows) {
        point.station_id = desk.station_rows[static_cast<std::size_t>(number) % 3].id;
        point.max_power = PowerW{number % 4 == 3 ? 7'000 : 120'000};
        point.tariff_id = number % 4 == 3 ? *TariffId::from_text("AC-FLAT") : *TariffId::from_text("CN-TOU-2026");
        point.vendor = number % 4 == 3 ? "Alfen" : "ABB";
        point.model = number % 4 == 3 ? "Eve Single" : "Terra 184";
        point.firmware = number % 4 == 3 ? "5.8.1" : "2.1.7";
        if (number != 5)
            point.last_boot_at = live_now() - std::chrono::hours(9 * number + 2);
        ++number;
    }
    desk.sum = yuan(0);
}

}  // namespace aftercharge
