// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "app/sim/sandbox/script.h"

namespace aftercharge::sim {

struct PlayedPayment {
    std::string id;        // as it was named first: ch_…, pi_…, a trade number
    std::string currency;  // lower case
    std::int64_t paid = 0;
    UtcTime created_at;
};

enum class RefundState { Pending, Succeeded, Failed, Canceled };

struct PlayedRefund {
    std::string id;      // the gateway's
    std::string number;  // ours: metadata[refund_no], out_refund_no
    std::string payment_id;
    std::int64_t amount = 0;
    RefundState state = RefundState::Pending;
    UtcTime created_at;
    UtcTime settled_at;
    std::string reason;
    std::string idempotency_key;                  // Stripe
    std::map<std::string, std::string> metadata;  // Stripe
    std::string notify_url;                       // WeChat
    Step step;
    bool more_to_come = false;  // it will change once more
};

// The payments and refunds of one service. Not safe for threads.
class PaymentBook {
public:
    // Where a failed refund is repaired under its own number its money stays held (WeChat's ABNORMAL).
    explicit PaymentBook(bool failed_holds) : failed_holds_(failed_holds) {}

    // ch_1 and pi_1 are the same payment.
    static std::string key_of(const std::string &payment_id);

    void pay(const PlayedPayment &payment);
    PlayedPayment *payment(const std::string &id);
    // Of what was paid; canceled refunds give theirs back.
    std::int64_t left(const PlayedPayment &payment) const;

    // A reference that stays valid.
    PlayedRefund &add(PlayedRefund refund);
    PlayedRefund *by_id(const std::string &id);
    PlayedRefund *by_number(const std::string &number);
    std::vector<const PlayedRefund *> newest_first(const std::string &payment_id) const;  // empty: of all

private:
    bool failed_holds_;
    std::map<std::string, PlayedPayment> payments_;
    std::deque<PlayedRefund> refunds_;
};

}  // namespace aftercharge::sim
