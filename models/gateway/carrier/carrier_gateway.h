// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/claim.h"
#include "models/domain/shipment.h"
#include "models/gateway/payment/payment_gateway.h"

namespace aftercharge::carrier {

// How a call ended. Refused is final and says why; Later, NotSent, Unknown as with payments.
enum class Outcome { Done, Refused, NotFound, Later, NotSent, Unknown, ByHand };

struct LabelCall {
    ShipmentNo shipment_no;  // goes along as the carrier's `reference`: by it a lost answer is found
    PostalAddress to;
    Money insure;
    std::string ext_external_id;  // of a question, where it is known
};

struct LabelAnswer {
    Outcome outcome = Outcome::Unknown;
    std::string ext_external_id;
    std::string tracking_no;  // empty: the shipment exists there, but no label was bought
    std::string label_url;
    Money insured;
    std::string words;
};

struct CancelAnswer {
    Outcome outcome = Outcome::Unknown;
    LabelRefund label_refund = LabelRefund::None;
    std::string words;
};

// Where a parcel is, in our words: none where the carrier's has no counterpart.
struct TrackAnswer {
    Outcome outcome = Outcome::Unknown;
    std::optional<ShipmentEvent> event;
    std::string words;
};

struct EvidenceBytes {
    std::string name;
    std::string media_type;
    std::string bytes;
};

struct ClaimCall {
    ClaimNo claim_no;
    ClaimType type = ClaimType::Damage;
    std::string tracking_no;
    Money amount;
    std::string description;
    std::vector<EvidenceBytes> evidence;
    std::string external_id;  // of a question, where it is known
    UtcTime opened_at;
};

// What the carrier says of a claim: none of `event` means that it goes on as it was.
struct ClaimAnswer {
    Outcome outcome = Outcome::Unknown;
    std::string external_id;
    std::optional<ClaimEvent> event;  // Acknowledged, AskedForEvidence, Approved, ApprovedInPart, Denied
    std::optional<Money> approved;
    std::string words;  // what is asked for, why it was denied
    // Since when it stands so, by the carrier's clock: evidence sent after that has answered it.
    std::optional<UtcTime> said_at = {};
};

// What a verified webhook says of a parcel or a claim of ours.
struct CarrierNews {
    std::string event_id;
    std::string tracking_no;      // of a parcel
    std::string ext_external_id;  // of a parcel whose label was refunded
    std::string claim_external_id;
    std::optional<TrackAnswer> track;
    std::optional<CancelAnswer> label;
    std::optional<ClaimAnswer> claim;
};

class CarrierGateway {
public:
    virtual ~CarrierGateway() = default;
    virtual CarrierProvider provider() const = 0;
    // Creates the shipment, takes its cheapest rate, buys it with insurance.
    virtual LabelAnswer buy_label(const LabelCall &call) = 0;
    virtual LabelAnswer ask_label(const LabelCall &call) = 0;
    virtual CancelAnswer cancel_label(const std::string &ext_external_id) = 0;
    virtual CancelAnswer ask_label_refund(const std::string &ext_external_id) = 0;
    virtual TrackAnswer track(const std::string &tracking_no) = 0;
    virtual ClaimAnswer open_claim(const ClaimCall &call) = 0;
    // After an unknown answer: whether the carrier has one of this tracking number since it was opened.
    virtual ClaimAnswer find_claim(const ClaimCall &call) = 0;
    virtual ClaimAnswer ask_claim(const ClaimCall &call) = 0;
    // ByHand where the carrier has no way that can be relied on.
    virtual ClaimAnswer send_evidence(const ClaimCall &call) = 0;
    virtual std::chrono::seconds ask_again_after(int asked) const = 0;
    virtual Result<std::optional<CarrierNews>> read_webhook(const payment::WebhookCall &call) const = 0;
};

}  // namespace aftercharge::carrier
