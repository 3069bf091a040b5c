// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <vector>

#include "models/gateway/carrier/carrier_gateway.h"

namespace aftercharge {

// A carrier in memory: labels by shipment number, claims by tracking number. It answers as the
// test has set it, and records every call that acts.
class FakeCarrierGateway final : public carrier::CarrierGateway {
public:
    enum class Way { AsItStands, LostAfter, LostBefore, NotSent, Later };

    struct Label {
        std::string ext_external_id;
        std::string tracking_no;
        LabelRefund refund = LabelRefund::None;
    };
    struct OpenedClaim {
        std::string external_id;
        std::optional<ClaimEvent> event;
        std::optional<Money> approved;
        std::string words;
        std::optional<UtcTime> said_at;
    };

    std::deque<Way> ways;  // of the next calls that act; then AsItStands
    LabelRefund cancelling = LabelRefund::Refunded;
    std::optional<std::string> refuses_label;
    std::optional<std::string> refuses_claim;
    std::string cancel_words;
    bool evidence_by_hand = false;
    std::map<std::string, Label> labels;        // by shipment number
    std::map<std::string, OpenedClaim> claims;  // by tracking number
    std::map<std::string, carrier::TrackAnswer> tracks;

    std::vector<carrier::LabelCall> bought;
    std::vector<std::string> cancelled;
    std::vector<carrier::ClaimCall> opened;
    std::vector<carrier::ClaimCall> evidence;
    int questions = 0;

    CarrierProvider provider() const override { return CarrierProvider::Easypost; }

    carrier::LabelAnswer buy_label(const carrier::LabelCall &call) override
    {
        bought.push_back(call);
        if (refuses_label)
            return said<carrier::LabelAnswer>(carrier::Outcome::Refused, *refuses_label);
        return act<carrier::LabelAnswer>([&] {
            const std::string &number = call.shipment_no.text();
            labels.try_emplace(number, Label{"shp_" + number, "EZ" + number});
            return label_of(number);
        });
    }
    carrier::LabelAnswer ask_label(const carrier::LabelCall &call) override
    {
        ++questions;
        if (!labels.contains(call.shipment_no.text()))
            return said<carrier::LabelAnswer>(carrier::Outcome::NotFound, "no such shipment");
        return label_of(call.shipment_no.text());
    }
    carrier::CancelAnswer cancel_label(const std::string &ext_external_id) override
    {
        cancelled.push_back(ext_external_id);
        return act<carrier::CancelAnswer>([&] {
            refunds[ext_external_id] = cancelling;
            return refund_of(ext_external_id);
        });
    }
    carrier::CancelAnswer ask_label_refund(const std::string &ext_external_id) override
    {
        ++questions;
        return refund_of(ext_external_id);
    }
    carrier::TrackAnswer track(const std::string &tracking_no) override
    {
        ++questions;
        const auto found = tracks.find(tracking_no);
        return found == tracks.end() ? said<carrier::TrackAnswer>(carrier::Outcome::NotFound, "no tracker")
                                     : found->second;
    }
    carrier::ClaimAnswer open_claim(const carrier::ClaimCall &call) override
    {
        opened.push_back(call);
        if (refuses_claim)
            return said<carrier::ClaimAnswer>(carrier::Outcome::Refused, *refuses_claim);
        return act<carrier::ClaimAnswer>([&] {
            claims.try_emplace(call.tracking_no,
                               OpenedClaim{"clm_" + call.claim_no.text(), ClaimEvent::Acknowledged, {}, {}, {}});
            return claim_of(call.tracking_no);
        });
    }
    carrier::ClaimAnswer find_claim(const carrier::ClaimCall &call) override
    {
        ++questions;
        if (!claims.contains(call.tracking_no))
            return said<carrier::ClaimAnswer>(carrier::Outcome::NotFound, "no claim");
        return claim_of(call.tracking_no);
    }
    carrier::ClaimAnswer ask_claim(const carrier::ClaimCall &call) override { return find_claim(call); }
    carrier::ClaimAnswer send_evidence(const carrier::ClaimCall &call) override
    {
        evidence.push_back(call);
        if (evidence_by_hand)
            return said<carrier::ClaimAnswer>(carrier::Outcome::ByHand, "by e-mail");
        return act<carrier::ClaimAnswer>([&] { return said<carrier::ClaimAnswer>(carrier::Outcome::Done, {}); });
    }
    std::chrono::seconds ask_again_after(int) const override { return std::chrono::minutes{10}; }
    Result<std::optional<carrier::CarrierNews>> read_webhook(const payment::WebhookCall &) const override
    {
        return std::optional<carrier::CarrierNews>{};
    }

    std::map<std::string, LabelRefund> refunds;  // by the carrier's shipment

    // How a claim stands, without asking.
    carrier::ClaimAnswer claim_of(const std::string &tracking_no)
    {
        const OpenedClaim &claim = claims[tracking_no];
        auto answer = said<carrier::ClaimAnswer>(carrier::Outcome::Done, claim.words);
        answer.external_id = claim.external_id;
        answer.event = claim.event;
        answer.approved = claim.approved;
        answer.said_at = claim.said_at;
        return answer;
    }

private:
    template<typename Answer>
    static Answer said(carrier::Outcome outcome, const std::string &words)
    {
        Answer answer;
        answer.outcome = outcome;
        answer.words = words;
        return answer;
    }
    template<typename Answer, typename Act>
    Answer act(const Act &effect)
    {
        Way way = Way::AsItStands;
        if (!ways.empty()) {
            way = ways.front();
            ways.pop_front();
        }
        switch (way) {
        case Way::NotSent:
            return said<Answer>(carrier::Outcome::NotSent, "connection refused");
        case Way::Later:
            return said<Answer>(carrier::Outcome::Later, "too many requests");
        case Way::LostBefore:
            return said<Answer>(carrier::Outcome::Unknown, "timeout after 30 s");
        case Way::LostAfter:
            effect();
            return said<Answer>(carrier::Outcome::Unknown, "timeout after 30 s");
        case Way::AsItStands:
            break;
        }
        return effect();
    }
    carrier::LabelAnswer label_of(const std::string &number)
    {
        const Label &label = labels[number];
        auto answer = said<carrier::LabelAnswer>(carrier::Outcome::Done, {});
        answer.ext_external_id = label.ext_external_id;
        answer.tracking_no = label.tracking_no;
        answer.label_url = "https://labels.example/" + number + ".png";
        return answer;
    }
    carrier::CancelAnswer refund_of(const std::string &ext_external_id)
    {
        auto answer = said<carrier::CancelAnswer>(carrier::Outcome::Done, cancel_words);
        const auto found = refunds.find(ext_external_id);
        answer.label_refund = found == refunds.end() ? LabelRefund::None : found->second;
        return answer;
    }
};

}  // namespace aftercharge
