// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/refund_flow.h"

#include "models/store/sql/sql_desk_gate.h"
#include "models/workflow/carry_out.h"
#include "models/workflow/decision.h"
#include "models/workflow/import_goods.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge::bench {
namespace {

constexpr int at_once = 8;
constexpr int most_attempts = 20;

// Pays whatever it is sent.
class PayingGateway final : public payment::PaymentGateway {
public:
    PaymentProvider provider() const override { return PaymentProvider::Stripe; }
    payment::RefundAnswer send_refund(const payment::RefundCall &call) override { return paid(call); }
    payment::RefundAnswer ask_refund(const payment::RefundCall &call) override { return paid(call); }
    payment::RefundAnswer repair_refund(const payment::RefundCall &call) override { return paid(call); }
    std::chrono::seconds ask_again_after(int /*asked*/) const override { return std::chrono::seconds(60); }
    Result<std::optional<payment::RefundNews>> read_webhook(const payment::WebhookCall &, UtcTime) const override
    {
        return std::optional<payment::RefundNews>{};
    }

private:
    static payment::RefundAnswer paid(const payment::RefundCall &call)
    {
        payment::RefundAnswer answer;
        answer.standing = payment::Standing::Success;
        answer.external_refund_id = "re_" + call.refund_no.text();
        answer.amount = call.amount;
        answer.payments = {call.payment_external_id};
        return answer;
    }
};

Money yuan(const char *text)
{
    return *Money::from_text(text, *Currency::from_code("CNY"));
}

OrderItem item(const std::string &id, int line_no, std::int64_t quantity, const char *gross)
{
    OrderItem item;
    item.order_item_id = *OrderItemId::from_text(id);
    item.line_no = line_no;
    item.sku = "SKU-" + id;
    item.name = "Wallbox";
    item.quantity = quantity;
    item.gross = yuan(gross);
    item.tax = yuan("0.00");
    return item;
}

ImportedOrder paid_order(const OrderNo &order_no, UtcTime now)
{
    ImportedOrder imported;
    imported.where = order_no.text();
    imported.order.order_no = order_no;
    imported.order.member_id = *MemberId::from_text("M-" + order_no.text());
    imported.order.paid = imported.order.refunded = yuan("0.00");
    imported.order.ordered_at = now - std::chrono::hours{1};
    imported.items = {item("L1", 1, 1, "180.00"), item("L2", 2, 2, "90.00")};
    imported.payments = {{"P-" + order_no.text(), order_no, PaymentProvider::Stripe, "ch_" + order_no.text(),
                          yuan("270.00"), imported.order.ordered_at}};
    return imported;
}

bool met_another(const Error &error)
{
    return error.code == ErrorCode::StoreRetry || error.code == ErrorCode::StoreConflict ||
           error.code == ErrorCode::StoreRule;
}

// As the engine does it.
template<typename Step>
auto again(Step step) -> decltype(step())
{
    auto done = step();
    for (int attempt = 1; !done && met_another(done.error()) && attempt < most_attempts; ++attempt)
        done = step();
    return done;
}

}  // namespace

RefundFlow::RefundFlow(std::string name, OpenStore store, std::unique_ptr<DeskGate> desk)
    : name_(std::move(name)), store_(std::move(store)),
      desk_(std::move(desk)), work_{*store_.ledger, *store_.telemetry, clock_, random_, changes_}
{
    gateways_.payment[PaymentProvider::Stripe] = std::make_unique<PayingGateway>();
}

Result<std::unique_ptr<RefundFlow>> RefundFlow::open(const SharedShop &shop, const std::string &name)
{
    auto store = open_shared_store(shop.login("robot"), SharedRole::Daemon);
    if (!store)
        return pass_on(store);
    auto desk = open_desk_gate(shop.login("ann"));
    if (!desk)
        return pass_on(desk);
    return std::unique_ptr<RefundFlow>(new RefundFlow(name, std::move(*store), std::move(*desk)));
}

Result<void> RefundFlow::take_order(const OrderNo &order_no)
{
    const GoodsFile file{{paid_order(order_no, clock_.now())}, {}};
    const auto report = again([&] { return import_goods(work_, file, {Source::Admin, "admin"}); });
    if (!report)
        return pass_on(report);
    if (!report->refused.empty())
        return fail(ErrorCode::Internal, report->refused.front().why);
    return {};
}

Result<void> RefundFlow::decide(const OrderNo &order_no)
{
    GoodsRefundDraft draft;
    draft.order_no = order_no;
    draft.lines = {{*OrderItemId::from_text("L2"), 1}};
    draft.reason_code = ReasonCode::Returned;
    draft.basis = "L2 1 of 2: 45.00";
    const Decision decision = decision::RequestGoodsRefund{draft};
    const Uuid id = make_uuid(clock_, random_);
    if (auto submitted = desk_->submit(id, verb_of(decision), subject_of(decision), arguments_of(decision)); !submitted)
        return submitted;
    // This one, or what another client's desk has handed in; that client's daemon does this one then.
    if (const auto done = again([&] { return carry_out_decisions(work_, name_, at_once); }); !done)
        return pass_on(done);
    return {};
}

Result<void> RefundFlow::pay()
{
    const auto tasks = again([&] { return lease_gateway_tasks(work_, name_, at_once); });
    if (!tasks)
        return pass_on(tasks);
    for (const GatewayTask &task : *tasks) {
        const GatewayAnswer answer = perform(gateways_, task);
        if (const auto heard = again([&] { return hear_gateway_answer(work_, task, answer); }); !heard)
            return heard;
        ++refunds_paid_;
    }
    return {};
}

Result<void> RefundFlow::run()
{
    const auto order_no = OrderNo::from_text("G-" + name_ + "-" + std::to_string(++orders_));
    const auto done = take_order(*order_no).and_then([&] { return decide(*order_no); }).and_then([&] { return pay(); });
    changes_.clear();
    return done;
}

}  // namespace aftercharge::bench
