// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/payment_book.h"

#include <algorithm>

namespace aftercharge::sim {

std::string PaymentBook::key_of(const std::string &payment_id)
{
    return payment_id.starts_with("ch_") || payment_id.starts_with("pi_") ? payment_id.substr(3) : payment_id;
}

void PaymentBook::pay(const PlayedPayment &payment)
{
    payments_[key_of(payment.id)] = payment;
}

PlayedPayment *PaymentBook::payment(const std::string &id)
{
    const auto at = payments_.find(key_of(id));
    return at == payments_.end() ? nullptr : &at->second;
}

std::int64_t PaymentBook::left(const PlayedPayment &payment) const
{
    std::int64_t left = payment.paid;
    for (const PlayedRefund &refund : refunds_) {
        const bool holds = refund.state == RefundState::Pending || refund.state == RefundState::Succeeded ||
                           (refund.state == RefundState::Failed && failed_holds_);
        if (holds && key_of(refund.payment_id) == key_of(payment.id))
            left -= refund.amount;
    }
    return left;
}

PlayedRefund &PaymentBook::add(PlayedRefund refund)
{
    return refunds_.emplace_back(std::move(refund));
}

PlayedRefund *PaymentBook::by_id(const std::string &id)
{
    const auto at = std::find_if(refunds_.begin(), refunds_.end(),
                                 [&id](const PlayedRefund &refund) { return refund.id == id; });
    return at == refunds_.end() ? nullptr : &*at;
}

PlayedRefund *PaymentBook::by_number(const std::string &number)
{
    const auto at = std::find_if(refunds_.begin(), refunds_.end(),
                                 [&number](const PlayedRefund &refund) { return refund.number == number; });
    return at == refunds_.end() ? nullptr : &*at;
}

std::vector<const PlayedRefund *> PaymentBook::newest_first(const std::string &payment_id) const
{
    std::vector<const PlayedRefund *> found;
    for (auto refund = refunds_.rbegin(); refund != refunds_.rend(); ++refund) {
        if (payment_id.empty() || key_of(refund->payment_id) == key_of(payment_id))
            found.push_back(&*refund);
    }
    return found;
}

}  // namespace aftercharge::sim
