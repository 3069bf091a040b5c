// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/goods_samples.h"

#include <algorithm>

#include "tests/ui/tickets_samples.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;

template<typename Id>
Id id(const std::string &text)
{
    return Id::from_text(text).value();
}

Uuid uuid(int number)
{
    return Uuid::from_text("0190a000-0000-7000-8000-00000000000" + std::to_string(number)).value();
}

// "G20261120-5512": the last digit is the case.
std::string order_text(GoodsCase which)
{
    return "G20261120-55" + std::to_string(10 + static_cast<int>(which));
}

OrderItem item(int line, ItemKind kind, const char *sku, const char *name, int quantity, const char *gross,
               const char *tax)
{
    OrderItem made;
    made.order_item_id = id<OrderItemId>("L" + std::to_string(line));
    made.line_no = line;
    made.kind = kind;
    made.sku = sku;
    made.name = name;
    made.quantity = quantity;
    made.gross = tickets_money(gross);
    made.tax = tickets_money(tax);
    return made;
}

void take_order(GoodsDossier &goods, bool zh)
{
    goods.items = {item(1, ItemKind::Goods, "WB-7", zh ? "家用充电桩 7 kW" : "Wallbox 7 kW", 2, "2598.00", "0.00"),
                   item(2, ItemKind::Goods, "CB-5", zh ? "充电线 5 m" : "Cable 5 m", 3, "597.00", "0.00"),
                   item(3, ItemKind::Shipping, "SHIP", zh ? "运费" : "Shipping", 1, "60.00", "3.60")};
    goods.discounts = price_order(goods.items, {{"AUTUMN", {}, tickets_money("100.00")}}).value();
    for (const OrderItem &line : goods.items) {
        const auto shares = unit_shares(line.total, line.quantity).value();
        for (std::size_t unit = 0; unit < shares.size(); ++unit)
            goods.units.push_back({line.order_item_id, static_cast<int>(unit) + 1, shares[unit], UnitUse::None,
                                   Money::zero(line.total.currency())});
    }
    goods.order.paid = goods.refundable = goods.gateway_allows = order_total(goods.items).value();
    goods.order.refunded = Money::zero(goods.order.paid.currency());
}

ParcelView parcel(const GoodsDossier &goods, const std::string &number, ShipmentState state,
                  const std::vector<std::pair<int, int>> &content, bool zh)
{
    ParcelView made;
    Shipment &shipment = made.shipment;
    shipment.shipment_no = id<ShipmentNo>(number);
    shipment.order_no = goods.order.order_no;
    shipment.state = state;
    shipment.insured = tickets_money("1500.00");
    shipment.created_at = goods_now() - 72h;
    if (state != ShipmentState::Created) {
        shipment.tracking_no = "94001000000" + number.substr(number.size() - 4);
        shipment.ext_external_id = "shp_" + number.substr(number.size() - 4);
    }
    for (const auto &[line, quantity] : content)
        made.items.push_back(
            {shipment.shipment_no, goods.items[static_cast<std::size_t>(line)].order_item_id, quantity});
    made.address = {.name = zh ? "李 婷" : "Li Ting",
                    .street1 = zh ? "人民路 100 号" : "100 Renmin Road",
                    .street2 = {},
                    .city = zh ? "上海" : "Shanghai",
                    .state = {},
                    .zip = "200001",
                    .country = "CN",
                    .phone = "+86 138 0000 0000",
                    .email = {}};
    const auto log = [&](Duration ago, ShipmentState from, ShipmentState to, const Actor &by, const char *note) {
        made.log.push_back({shipment.shipment_no, goods_now() - ago, from, to, by, note});
    };
    const Actor carrier{Source::Api, "EASYPOST"};
    log(72h, ShipmentState::Created, ShipmentState::Created, {Source::System, "engine"}, "");
    if (state != ShipmentState::Created)
        log(70h, ShipmentState::Created, ShipmentState::LabelCreated, carrier, "");
    if (has_left(state)) {
        log(60h, ShipmentState::LabelCreated, ShipmentState::InTransit, carrier,
            zh ? "上海 已揽收" : "picked up in Shanghai");
        log(6h, ShipmentState::InTransit, state, carrier,
            state == ShipmentState::Delivered ? ""
            : zh                              ? "在深圳转运中心丢失"
                                              : "lost at the Shenzhen hub");
    }
    return made;
}

