// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/sim/sandbox/request_log.h"
#include "app/sim/sandbox/script.h"
#include "app/sim/sim_clock.h"
#include "models/store/gateways.h"

namespace aftercharge::sim {

struct CarrierSandboxOptions {
    int port = 0;                           // 0: any; always on 127.0.0.1
    std::string webhook_base;               // "http://127.0.0.1:9400/webhooks": /easypost comes behind it; empty: none
    std::shared_ptr<const SimClock> clock;  // none: real time
    Duration pending{20'000};               // until a label's refund ends, a claim moves on, where a step does not say
    std::string currency = "USD";           // of the account that accounts() gives
};

// EasyPost, as a script says. Also served: GET /_sandbox/log, POST /_sandbox/script,
// POST /_sandbox/advance {"seconds"}, POST /_sandbox/track {"tracking_code", "status", "detail"},
// POST /_sandbox/evidence {"tracking_code"}. Later evidence has no endpoint that its documentation
// confirms: it comes by mail, here by `receive_evidence`.
class CarrierSandbox {
public:
    explicit CarrierSandbox(CarrierSandboxOptions options = {});
    ~CarrierSandbox();
    CarrierSandbox(const CarrierSandbox &) = delete;
    CarrierSandbox &operator=(const CarrierSandbox &) = delete;

    Result<void> start();  // network.unreachable
    int port() const;
    std::string base_url() const;

    // By a parcel's reference or its tracking code; "label_rejected", "claim_asks+claim_approve",
    // other outcomes for the purchase of the label. Errors: input.invalid.
    Result<void> script(const std::string &parcel, const std::vector<std::string> &steps);
    void script_steps(const std::string &parcel, const std::vector<Step> &steps);
    // The "parcels" of a script file.
    Result<void> load(const std::string &json);
    // A parcel that was bought elsewhere: known by its tracking code, insured for so many hundredths.
    void add_parcel(const std::string &reference, const std::string &tracking_code, std::int64_t insured);
    Result<void> move(const std::string &tracking_code, const std::string &status, const std::string &detail = {});
    Result<void> receive_evidence(const std::string &tracking_code);
    void advance(Duration duration);
    void set_webhook_base(const std::string &url);
    bool wait_for_webhooks(Duration patience);

    const RequestLog &log() const;
    // How the adapter reaches it: EASYPOST.
    std::vector<GatewayAccount> accounts() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aftercharge::sim
