// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/goods_host.h"

#include "app/wiring/local_store.h"
#include "models/settlement/goods.h"
#include "models/workflow/registry_changes.h"
#include "models/workflow/set_gateway.h"

namespace aftercharge {
namespace {

const Actor setting_up{Source::System, "test"};

Money yuan(const std::string &text)
{
    return must(Money::from_text(text, must(Currency::from_code("CNY"))));
}

OrderItem item(const std::string &id, int line_no, ItemKind kind, std::int64_t quantity, const std::string &total)
{
    OrderItem item;
    item.order_item_id = an<OrderItemId>(id);
    item.line_no = line_no;
    item.kind = kind;
    item.sku = id + "-SKU";
    item.name = id;
    item.quantity = quantity;
    item.gross = item.total = yuan(total);
    item.discount = item.tax = yuan("0.00");
    return item;
}

void add_people(LocalStore &store)
{
    Changes changes;
    Work work{store.ledger(), store.telemetry(), store.clock(), store.random(), changes};
    Operator carol;
    carol.name = an<OperatorName>("carol");
    carol.display_name = "Carol";
    carol.role = Role::Supervisor;
    carol.approval_limit = yuan("10000.00");
    carol.created_at = store.clock().now();
    must(add_operator(work, carol, setting_up));
    Member member;
    member.id = an<MemberId>("M-1");
    member.name = "王小明";
    member.id_tags = {an<IdTag>("CARD-1")};
    member.created_at = store.clock().now();
    must(add_member(work, member, setting_up));
}

Transfer payment_of(const NewGoodsOrder &taken, Work &work)
{
    Transfer paid;
    paid.transfer_id = make_uuid(work.clock, work.random);
    paid.debit = AccountId::platform(AccountKind::GatewayClearing);
    paid.credit = AccountId::platform(AccountKind::Revenue);
    paid.amount = taken.order.paid;
    paid.kind = TransferKind::GoodsPaid;
    paid.reference = taken.order.order_no.text();
    paid.at = work.clock.now();
    return paid;
}

Result<void> insert_order(Work &work, NewGoodsOrder taken)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    taken.order.ordered_at = taken.payment->paid_at = work.clock.now();
    if (auto inserted = (*unit)->goods().insert(taken); !inserted)
        return inserted;
    if (auto posted = (*unit)->accounts().post(payment_of(taken, work)); !posted)
        return pass_on(posted);
    return (*unit)->commit();
}

}  // namespace

GoodsStore::GoodsStore()
{
    qputenv("XDG_STATE_HOME", folder_.filePath(QStringLiteral("state")).toUtf8());
    url_ = must(parse_store_url("sqlcipher:" + folder_.filePath(QStringLiteral("store")).toStdString()));
    KeySource source;
    source.key_file = folder_.filePath(QStringLiteral("store.key")).toStdString();
    auto store = must(make_local_store(url_, source, {"Test", must(Currency::from_code("CNY")), "Asia/Shanghai"}));
    add_people(*store);
    key_ = must(load_store_key(url_, source));
}

HostOptions GoodsStore::options() const
{
    return {.store = url_, .key = *key_, .ocpp = {}, .live = {}, .customer = {}};
}

std::unique_ptr<LocalHost> start_host(HostOptions options)
{
    return must(LocalHost::start(std::move(options)));
}

OrderNo take_paid_order(LocalHost &host, const std::string &order_no, const std::string &payment)
{
    NewGoodsOrder taken;
    taken.items = {item("L1", 1, ItemKind::Goods, 1, "180.00"), item("L2", 2, ItemKind::Goods, 3, "81.00"),
                   item("L3", 3, ItemKind::Shipping, 1, "10.00")};
    taken.order.order_no = an<OrderNo>(order_no);
    taken.order.state = GoodsOrderState::Paid;
    taken.order.member_id = an<MemberId>("M-1");
    taken.order.paid = must(order_total(taken.items));
    taken.order.refunded = yuan("0.00");
    taken.payment = PaymentOrder{"P-" + order_no, taken.order.order_no, PaymentProvider::Stripe,
                                 payment,         taken.order.paid,     UtcTime{}};
    on(host, [taken](Work &work) { return insert_order(work, taken); });
    return taken.order.order_no;
}

GoodsRefundDraft draft_of(const OrderNo &order_no, std::vector<LineQuantity> lines)
{
    GoodsRefundDraft draft;
    draft.order_no = order_no;
    draft.lines = std::move(lines);
    draft.reason_code = ReasonCode::Damaged;
    draft.note = "test";
    draft.requested_by = an<OperatorName>("carol");
    return draft;
}

std::vector<LineQuantity> all_lines()
{
    return {{an<OrderItemId>("L1"), 1}, {an<OrderItemId>("L2"), 3}, {an<OrderItemId>("L3"), 1}};
}

std::vector<LineQuantity> one_cable()
{
    return {{an<OrderItemId>("L2"), 1}};
}

void set_accounts(LocalHost &host, const std::vector<GatewayAccount> &accounts)
{
    for (const GatewayAccount &account : accounts)
        on(host, [account](Work &work) { return set_gateway(work, account, setting_up); });
}

Refund refund_on(LocalHost &host, const RefundNo &refund_no)
{
    return read_on(host, [refund_no](LedgerReader &ledger) { return ledger.refunds().find(refund_no); });
}

}  // namespace aftercharge