Claim claim(const GoodsDossier &goods, ClaimState state, bool zh)
{
    Claim made;
    made.claim_no = id<ClaimNo>("K20261124-000" + goods.order.order_no.text().substr(13));
    made.shipment_no = goods.parcels.back().shipment.shipment_no;
    made.order_no = goods.order.order_no;
    made.type = ClaimType::Loss;
    made.state = state;
    made.approval = ApprovalState::Approved;
    made.amount = tickets_money("1442.38");
    made.up_to = tickets_money("500.00");
    made.description = zh ? "客户未收到包裹" : "The customer never got it";
    made.external_id = "clm_0001";
    made.carrier_words = state == ClaimState::Denied
                             ? (zh ? "包装不足，不属于承保范围" : "Packaging was not sufficient: not covered")
                             : (zh ? "请提供价值证明（发票）" : "Please send a proof of value (invoice)");
    made.requested_by = made.approved_by = id<OperatorName>("wang");
    made.opened_at = goods_now() - 4h;
    return made;
}

void add_claim(GoodsDossier &goods, const Claim &row)
{
    ParcelView &parcel = goods.parcels.back();
    parcel.claims = {row};
    const Actor carrier{Source::Api, "EASYPOST"};
    parcel.claim_log = {
        {row.claim_no, goods_now() - 4h, ClaimState::Opened, ClaimState::Opened, {Source::Admin, "wang"}, ""},
        {row.claim_no, goods_now() - 3h, ClaimState::Opened, ClaimState::Acknowledged, carrier, ""},
        {row.claim_no, goods_now() - 1h, ClaimState::Acknowledged, row.state, carrier, row.carrier_words}};
}

Refund failed_refund(const GoodsDossier &goods, bool zh)
{
    Refund made;
    made.refund_no = id<RefundNo>("R20261124-0003");
    made.kind = RefundKind::GoodsRefund;
    made.order_no = goods.order.order_no;
    made.ticket_no = goods_ticket(GoodsCase::FailedRefund);
    made.amount = tickets_money("192.81");
    made.status = RefundStatus::Fail;
    made.approval = ApprovalState::Approved;
    made.reason_code = ReasonCode::Damaged;
    made.requested_by = made.approved_by = id<OperatorName>("li");
    made.created_at = goods_now() - 2h;
    made.decided_at = goods_now() - 2h;
    made.external_refund_id = "50000000382019052709732678859";
    made.gateway_words = zh ? "NOT_ENOUGH：商户余额不足" : "NOT_ENOUGH: the merchant's balance does not suffice";
    made.items = {{goods.items[1].order_item_id, 1, made.amount}};
    return made;
}

void pay(GoodsDossier &goods, PaymentProvider provider)
{
    goods.payment = PaymentOrder{.payment_order_id = "P-" + goods.order.order_no.text(),
                                 .order_no = goods.order.order_no,
                                 .provider = provider,
                                 .external_id = provider == PaymentProvider::Stripe ? "pi_3Q1" : "wx-out-1",
                                 .amount = goods.order.paid,
                                 .paid_at = goods_now() - 96h};
    goods.transfers.push_back({.transfer_id = {},
                               .debit = AccountId::platform(AccountKind::GatewayClearing),
                               .credit = AccountId::platform(AccountKind::Revenue),
                               .amount = goods.order.paid,
                               .kind = TransferKind::GoodsPaid,
                               .reference = goods.order.order_no.text(),
                               .corrects = std::nullopt,
                               .at = goods_now() - 96h,
                               .actor = {}});
}

GoodsDossier goods_of(GoodsCase which, bool zh)
{
    GoodsDossier goods;
    goods.order.order_no = id<OrderNo>(order_text(which));
    goods.order.member_id = id<MemberId>("M-100482");
    goods.order.ordered_at = goods_now() - 97h;
    take_order(goods, zh);
    pay(goods, which == GoodsCase::FailedRefund ? PaymentProvider::WechatPay : PaymentProvider::Stripe);
    goods.log = {{goods.order.order_no,
                  goods_now() - 97h,
                  GoodsOrderState::Unpaid,
                  GoodsOrderState::Paid,
                  "PAID",
                  {Source::Api, "shop"},
                  ""}};
    if (which == GoodsCase::NotSent) {
        goods.parcels = {parcel(goods, "S20261121-0003", ShipmentState::LabelCreated, {{0, 2}}, zh),
                         parcel(goods, "S20261121-0004", ShipmentState::Created, {{1, 3}}, zh)};
        return goods;
    }
    goods.order.state = GoodsOrderState::Fulfilled;
    goods.has_left = true;
    goods.parcels = {parcel(goods, "S20261121-0003", ShipmentState::Delivered, {{0, 1}, {1, 2}}, zh),
                     parcel(goods, "S20261121-0004", ShipmentState::Lost, {{0, 1}, {1, 1}}, zh)};
    if (which == GoodsCase::EvidenceAsked)
        add_claim(goods, claim(goods, ClaimState::EvidenceRequested, zh));
    if (which == GoodsCase::Denied)
        add_claim(goods, claim(goods, ClaimState::Denied, zh));
    if (which == GoodsCase::FailedRefund)
        goods.refunds = {failed_refund(goods, zh)};
    return goods;
}

