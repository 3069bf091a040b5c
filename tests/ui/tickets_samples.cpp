// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/tickets_samples.h"

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include "models/settlement/pricing.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;

constexpr int start_register = 184'220;
constexpr int readings = 240;  // one in 15 s

Currency cny()
{
    return Currency::from_code("CNY").value();
}

UtcTime start()
{
    return parse_iso8601("2026-11-23T02:00:00.000Z").value();
}

template<typename Id>
Id id(const char *text)
{
    return Id::from_text(text).value();
}

ConnectorId connector(const char *point, int number)
{
    return {id<ChargePointId>(point), number};
}

Tariff tariff()
{
    Tariff made;
    made.id = id<TariffId>("TOU");
    made.currency = cny();
    const auto element = [](const char *label, int from, int to, std::int64_t price) {
        TariffElement one;
        one.label = label;
        one.restrictions.start_time = std::chrono::minutes(from * 30);
        one.restrictions.end_time = std::chrono::minutes(to * 30);
        PriceComponent energy;
        energy.price = UnitPrice{price};
        energy.service_price = UnitPrice{450'000};
        one.price_components = {energy};
        return one;
    };
    made.elements = {element("flat", 14, 21, 850'000), element("peak", 21, 30, 1'020'000),
                     element("valley", 30, 14, 420'000)};
    return made;
}

// Power that tapers, as the vehicle takes it.
std::int64_t watts(int i)
{
    if (i < 3)
        return 9'000 * i;
    if (i < 215)
        return 31'800 + (i * 37 % 11) * 40;
    return std::max<std::int64_t>(9'000, 31'800 - (i - 215) * 600 + (i * 37 % 7) * 30);
}

std::vector<Reading> curve()
{
    std::vector<Reading> rows;
    std::int64_t true_ws = 0;
    std::int64_t meter_ws = 0;
    for (int i = 0; i <= readings; ++i) {
        Reading row;
        row.at = start() + std::chrono::seconds(i * 15);
        const std::int64_t millivolt = 398'000 + i * 90 + (i * 53 % 13) * 60;
        const std::int64_t milliamp = watts(i) * 1'000'000 / millivolt;
        if (i > 0) {
            const std::int64_t step = (watts(i) + watts(i - 1)) * 15 / 2;
            true_ws += step;
            const bool fast = i > 167;  // from 10:41:45 on
            meter_ws += fast ? step * 135 / 100 : step;
        }
        row.register_wh = EnergyWh{start_register + meter_ws / 3600};
        row.voltage = VoltageMv{millivolt};
        row.current = CurrentMa{milliamp};
        row.power = PowerW{watts(i)};
        row.soc = SocPermille{310 + true_ws / 3600 * 1000 / 62'000};
        if (i == 110) {
            row.register_wh = EnergyWh{start_register + 900};
            row.flags.set(ReadingFlag::RegisterBackwards);
        }
        rows.push_back(row);
    }
    return rows;
}

OrderExplanation explanation()
{
    OrderExplanation made;
    made.time_zone = "Asia/Shanghai";
    made.readings = curve();
    ChargingOrder &order = made.order;
    order.order_no = id<OrderNo>("C20261123-0104");
    order.connector = connector("CP-0733", 1);
    order.member_id = id<MemberId>("M-100482");
    order.state = OrderState::Payed;
    order.settlement = Settlement::Final;
    order.started_at = start();
    order.stopped_at = start() + 1h;
    order.stop_reason = StopReason::EvDisconnected;
    order.meter_start = EnergyWh{start_register};
    std::vector<Reading> accepted;
    for (const Reading &row : made.readings) {
        if (!row.excluded())
            accepted.push_back(row);
    }
    order.meter_stop = accepted.back().register_wh;
    const ZoneOffsets zone{{start() - 24h, 8h}};
    made.priced =
        price_session(tariff(), zone, start(), order.meter_start, accepted, order.stopped_at, order.meter_stop).value();
    order.fee = made.priced.total;
    order.energy = made.priced.energy;
    order.prepaid = tickets_money("60.00");
    order.returned = subtract(order.prepaid, order.fee).value();
    order.owed = order.refunded = Money::zero(cny());
    made.paid = made.refundable = order.fee;
    const auto move = [&](TransferKind kind, const AccountId &from, const AccountId &to, const Money &amount,
                          UtcTime at) {
        made.transfers.push_back({.transfer_id = {},
                                  .debit = from,
                                  .credit = to,
                                  .amount = amount,
                                  .kind = kind,
                                  .reference = order.order_no.text(),
                                  .corrects = std::nullopt,
                                  .at = at,
                                  .actor = {}});
    };
    const AccountId available = AccountId::available(order.member_id);
    const AccountId frozen = AccountId::frozen(order.member_id);
    move(TransferKind::Freeze, available, frozen, order.prepaid, start());
    move(TransferKind::ChargeFrozen, frozen, AccountId::platform(AccountKind::Revenue), order.fee, start() + 1h);
    move(TransferKind::Unfreeze, frozen, available, order.returned, start() + 1h);
    return made;
}

Ticket ticket(const char *number, const char *reason, Duration due_in, const char *order, const ConnectorId &where,
              Source source, TicketState state = TicketState::InReview, const char *holder = "wang")
{
    Ticket made;
    made.ticket_no = id<TicketNo>(number);
    made.reason = reason;
    made.state = state;
    made.order_no = id<OrderNo>(order);
    made.member_id = id<MemberId>("M-100482");
    made.connector = where;
    made.source = source;
    if (*holder)
        made.assigned_to = id<OperatorName>(holder);
    made.opened_at = tickets_now() - 3h;
    made.due_at = tickets_now() + due_in;
    made.version = 3;
    return made;
}

std::vector<OrderLogEntry> order_log(bool zh)
{
    const Actor engine;
    const Actor point{Source::ChargePoint, "CP-0733"};
    const auto row = [&](Duration at, OrderState from, OrderState to, const char *event, const Actor &by,
                         const char *note) {
        return OrderLogEntry{id<OrderNo>("C20261123-0104"), start() + at, from, to, event, by, note};
    };
    return {row(0s, OrderState::Created, OrderState::Charging, "CHARGING_STARTED", point,
                zh ? "刷卡，冻结 60.00" : "card, 60.00 frozen"),
            row(24min, OrderState::Charging, OrderState::Charging, "OFFLINE", engine, ""),
            row(26min + 20s, OrderState::Charging, OrderState::Charging, "ONLINE", engine, ""),
            row(1h, OrderState::Charging, OrderState::Settle, "CHARGING_STOPPED", point, "EVDisconnected"),
            row(1h + 1s, OrderState::Settle, OrderState::Payed, "PAID_IN_FULL", engine, "")};
}

std::vector<DeviceEvent> hardware(bool zh)
{
    const auto row = [](Duration at, DeviceEventKind kind, Severity severity, const char *detail) {
        return DeviceEvent{connector("CP-0733", 1),
                           start() + at,
                           start() + at,
                           kind,
                           severity,
                           id<OrderNo>("C20261123-0104"),
                           detail,
                           {}};
    };
    return {row(-20s, DeviceEventKind::Status, Severity::Info, "Preparing"),
            row(-4s, DeviceEventKind::Authorize, Severity::Info, "card 04A2…91, accepted"),
            row(0s, DeviceEventKind::Start, Severity::Info, "register 184220 Wh"),
            row(24min, DeviceEventKind::Disconnected, Severity::Warning, zh ? "心跳超时" : "heartbeat timed out"),
            row(27min + 30s, DeviceEventKind::Suspect, Severity::Warning,
                zh ? "电表读数倒退至 185120 Wh，保留为证据，未计费"
                   : "register fell back to 185120 Wh: kept as evidence, not billed"),
            row(1h, DeviceEventKind::Stop, Severity::Info, "EVDisconnected")};
}

std::string picture()
{
    QImage image(900, 600, QImage::Format_RGB32);
    image.fill(QColor(38, 50, 60));
    QPainter painter(&image);
    painter.setPen(QColor(120, 230, 170));
    QFont font;
    font.setPixelSize(96);
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, QStringLiteral("28.31 kWh"));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

TicketDossier dossier(FakeDeskService &desk, bool zh)
{
    TicketDossier made;
    made.ticket = desk.ticket_rows.front();
    made.member.id = id<MemberId>("M-100482");
    made.member.name = zh ? "李 婷" : "Li Ting";
    made.balance = {tickets_money("83.40"), tickets_money("0.00"), tickets_money("0.00")};
    made.order = explanation();
    made.order_log = order_log(zh);
    made.hardware_report = hardware(zh);
    const auto entry = [&](Duration ago, TicketEntryKind kind, Source source, const char *name, const char *text) {
        made.entries.push_back({made.ticket.ticket_no, tickets_now() - ago, kind, {source, name}, text});
    };
    entry(22min, TicketEntryKind::Note, Source::System, "engine",
          zh ? "电表增量高于 V·I·t" : "Meter faster than V·I·t");
    entry(20min, TicketEntryKind::Message, Source::Customer, "M-100482",
          zh ? "多扣费：车上显示的电量比账单少" : "Charged too much: the car shows less than the bill");
    entry(12min, TicketEntryKind::State, Source::Admin, "wang", "OPEN → IN_REVIEW: wang");
    Notice received;
    received.kind = NoticeKind::ComplaintReceived;
    received.at = tickets_now() - 20min;
    received.values = {{"ticket_no", "T-20931"}};
    made.notices = {received};
    Evidence file;
    file.id = Uuid::from_text("0190a000-0000-7000-8000-000000000001").value();
    file.ticket_no = made.ticket.ticket_no;
    file.name = zh ? "车机屏幕.png" : "car-display.png";
    file.media_type = "image/png";
    file.bytes = picture();
    file.size_bytes = static_cast<std::int64_t>(file.bytes.size());
    file.added_at = tickets_now() - 20min;
    desk.evidence_files = {file};
    file.bytes.clear();
    made.evidence = {file};
    Ticket before = ticket("T-19877", zh ? "多扣费" : "Charged too much", 1h, "C20261011-0031", connector("CP-0733", 1),
                           Source::Customer, TicketState::Resolved, "li");
    before.opened_at = tickets_now() - 24h * 43;
    before.decision = "R20261011-0007 3.10 CNY";
    made.earlier = {before};
    return made;
}

}  // namespace

UtcTime tickets_now()
{
    return parse_iso8601("2026-11-23T03:24:00.000Z").value();
}

Money tickets_money(const char *text)
{
    return Money::from_text(text, cny()).value();
}

Operator tickets_agent(const char *limit)
{
    Operator person;
    person.name = id<OperatorName>("wang");
    person.display_name = "王 静";
    person.role = Role::Agent;
    if (*limit)
        person.approval_limit = tickets_money(limit);
    return person;
}

void fill_tickets(FakeDeskService &desk, bool zh)
{
    desk.who = id<OperatorName>("wang");
    Operator colleague = tickets_agent("50.00");
    colleague.name = id<OperatorName>("li");
    colleague.display_name = "李 娜";
    colleague.role = Role::Supervisor;
    desk.operator_rows = {tickets_agent("200.00"), colleague};
    const auto in = [&](const char *english, const char *chinese) { return zh ? chinese : english; };
    desk.ticket_rows = {
        ticket("T-20931", "METER_FAST", 12min + 30s, "C20261123-0104", connector("CP-0733", 1), Source::System),
        ticket("T-20928", in("Charged too much", "多扣费投诉"), 38min, "C20261123-0061", connector("CP-0118", 2),
               Source::Customer),
        ticket("T-20925", "PHANTOM", 59min, "C20261123-0055", connector("CP-0512", 1), Source::System),
        ticket("T-20919", in("Refund result unknown", "退款结果未知"), -25min, "C20261122-0071",
               connector("CP-0207", 1), Source::System),
        ticket("T-20917", in("Stopped half-way", "中途断电"), 2h + 5min, "C20261123-0090", connector("CP-0091", 1),
               Source::Customer, TicketState::WaitingCustomer),
        ticket("T-20911", in("Parking fee disputed", "占位费有异议"), 4h, "C20261122-0098", connector("CP-0382", 2),
               Source::Customer),
        ticket("T-20905", in("Balance not returned", "余额未退回"), 5h, "C20261122-0090", connector("CP-0604", 1),
               Source::Customer, TicketState::WaitingApproval),
        ticket("T-20933", in("Cable would not come off", "拔不出枪"), 3h, "C20261123-0111", connector("CP-0604", 2),
               Source::Customer, TicketState::Open, ""),
        ticket("T-20894", in("Charged too much", "多扣费"), -5h, "C20261121-0042", connector("CP-0911", 1),
               Source::Customer, TicketState::Rejected),
    };
    std::sort(desk.ticket_rows.begin() + 1, desk.ticket_rows.end(),
              [](const Ticket &a, const Ticket &b) { return a.due_at < b.due_at; });
    // The overdue one first, as the store would have it, apart from the case that is shown.
    const TicketDossier whole = dossier(desk, zh);
    for (const Ticket &row : desk.ticket_rows) {
        TicketDossier bare;
        bare.ticket = row;
        bare.member = whole.member;
        bare.balance = whole.balance;
        desk.dossiers[row.ticket_no] = row.ticket_no == whole.ticket.ticket_no ? whole : bare;
    }
    const auto now = tickets_now();
    desk.on_ticket_counts = [&desk, now] {
        TicketCounts counts;
        for (const Ticket &row : desk.ticket_rows) {
            if (row.state == TicketState::Rejected || row.state == TicketState::Resolved)
                continue;
            ++counts.open;
            counts.mine += row.assigned_to == desk.who ? 1 : 0;
            counts.unassigned += row.assigned_to.is_empty() ? 1 : 0;
            counts.due_soon += row.due_at <= now + 1h ? 1 : 0;
            counts.waiting_approval += row.state == TicketState::WaitingApproval ? 1 : 0;
        }
        return answered<TicketCounts>(counts);
    };
}

}  // namespace aftercharge
