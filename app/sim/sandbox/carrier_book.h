// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>

#include "app/sim/sandbox/json.h"
#include "app/sim/sandbox/script.h"

namespace aftercharge::sim {

struct PlayedTracker {
    std::string id;
    std::string tracking_code;
    std::string carrier;
    std::string shipment_id;  // empty: not bought here
    std::string status = "unknown";
    std::string detail = "unknown";
    Json details = Json::array();
    UtcTime created_at;
    UtcTime updated_at;
};

struct PlayedParcel {
    std::string id;
    std::string reference;
    Json from, to, parcel, options;
    Json rates = Json::array();
    Json selected_rate;         // null: no label
    std::string tracking_code;  // empty: no label
    std::string label_url;
    std::int64_t insured = 0;  // hundredths
    std::string insurance_id;
    std::string refund_status;  // of its label; empty: never asked for
    UtcTime created_at;
    UtcTime updated_at;
};

struct PlayedClaim {
    std::string id;
    std::string shipment_id;
    std::string tracking_code;
    std::string insurance_id;
    std::string type;
    std::string reference;
    std::string description;
    std::string contact_email;
    std::int64_t insured = 0;
    std::int64_t requested = 0;
    std::int64_t approved = -1;  // -1: not decided
    std::string status = "submitted";
    std::string detail = "Claim was created.";
    Json attachments = Json::array();
    Json history = Json::array();
    int asks_left = 0;
    Step step;
    UtcTime created_at;
    UtcTime updated_at;

    bool is_open() const { return status == "submitted" || status == "in_review" || status == "needs_action"; }
};

// Everything a carrier knows. References stay valid; not safe for threads.
class CarrierBook {
public:
    PlayedParcel *parcel(const std::string &id_or_reference);
    PlayedParcel *parcel_of(const std::string &tracking_code);
    PlayedTracker *tracker(const std::string &id_or_code);
    PlayedClaim *claim(const std::string &id);
    PlayedClaim *open_claim_of(const std::string &tracking_code);

    std::deque<PlayedParcel> parcels;
    std::deque<PlayedTracker> trackers;
    std::deque<PlayedClaim> claims;
};

// EasyPost's shapes, as its recorded answers have them.
std::string easypost_time(UtcTime time);
Json easypost_shipment(const PlayedParcel &parcel, const PlayedTracker *tracker);
Json easypost_tracker(const PlayedTracker &tracker);
Json easypost_claim(const PlayedClaim &claim);

}  // namespace aftercharge::sim