Ticket ticket_of(GoodsCase which, const GoodsDossier &goods, bool zh)
{
    static constexpr std::array english{"Cancel before it is sent", "Parcel never arrived",
                                        "Claim: carrier asks for more", "Claim denied", "Refund did not arrive"};
    static constexpr std::array chinese{"发货前取消", "包裹未收到", "理赔补充材料", "理赔被拒", "退款未到账"};
    static constexpr std::array kinds{TicketKind::Refund, TicketKind::Exception, TicketKind::Claim, TicketKind::Claim,
                                      TicketKind::PaymentFailed};
    const auto at = static_cast<std::size_t>(which);
    Ticket made;
    made.ticket_no = goods_ticket(which);
    made.kind = kinds[at];
    made.state = TicketState::InReview;
    made.order_no = goods.order.order_no;
    made.member_id = goods.order.member_id;
    if (which != GoodsCase::NotSent)
        made.shipment_no = goods.parcels.back().shipment.shipment_no;
    made.reason = zh ? chinese[at] : english[at];
    made.assigned_to = id<OperatorName>("wang");
    made.opened_at = goods_now() - 5h;
    made.due_at = goods_now() + 20min * (static_cast<int>(which) + 1);
    made.version = 3;
    return made;
}

Evidence evidence_of(const TicketNo &ticket_no, bool zh)
{
    Evidence file;
    file.id = uuid(7);
    file.ticket_no = ticket_no;
    file.name = zh ? "客户照片.jpg" : "customer-photo.jpg";
    file.media_type = "image/jpeg";
    file.sha256 = std::string("\x3f\xa9\xc1\xd2") + std::string(28, 'x');
    file.size_bytes = 482'113;
    file.added_at = goods_now() - 5h;
    return file;
}

ClaimDossier claim_dossier(const TicketDossier &ticket)
{
    ClaimDossier made;
    made.goods = *ticket.goods;
    made.claim = made.goods.parcels.back().claims.front();
    made.log = made.goods.parcels.back().claim_log;
    made.evidence = {{made.claim.claim_no, uuid(7), ticket.evidence.front().sha256, 1, goods_now() - 3h, false}};
    made.files = ticket.evidence;
    std::vector<LineQuantity> lines;
    for (const ShipmentItem &row : made.goods.parcels.back().items)
        lines.push_back({row.order_item_id, row.quantity});
    made.lines_worth = quote_refund(made.goods.items, made.goods.units, lines, std::nullopt).value().at_most;
    return made;
}

}  // namespace

UtcTime goods_now()
{
    return parse_iso8601("2026-11-24T03:24:00.000Z").value();
}

TicketNo goods_ticket(GoodsCase which)
{
    return id<TicketNo>("T-2110" + std::to_string(static_cast<int>(which)));
}

TicketDossier goods_case(GoodsCase which, bool zh)
{
    TicketDossier made;
    made.goods = goods_of(which, zh);
    made.ticket = ticket_of(which, *made.goods, zh);
    made.member.id = made.ticket.member_id;
    made.member.name = zh ? "李 婷" : "Li Ting";
    made.evidence = {evidence_of(made.ticket.ticket_no, zh)};
    made.entries = {{made.ticket.ticket_no,
                     goods_now() - 5h,
                     TicketEntryKind::Message,
                     {Source::Customer, "M-100482"},
                     zh ? "一周了还没有收到，请处理" : "It has been a week. Please look into it."}};
    return made;
}

void fill_goods(FakeDeskService &desk, FakeGoodsDesk &goods, bool zh)
{
    desk.who = id<OperatorName>("wang");
    Operator colleague = tickets_agent("3000.00");
    colleague.name = id<OperatorName>("li");
    colleague.display_name = "李 娜";
    colleague.role = Role::Supervisor;
    desk.operator_rows = {tickets_agent("200.00"), colleague};
    for (int i = 0; i < static_cast<int>(GoodsCase::case_count); ++i) {
        const TicketDossier made = goods_case(static_cast<GoodsCase>(i), zh);
        desk.ticket_rows.push_back(made.ticket);
        desk.dossiers[made.ticket.ticket_no] = made;
        goods.dossiers[made.ticket.order_no] = *made.goods;
        goods.order_rows.push_back(made.goods->order);
        if (made.goods->parcels.back().claims.empty())
            continue;
        const Claim &row = made.goods->parcels.back().claims.front();
        goods.claim_rows.push_back(row);
        goods.claim_dossiers[row.claim_no] = claim_dossier(made);
    }
    desk.on_ticket_counts = [&desk] {
        TicketCounts counts;
        counts.open = counts.mine = std::ssize(desk.ticket_rows);
        return answered<TicketCounts>(counts);
    };
}

}  // namespace aftercharge
