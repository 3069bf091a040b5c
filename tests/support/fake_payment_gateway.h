// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <vector>

#include "models/gateway/payment/payment_gateway.h"

namespace aftercharge {

// A payment service in memory: it keeps its own book by our numbers, acts once a number, and
// answers as it is told to. Every call is recorded.
class FakePaymentGateway final : public payment::PaymentGateway {
public:
    // How the reply to a call that acts goes.
    enum class Way { AsItStands, LostAfter, LostBefore, NotSent, Later };

    struct Row {
        Money amount;
        payment::Standing standing = payment::Standing::Pending;
        std::string external_id;
        std::string words;
        bool repairable = false;
        int acts = 0;  // how often the money moved
    };

    explicit FakePaymentGateway(PaymentProvider provider = PaymentProvider::Stripe) : provider_(provider) {}

    std::deque<Way> ways;                                    // of the next calls that act; then AsItStands
    payment::Standing outcome = payment::Standing::Success;  // of a new refund
    std::string words;
    bool repairable = false;
    std::optional<Money> other_amount;  // what it says instead of the amount
    bool answers_questions = true;
    std::map<RefundNo, Row> book;
    std::vector<payment::RefundCall> sent;
    std::vector<payment::RefundCall> asked;
    std::vector<payment::RefundCall> repaired;

    Row &row(const RefundNo &number) { return book[number]; }
    // What a webhook about the refund would say.
    payment::RefundNews news(const RefundNo &number, const std::string &event_id)
    {
        return {.event_id = event_id,
                .refund_no = number,
                .external_refund_id = book[number].external_id,
                .answer = answer_of(book[number])};
    }

    PaymentProvider provider() const override { return provider_; }
    payment::RefundAnswer send_refund(const payment::RefundCall &call) override
    {
        sent.push_back(call);
        return act(call, [&](Row &row) {
            if (row.acts > 0)
                return;  // the same number again: its idempotency key
            row.amount = call.amount;
            row.external_id = "re_" + call.refund_no.text();
            row.standing = outcome;
            row.words = words;
            row.repairable = repairable;
            row.acts = 1;
        });
    }
    payment::RefundAnswer ask_refund(const payment::RefundCall &call) override
    {
        asked.push_back(call);
        if (!answers_questions)
            return {};
        const auto found = book.find(call.refund_no);
        if (found == book.end() || found->second.acts == 0)
            return said(payment::Standing::NotFound, "no such refund");
        return answer_of(found->second);
    }
    payment::RefundAnswer repair_refund(const payment::RefundCall &call) override
    {
        repaired.push_back(call);
        return act(call, [&](Row &row) {
            row.standing = outcome;
            row.words = words;
            row.repairable = repairable;
        });
    }
    std::chrono::seconds ask_again_after(int asked_before) const override
    {
        return std::chrono::minutes{asked_before < 5 ? 1 : 30};
    }
    Result<std::optional<payment::RefundNews>> read_webhook(const payment::WebhookCall &, UtcTime) const override
    {
        return std::optional<payment::RefundNews>{};
    }

private:
    static payment::RefundAnswer said(payment::Standing standing, const std::string &words)
    {
        payment::RefundAnswer answer;
        answer.standing = standing;
        answer.words = words;
        return answer;
    }
    payment::RefundAnswer answer_of(const Row &row) const
    {
        payment::RefundAnswer answer = said(row.standing, row.words);
        answer.external_refund_id = row.external_id;
        answer.amount = other_amount ? *other_amount : row.amount;
        answer.repairable = row.repairable;
        return answer;
    }
    template<typename Effect>
    payment::RefundAnswer act(const payment::RefundCall &call, const Effect &effect)
    {
        Way way = Way::AsItStands;
        if (!ways.empty()) {
            way = ways.front();
            ways.pop_front();
        }
        switch (way) {
        case Way::NotSent:
            return said(payment::Standing::NotSent, "connection refused");
        case Way::Later:
            return said(payment::Standing::Later, "too many requests");
        case Way::LostBefore:
            return said(payment::Standing::Unknown, "timeout after 30 s");
        case Way::LostAfter:
        case Way::AsItStands:
            break;
        }
        Row &row = book[call.refund_no];
        effect(row);
        return way == Way::LostAfter ? said(payment::Standing::Unknown, "timeout after 30 s") : answer_of(row);
    }

    PaymentProvider provider_;
};

}  // namespace aftercharge
