// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "app/wiring/engine_answer.h"
#include "app/wiring/local_host.h"
#include "models/workflow/refund_goods.h"
#include "tests/support/engine_rig.h"

namespace aftercharge {

// A real encrypted store (CNY) in a temporary folder, with carol, a supervisor up to 10,000.00,
// and member M-1; opened by as many hosts as a test wants.
class GoodsStore {
public:
    GoodsStore();
    // The options of a host on it.
    HostOptions options() const;

private:
    QTemporaryDir folder_;
    StoreUrl url_;
    std::optional<StoreKey> key_;
};

// A workflow on a host's engine; its value, which must not fail.
template<typename Workflow>
auto on(LocalHost &host, Workflow workflow)
{
    return must(std::move(*answer_of(host.engine().run(std::move(workflow)))));
}

// A read on it.
template<typename Read>
auto read_on(LocalHost &host, Read read)
{
    return must(std::move(*answer_of(
        host.engine().post([read = std::move(read)](Engine &engine) { return read(engine.work().ledger.reader()); }))));
}

std::unique_ptr<LocalHost> start_host(HostOptions options);

// L1 wallbox 1 × 180.00, L2 cable 3 × 27.00, L3 shipping 10.00: 271.00, paid by Stripe as `payment`.
OrderNo take_paid_order(LocalHost &host, const std::string &order_no, const std::string &payment);

GoodsRefundDraft draft_of(const OrderNo &order_no, std::vector<LineQuantity> lines);
std::vector<LineQuantity> all_lines();
std::vector<LineQuantity> one_cable();

void set_accounts(LocalHost &host, const std::vector<GatewayAccount> &accounts);
Refund refund_on(LocalHost &host, const RefundNo &refund_no);

}  // namespace aftercharge
