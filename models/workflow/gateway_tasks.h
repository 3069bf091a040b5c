// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "models/gateway/carrier/carrier_gateway.h"
#include "models/gateway/payment/payment_gateway.h"
#include "models/workflow/work.h"

namespace aftercharge {

// The effect worker in three steps, so that the store is touched only by workflows, the network
// only by perform(), and a test or a simulation can put a crash between any two:
//   lease_gateway_tasks → perform → hear_gateway_answer

struct ReconcileCall {
    Uuid id;
    std::vector<payment::RefundCall> refunds;
    std::vector<std::int64_t> versions = {};  // of each, as it is asked about
};

struct GatewayTask {
    Effect effect;
    bool ask_only = false;  // it was sent before and nobody heard the answer: ask, do not act
    // LabelCall for CancelLabel and AskLabelRefund too, TrackParcel by its tracking number.
    std::variant<std::monostate, payment::RefundCall, carrier::LabelCall, carrier::ClaimCall, ReconcileCall> call;
    std::string tracking_no;
    std::int64_t refund_version = 0;  // as it was then: what changed meanwhile is asked about again
    std::string problem;              // why there is no call: the row is then ended with it
};

struct GatewayAnswer {
    std::variant<std::monostate, payment::RefundAnswer, carrier::LabelAnswer, carrier::CancelAnswer,
                 carrier::TrackAnswer, carrier::ClaimAnswer, std::vector<payment::RefundAnswer>>
        answer;
    std::chrono::seconds ask_again_after{60};
};

// The gateways of one process; what is not there is not configured.
struct Gateways {
    std::map<PaymentProvider, std::unique_ptr<payment::PaymentGateway>> payment;
    std::map<CarrierProvider, std::unique_ptr<carrier::CarrierGateway>> carrier;
    bool is_empty() const { return payment.empty() && carrier.empty(); }
};

// What is due, with everything that is needed to carry it out; committed as leased, and as sent
// where it acts. A refund is sent only when it joins a valid approval of its amount (its own, or
// its claim's), is INIT, and nothing of the same payment is under way at the gateway that
// forbids it (WeChat: one refund of an order a minute, 50 in all).
Result<std::vector<GatewayTask>> lease_gateway_tasks(Work &work, const std::string &owner, int limit);

// Carries one out; blocks. A gateway that is not configured answers Later.
GatewayAnswer perform(Gateways &gateways, const GatewayTask &task);

// What came of it: state, log, transfers, ticket, notice and the next question, in one transaction.
Result<void> hear_gateway_answer(Work &work, const GatewayTask &task, const GatewayAnswer &answer);

}  // namespace aftercharge
