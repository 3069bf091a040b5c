// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/console/demo/demo_customer.h"
#include "app/console/demo/demo_narrator.h"
#include "app/console/demo/demo_pictures.h"
#include "app/console/demo/demo_stage.h"
#include "app/console/demo/demo_summary.h"

namespace aftercharge::demo {

// The story that the demo plays by itself: from sessions that charge to refunds that are
// settled, each step checked in the ledger. Runs on a thread of its own, with the desk's
// service, the customer channel and the window as a person would use them.
class Story {
public:
    Story(Stage &stage, const QString &folder) : stage_(stage), pictures_(stage, folder) {}

    Summary play();

private:
    void watch_charging();
    void watch_stops();
    void settle_debt();
    void hear_complaints();
    void decide();
    void close_books();

    Seen fault_stop(const std::string &role, StopReason reason);
    Seen complaint(const std::string &role, std::unique_ptr<DemoCustomer> &customer, const std::string &reason,
                   const std::string &text);
    Seen refund(const std::string &role, const std::string &amount, bool direct);
    Seen reject();
    Seen approve();

    std::optional<ChargingOrder> order_of(const std::string &role) const;
    std::optional<ChargingOrder> order_in(const std::string &role, OrderState state, int seconds) const;
    Result<Ticket> ticket_of(const DemoCustomer &customer) const;

    Stage &stage_;
    Pictures pictures_;
    Summary summary_;
    Narrator narrator_{summary_};
    std::unique_ptr<DemoCustomer> refunded_;
    std::unique_ptr<DemoCustomer> rejected_;
    std::unique_ptr<DemoCustomer> dear_;
    std::unique_ptr<DemoCustomer> faulted_;
    RefundNo waiting_;
    Money waiting_amount_;
};

}  // namespace aftercharge::demo
