// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/carrier_book.h"

#include <algorithm>

namespace aftercharge::sim {

namespace {

template<typename Rows, typename Wanted>
auto *first_in(Rows &rows, const Wanted &wanted)
{
    const auto at = std::find_if(rows.begin(), rows.end(), wanted);
    return at == rows.end() ? nullptr : &*at;
}

Json text_or_null(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json address(Json given, const std::string &mode)
{
    given["object"] = "Address";
    given["mode"] = mode;
    return given;
}

Json label_of(const PlayedParcel &parcel)
{
    if (parcel.label_url.empty())
        return {};
    return {{"object", "PostageLabel"},
            {"id", "pl_" + parcel.id.substr(4)},
            {"created_at", easypost_time(parcel.updated_at)},
            {"label_date", easypost_time(parcel.updated_at)},
            {"label_size", "4x6"},
            {"label_type", "default"},
            {"label_file_type", "image/png"},
            {"label_url", parcel.label_url}};
}

}  // namespace

PlayedParcel *CarrierBook::parcel(const std::string &id_or_reference)
{
    return first_in(parcels, [&](const PlayedParcel &parcel) {
        return parcel.id == id_or_reference || (!parcel.reference.empty() && parcel.reference == id_or_reference);
    });
}

PlayedParcel *CarrierBook::parcel_of(const std::string &tracking_code)
{
    return first_in(parcels, [&](const PlayedParcel &parcel) {
        return !tracking_code.empty() && parcel.tracking_code == tracking_code;
    });
}

PlayedTracker *CarrierBook::tracker(const std::string &id_or_code)
{
    return first_in(trackers, [&](const PlayedTracker &tracker) {
        return tracker.id == id_or_code || tracker.tracking_code == id_or_code;
    });
}

PlayedClaim *CarrierBook::claim(const std::string &id)
{
    return first_in(claims, [&](const PlayedClaim &claim) { return claim.id == id; });
}

PlayedClaim *CarrierBook::open_claim_of(const std::string &tracking_code)
{
    return first_in(claims,
                    [&](const PlayedClaim &claim) { return claim.tracking_code == tracking_code && claim.is_open(); });
}

std::string easypost_time(UtcTime time)
{
    const std::string text = to_iso8601(time);
    return text.substr(0, text.find('.')) + 'Z';
}

Json easypost_shipment(const PlayedParcel &parcel, const PlayedTracker *tracker)
{
    Json box = parcel.parcel;
    box["object"] = "Parcel";
    return {
        {"id", parcel.id},
        {"object", "Shipment"},
        {"created_at", easypost_time(parcel.created_at)},
        {"updated_at", easypost_time(parcel.updated_at)},
        {"mode", "test"},
        {"is_return", false},
        {"messages", Json::array()},
        {"options", parcel.options},
        {"reference", text_or_null(parcel.reference)},
        {"status", tracker == nullptr ? "unknown" : tracker->status},
        {"tracking_code", text_or_null(parcel.tracking_code)},
        {"from_address", address(parcel.from, "test")},
        {"to_address", address(parcel.to, "test")},
        {"parcel", box},
        {"rates", parcel.rates},
        {"selected_rate", parcel.selected_rate},
        {"postage_label", label_of(parcel)},
        {"insurance", parcel.insured > 0 ? Json(hundredths_text(parcel.insured)) : Json()},
        {"refund_status", text_or_null(parcel.refund_status)},
        {"tracker", tracker == nullptr ? Json() : easypost_tracker(*tracker)},
        {"fees", Json::array()},
        {"forms", Json::array()},
    };
}

Json easypost_tracker(const PlayedTracker &tracker)
{
    return {
        {"id", tracker.id},
        {"object", "Tracker"},
        {"mode", "test"},
        {"tracking_code", tracker.tracking_code},
        {"status", tracker.status},
        {"status_detail", tracker.detail},
        {"created_at", easypost_time(tracker.created_at)},
        {"updated_at", easypost_time(tracker.updated_at)},
        {"signed_by", Json()},
        {"weight", Json()},
        {"est_delivery_date", Json()},
        {"shipment_id", text_or_null(tracker.shipment_id)},
        {"carrier", tracker.carrier},
        {"tracking_details", tracker.details},
        {"fees", Json::array()},
        {"carrier_detail", Json()},
        {"public_url", "https://track.easypost.com/" + tracker.id},
    };
}

Json easypost_claim(const PlayedClaim &claim)
{
    // Claims alone have times without a zone.
    const auto time = [](UtcTime at) { return easypost_time(at).substr(0, 19); };
    return {
        {"id", claim.id},
        {"object", "Claim"},
        {"mode", "test"},
        {"approved_amount", claim.approved < 0 ? Json() : Json(hundredths_text(claim.approved))},
        {"attachments", claim.attachments},
        {"check_delivery_address", Json()},
        {"contact_email", claim.contact_email},
        {"created_at", time(claim.created_at)},
        {"description", claim.description},
        {"history", claim.history},
        {"insurance_amount", hundredths_text(claim.insured)},
        {"insurance_id", claim.insurance_id},
        {"payment_method", "easypost_wallet"},
        {"recipient_name", Json()},
        {"reference", text_or_null(claim.reference)},
        {"requested_amount", hundredths_text(claim.requested)},
        {"salvage_value", Json()},
        {"shipment_id", claim.shipment_id},
        {"status", claim.status},
        {"status_detail", claim.detail},
        {"status_timestamp", time(claim.updated_at)},
        {"tracking_code", claim.tracking_code},
        {"type", claim.type},
        {"updated_at", time(claim.updated_at)},
    };
}

}  // namespace aftercharge::sim
