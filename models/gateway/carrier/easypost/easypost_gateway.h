// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include "models/gateway/carrier/carrier_gateway.h"
#include "models/gateway/carrier/easypost/easypost_options.h"
#include "models/gateway/http/http_client.h"

namespace aftercharge::carrier {

struct Reply;

// EasyPost's API, version 2 (docs.easypost.com). It knows no idempotency key: whatever acts is
// sent once, and an answer that cannot be used is Unknown. Holds no state but its options, so
// it may be called from several threads.
class EasypostGateway final : public CarrierGateway {
public:
    EasypostGateway(http::Client &client, EasypostOptions options);

    CarrierProvider provider() const override { return CarrierProvider::Easypost; }

    // Two POSTs, the shipment and its purchase; only the second costs anything. After an unknown
    // answer to either it is Unknown and ask_label() tells which of the two came through. Where
    // the second was not sent, a shipment without a label stays behind at EasyPost, which is
    // never charged and which a label bought later outranks.
    LabelAnswer buy_label(const LabelCall &call) override;
    // By the id where it is known, else by our number among the newest shipments. EasyPost does
    // look a shipment up by its reference as well, but references are not unique there.
    LabelAnswer ask_label(const LabelCall &call) override;
    CancelAnswer cancel_label(const std::string &ext_external_id) override;
    CancelAnswer ask_label_refund(const std::string &ext_external_id) override;
    TrackAnswer track(const std::string &tracking_no) override;
    ClaimAnswer open_claim(const ClaimCall &call) override;
    ClaimAnswer find_claim(const ClaimCall &call) override;
    ClaimAnswer ask_claim(const ClaimCall &call) override;
    ClaimAnswer send_evidence(const ClaimCall &call) override;
    std::chrono::seconds ask_again_after(int asked) const override;
    Result<std::optional<CarrierNews>> read_webhook(const payment::WebhookCall &call) const override;

private:
    Reply get(const std::string &path);
    Reply post(const std::string &path, std::string body);
    LabelAnswer buy(const QJsonObject &shipment, const LabelCall &call);
    LabelAnswer find_label(const LabelCall &call);
    bool is_of_our_currency(const Money &amount) const;

    // Goes through a list, newest first, until `look` says that it has seen enough (true).
    // Done when it had, NotFound at the end of the list, Unknown where that is not reached.
    Reply look_through(const std::string &path, QLatin1String list,
                       const std::function<bool(const QJsonObject &)> &look);

    http::Client &client_;
    EasypostOptions options_;
};

}  // namespace aftercharge::carrier
