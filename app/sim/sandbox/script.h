// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/enum_text.h"
#include "models/domain/time.h"

namespace aftercharge::sim {

// What a gateway may be told to do with one request. Several go together: "lost_after+pending_then_success".
enum class Outcome {
    // What becomes of a refund. Without any of them: Success.
    Success,  // at once
    PendingThenSuccess,
    Fail,                  // pending, then failed (WeChat: ABNORMAL)
    Closed,                // pending, then canceled (CLOSED)
    LateReversal,          // success, then canceled (CLOSED)
    LateFailAfterSuccess,  // success, then failed (ABNORMAL)
    // What becomes of a request that acts: of a refund, a label, a claim.
    LostBefore,    // no answer, and nothing was done
    LostAfter,     // no answer, and it was done
    Html,          // done, and a proxy's page of 502 instead of the answer
    HtmlBefore,    // not done, and the same page
    ServerError,   // 500, not done; Stripe keeps this answer for its key
    RateLimited,   // 429, not done
    NotEnough,     // the merchant's balance, not done
    Refused,       // refused for good
    BadSignature,  // WeChat: done, and the answer's signature is of another key
    // How its webhooks come.
    NoWebhook,
    DuplicateWebhook,
    WebhookBeforeReply,  // with the end it comes to, while the reply still says pending
    ReorderedWebhooks,   // the first after the second
    StaleWebhook,        // signed ten minutes ago
    WrongSignature,
    // Carrier: of a label's cancellation. Without any of them: submitted, then refunded.
    LabelSubmitted,  // and it stays so
    LabelRejected,   // submitted, then rejected
    LabelRefunded,   // at once
    LabelNotApplicable,
    // Carrier: of a claim. Without any of them it stays in review.
    ClaimAsks,
    ClaimApprove,
    ClaimApprovePartial,
    ClaimDeny,
};

constexpr auto text_table(Outcome)
{
    return std::array{
        EnumText{Outcome::Success, "success"},
        EnumText{Outcome::PendingThenSuccess, "pending_then_success"},
        EnumText{Outcome::Fail, "fail"},
        EnumText{Outcome::Closed, "closed"},
        EnumText{Outcome::LateReversal, "late_reversal"},
        EnumText{Outcome::LateFailAfterSuccess, "late_fail_after_success"},
        EnumText{Outcome::LostBefore, "lost_before"},
        EnumText{Outcome::LostAfter, "lost_after"},
        EnumText{Outcome::Html, "html"},
        EnumText{Outcome::HtmlBefore, "html_before"},
        EnumText{Outcome::ServerError, "server_error"},
        EnumText{Outcome::RateLimited, "rate_limited"},
        EnumText{Outcome::NotEnough, "not_enough"},
        EnumText{Outcome::Refused, "refused"},
        EnumText{Outcome::BadSignature, "bad_signature"},
        EnumText{Outcome::NoWebhook, "no_webhook"},
        EnumText{Outcome::DuplicateWebhook, "duplicate_webhook"},
        EnumText{Outcome::WebhookBeforeReply, "webhook_before_reply"},
        EnumText{Outcome::ReorderedWebhooks, "reordered_webhooks"},
        EnumText{Outcome::StaleWebhook, "stale_webhook"},
        EnumText{Outcome::WrongSignature, "wrong_signature"},
        EnumText{Outcome::LabelSubmitted, "label_submitted"},
        EnumText{Outcome::LabelRejected, "label_rejected"},
        EnumText{Outcome::LabelRefunded, "label_refunded"},
        EnumText{Outcome::LabelNotApplicable, "label_not_applicable"},
        EnumText{Outcome::ClaimAsks, "claim_asks"},
        EnumText{Outcome::ClaimApprove, "claim_approve"},
        EnumText{Outcome::ClaimApprovePartial, "claim_approve_partial"},
        EnumText{Outcome::ClaimDeny, "claim_deny"},
    };
}

// Which request a step is for. Ship with a tracking code: how the webhook of its next move comes.
enum class Deed { Refund, Ship, Buy, Cancel, Claim };

constexpr auto text_table(Deed)
{
    return std::array{
        EnumText{Deed::Refund, "refund"}, EnumText{Deed::Ship, "ship"},   EnumText{Deed::Buy, "buy"},
        EnumText{Deed::Cancel, "cancel"}, EnumText{Deed::Claim, "claim"},
    };
}

struct Step {
    std::vector<Outcome> outcomes;
    std::optional<Deed> deed;       // none: as the outcomes say, else Refund or Buy
    std::optional<Duration> after;  // until a pending one ends, a claim moves on; none: the sandbox's
    std::optional<Duration> late;   // until the late ones
    int asks = 1;                   // how often a claim's evidence does not suffice
    std::string amount;             // of ClaimApprovePartial, "12.00"
    std::string reason;             // of a failure, a denial, a question

    bool has(Outcome outcome) const;
    bool has_any(std::initializer_list<Outcome> any) const;
};

// Steps by what they are about: a payment's id, a parcel's reference or tracking code. Each request
// that acts takes the next step of its kind; when none is left it takes an empty one.
class ScriptBook {
public:
    // In place of what was there.
    void set(const std::string &key, const std::vector<Step> &steps, Deed otherwise);
    Step take(const std::vector<std::string> &keys, Deed deed);

private:
    std::map<std::string, std::vector<Step>> steps_;
};

// What a parcel does by itself once its label is bought.
struct TrackStep {
    Duration after{};  // from when the label was bought
    std::string status;
    std::string detail;
};

struct Script {
    struct Payment {
        std::optional<std::int64_t> paid;  // minor units
        std::string currency;              // lower or upper case; empty: the sandbox's
        std::vector<Step> steps;
    };
    struct Parcel {
        std::vector<Step> steps;
        std::vector<TrackStep> track;
    };
    std::map<std::string, Payment> payments;
    std::map<std::string, Parcel> parcels;
};

// {"payments": {"ch_1": {"paid": 12000, "currency": "usd", "steps": ["lost_after+fail", {"do": "fail", "after_s": 3}]}},
//  "parcels": {"S-1": {"steps": ["label_rejected", {"do": "claim_asks+claim_approve_partial", "asks": 2,
//   "amount": "12.00"}, {"do": "lost_after", "on": "buy"}], "track": [{"after_s": 10, "status": "in_transit"}]}}}
// Errors: input.invalid.
Result<Script> parse_script(const std::string &json);

}  // namespace aftercharge::sim
