// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QtCore/QJsonObject>

#include "models/gateway/carrier/carrier_gateway.h"
#include "models/gateway/http/http_client.h"

namespace aftercharge::carrier {

// What an HTTP answer means for the call it belongs to. Done: 2xx with a JSON object.
struct Reply {
    Outcome outcome = Outcome::Unknown;
    QJsonObject json;
    std::string words;
};

// 401, 402 (the wallet is empty), 403, 409, 429: Later. Another 4xx in EasyPost's own shape:
// Refused; 404 of a question: NotFound. A server's error, a redirect and everything that is
// not EasyPost's JSON (a proxy's page): Unknown, since the call may have been carried out.
enum class Purpose { Acts, Asks };
Reply judge(const http::Answer &answer, Purpose purpose);

// The label of a Shipment: Done with an empty tracking number where none was bought.
LabelAnswer label_of(const QJsonObject &shipment, Currency currency);

// The cheapest rate's id; empty where there is none in `currency`, with the reason in `why`.
std::string cheapest_rate(const QJsonObject &shipment, Currency currency, std::string &why);

// A Shipment's refund_status or a Refund's status: "submitted", "refunded", "rejected",
// "not_applicable"; empty: never asked for. Unknown for another word.
CancelAnswer label_refund_of(const std::string &status);

// unknown, pre_transit                            → no event
// in_transit, out_for_delivery, available_for_pickup → PickedUp
// delivered → Delivered, return_to_sender → Returned, cancelled → Cancelled
// failure, error → Lost or Damaged where status_detail says so, else WentWrong
TrackAnswer track_of(const QJsonObject &tracker);

}  // namespace aftercharge::carrier
