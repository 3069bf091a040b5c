// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/carrier_sandbox.h"

#include "app/sim/sandbox/carrier_shape.h"
#include "app/sim/sandbox/crypto.h"
#include "app/sim/sandbox/sandbox_control.h"

namespace aftercharge::sim {

struct CarrierSandbox::Impl {
    explicit Impl(CarrierSandboxOptions given)
        : options(std::move(given)),
          core(options.clock ? options.clock : std::make_shared<ScaledClock>(std::nullopt, 1)),
          access{"EZTK" + random_hex(32), "whsec-" + random_hex(32)}, shape(core, access),
          server([this](const HttpCall &call) {
              return serve(core, control, call, [this](const HttpCall &one) { return shape.answer(one); });
          })
    {
        core.webhook_base = options.webhook_base;
        core.after = options.pending;
        control.load = [this](const std::string &json) { return load(json); };
        control.more["track"] = [this](const Json &body) {
            const std::lock_guard lock(core.mutex);
            return shape.move(text_of(body, "tracking_code"), text_of(body, "status"), text_of(body, "detail"));
        };
        control.more["evidence"] = [this](const Json &body) {
            const std::lock_guard lock(core.mutex);
            return shape.receive_evidence(text_of(body, "tracking_code"));
        };
    }

    Result<void> load(const std::string &json)
    {
        const auto script = parse_script(json);
        if (!script)
            return pass_on(script);
        const std::lock_guard lock(core.mutex);
        for (const auto &[id, parcel] : script->parcels) {
            core.scripts.set(id, parcel.steps, Deed::Buy);
            shape.set_track(id, parcel.track);
        }
        return {};
    }

    CarrierSandboxOptions options;
    SandboxCore core;
    EasypostAccess access;
    CarrierShape shape;
    SandboxControl control;
    int port = 0;
    HttpServer server;
};

CarrierSandbox::CarrierSandbox(CarrierSandboxOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}

CarrierSandbox::~CarrierSandbox()
{
    impl_->server.stop();
    impl_->core.stop();
}

Result<void> CarrierSandbox::start()
{
    const auto port = impl_->server.start(impl_->options.port);
    if (!port)
        return pass_on(port);
    impl_->port = *port;
    return {};
}

int CarrierSandbox::port() const
{
    return impl_->port;
}

std::string CarrierSandbox::base_url() const
{
    return "http://127.0.0.1:" + std::to_string(impl_->port);
}

Result<void> CarrierSandbox::script(const std::string &parcel, const std::vector<std::string> &steps)
{
    const auto parsed = steps_from(steps);
    if (!parsed)
        return pass_on(parsed);
    script_steps(parcel, *parsed);
    return {};
}

void CarrierSandbox::script_steps(const std::string &parcel, const std::vector<Step> &steps)
{
    const std::lock_guard lock(impl_->core.mutex);
    impl_->core.scripts.set(parcel, steps, Deed::Buy);
}

Result<void> CarrierSandbox::load(const std::string &json)
{
    return impl_->load(json);
}

void CarrierSandbox::add_parcel(const std::string &reference, const std::string &tracking_code, std::int64_t insured)
{
    const std::lock_guard lock(impl_->core.mutex);
    const UtcTime now = impl_->core.clock->now();
    PlayedParcel parcel;
    parcel.id = "shp_" + random_hex(32);
    parcel.reference = reference;
    parcel.from = parcel.to = parcel.parcel = parcel.options = Json::object();
    parcel.tracking_code = tracking_code;
    parcel.insured = insured;
    parcel.insurance_id = "ins_" + random_hex(32);
    parcel.created_at = parcel.updated_at = now;
    PlayedTracker tracker;
    tracker.id = "trk_" + random_hex(32);
    tracker.tracking_code = tracking_code;
    tracker.carrier = "USPS";
    tracker.shipment_id = parcel.id;
    tracker.created_at = tracker.updated_at = now;
    impl_->shape.book().parcels.push_back(std::move(parcel));
    impl_->shape.book().trackers.push_back(std::move(tracker));
}

Result<void> CarrierSandbox::move(const std::string &tracking_code, const std::string &status,
                                  const std::string &detail)
{
    const std::lock_guard lock(impl_->core.mutex);
    return impl_->shape.move(tracking_code, status, detail);
}

Result<void> CarrierSandbox::receive_evidence(const std::string &tracking_code)
{
    const std::lock_guard lock(impl_->core.mutex);
    return impl_->shape.receive_evidence(tracking_code);
}

void CarrierSandbox::advance(Duration duration)
{
    impl_->core.timeline.advance(duration);
}

void CarrierSandbox::set_webhook_base(const std::string &url)
{
    const std::lock_guard lock(impl_->core.mutex);
    impl_->core.webhook_base = url;
}

bool CarrierSandbox::wait_for_webhooks(Duration patience)
{
    return impl_->core.webhooks.drain(patience);
}

const RequestLog &CarrierSandbox::log() const
{
    return impl_->core.log;
}

std::vector<GatewayAccount> CarrierSandbox::accounts() const
{
    GatewayAccount account{"EASYPOST", base_url(), {}, {}, impl_->core.clock->now()};
    account.settings = {{"currency", impl_->options.currency},
                        {"contact_email", "claims@example.com"},
                        {"from_name", "Sandbox warehouse"},
                        {"from_street1", "388 Townsend St"},
                        {"from_city", "San Francisco"},
                        {"from_state", "CA"},
                        {"from_zip", "94107"},
                        {"from_country", "US"},
                        {"from_phone", "5555555555"},
                        {"parcel_weight_oz", "20"}};
    account.secrets = {{"api_key", impl_->access.api_key}, {"webhook_secret", impl_->access.webhook_secret}};
    return {account};
}

}  // namespace aftercharge::sim
