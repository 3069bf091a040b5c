// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/sim/sandbox/carrier_book.h"
#include "app/sim/sandbox/sandbox_core.h"

namespace aftercharge::sim {

struct EasypostAccess {
    std::string api_key;
    std::string webhook_secret;
};

// Shipments, labels, trackers and insurance claims as EasyPost has them. It has no idempotency
// keys: the same request sent twice is done twice.
class CarrierShape {
public:
    CarrierShape(SandboxCore &core, EasypostAccess access);

    HttpReply answer(const HttpCall &call);

    // The following with the core's mutex held.
    void set_track(const std::string &parcel, const std::vector<TrackStep> &track);
    // "in_transit", "delivered", … Errors: input.invalid: no tracker of that code, no such status.
    Result<void> move(const std::string &tracking_code, const std::string &status, const std::string &detail);
    // What was asked for came by mail. Errors: input.invalid: nothing was asked for.
    Result<void> receive_evidence(const std::string &tracking_code);
    CarrierBook &book() { return book_; }

private:
    using Act = std::function<HttpReply(const Step &)>;

    HttpReply routed(const HttpCall &call);
    HttpReply shipments(const HttpCall &call, const std::string &rest);
    HttpReply trackers(const HttpCall &call, const std::string &rest);
    HttpReply claims(const HttpCall &call, const std::string &rest);
    // Takes the next step for it, does it unless the step says otherwise.
    HttpReply scripted(const std::vector<std::string> &keys, Deed deed, const std::string &number, const Act &act);

    HttpReply ship(const Json &given);
    HttpReply list_shipments(const Form &query);
    HttpReply buy(PlayedParcel &parcel, const Json &body, const Step &step);
    HttpReply cancel(PlayedParcel &parcel, const Step &step);
    void end_cancellation(PlayedParcel &parcel, const std::string &status, const Step &step);
    HttpReply shown(const PlayedParcel &parcel, int status = 200);

    HttpReply track(const Json &given);
    void start_track(PlayedTracker &tracker, const PlayedParcel &parcel);

    HttpReply open_claim(const Json &body);
    HttpReply add_claim(const Json &body, PlayedParcel &parcel, const Step &step);
    HttpReply list_claims(const Form &query);
    void put_next(PlayedClaim &claim);
    void go_on(PlayedClaim &claim);
    void change_claim(PlayedClaim &claim, const std::string &status, const std::string &detail,
                      const std::string &event);
    void tell_message(const PlayedClaim &claim, const std::string &direction, const std::string &text);

    void tell(const Step &step, const std::string &about, bool more_to_come, const std::string &description,
              const Json &result, const Json &previous = Json::object());

    SandboxCore &core_;
    EasypostAccess access_;
    CarrierBook book_;
    std::map<std::string, std::vector<TrackStep>> tracks_;
};

HttpReply easypost_reply(int status, const Json &body);
HttpReply easypost_error(int status, const std::string &code, const std::string &message);
// One page of rows, newest first: {"<name>": […], "has_more": …}, by page_size, before_id, after_id.
HttpReply easypost_page(const Form &query, const std::string &name, const std::vector<Json> &newest_first);

}  // namespace aftercharge::sim
