// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "app/sim/sandbox/carrier_shape.h"
#include "app/sim/sandbox/crypto.h"

// Trackers: POST, GET, and how they move.
namespace aftercharge::sim {

namespace {

constexpr std::array<std::string_view, 11> statuses{
    "unknown", "pre_transit", "in_transit", "out_for_delivery", "delivered", "available_for_pickup", "return_to_sender",
    "failure", "cancelled",   "error",      "unknown"};

// A parcel's label is known to its carrier soon after it was bought.
constexpr Duration announced_after{1'000};

}  // namespace

HttpReply CarrierShape::trackers(const HttpCall &call, const std::string &rest)
{
    if (call.method == "POST" && rest.empty()) {
        const Json body = Json::parse(call.body, nullptr, false);
        return track(object_of(body, "tracker"));
    }
    if (call.method != "GET")
        return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
    if (!rest.empty()) {
        const PlayedTracker *tracker = book_.tracker(rest);
        return tracker == nullptr ? easypost_error(404, "NOT_FOUND", "The requested resource could not be found.")
                                  : easypost_reply(200, easypost_tracker(*tracker));
    }
    std::vector<Json> rows;
    for (auto tracker = book_.trackers.rbegin(); tracker != book_.trackers.rend(); ++tracker) {
        if (!call.query.has("tracking_code") || call.query.get("tracking_code") == tracker->tracking_code)
            rows.push_back(easypost_tracker(*tracker));
    }
    return easypost_page(call.query, "trackers", rows);
}

HttpReply CarrierShape::track(const Json &given)
{
    const std::string code = text_of(given, "tracking_code");
    if (code.empty())
        return easypost_error(422, "PARAMETER.REQUIRED", "Missing required parameter: tracking_code.");
    if (book_.tracker(code) == nullptr) {
        PlayedTracker tracker;
        tracker.id = "trk_" + random_hex(32);
        tracker.tracking_code = code;
        tracker.carrier = text_of(given, "carrier").empty() ? "USPS" : text_of(given, "carrier");
        tracker.created_at = tracker.updated_at = core_.clock->now();
        book_.trackers.push_back(std::move(tracker));
    }
    return easypost_reply(200, easypost_tracker(*book_.tracker(code)));
}

void CarrierShape::set_track(const std::string &parcel, const std::vector<TrackStep> &track)
{
    tracks_[parcel] = track;
}

void CarrierShape::start_track(PlayedTracker &tracker, const PlayedParcel &parcel)
{
    const auto put = [this, &tracker](const TrackStep &next) {
        core_.timeline.after(next.after, [this, &tracker, next] {
            const std::lock_guard lock(core_.mutex);
            // Somebody may have moved it by hand meanwhile: then it is not announced again.
            if (next.status != "pre_transit" || tracker.status == "unknown")
                static_cast<void>(move(tracker.tracking_code, next.status, next.detail));
        });
    };
    put({announced_after, "pre_transit", {}});
    const auto track = tracks_.find(parcel.reference);
    if (track == tracks_.end())
        return;
    for (const TrackStep &next : track->second)
        put(next);
}

Result<void> CarrierShape::move(const std::string &tracking_code, const std::string &status, const std::string &detail)
{
    PlayedTracker *tracker = book_.tracker(tracking_code);
    if (tracker == nullptr)
        return fail(ErrorCode::InputInvalid, "no tracker " + tracking_code);
    if (std::find(statuses.begin(), statuses.end(), status) == statuses.end())
        return fail(ErrorCode::InputInvalid, "no status " + status);
    const Json previous{{"status", tracker->status}};
    tracker->status = status;
    tracker->detail = detail.empty() ? "status_update" : detail;
    tracker->updated_at = core_.clock->now();
    tracker->details.push_back({{"object", "TrackingDetail"},
                                {"message", status},
                                {"description", ""},
                                {"status", status},
                                {"status_detail", tracker->detail},
                                {"datetime", easypost_time(tracker->updated_at)},
                                {"source", tracker->carrier},
                                {"tracking_location", {{"object", "TrackingLocation"}}}});
    const Step step = core_.scripts.take({tracking_code}, Deed::Ship);
    tell(step, tracking_code, false, "tracker.updated", easypost_tracker(*tracker), previous);
    return {};
}

}  // namespace aftercharge::sim
