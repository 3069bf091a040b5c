// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/carrier_shape.h"
#include "app/sim/sandbox/crypto.h"

// Shipments: POST, GET, buy, refund (of the label).
namespace aftercharge::sim {

namespace {

// A carrier's three services; the cheapest is not the first.
Json rates_of(const std::string &shipment_id, const std::string &currency)
{
    struct Service {
        const char *name;
        const char *price;
        int days;
    };
    Json rates = Json::array();
    for (const Service &service :
         {Service{"Express", "33.10", 2}, {"Priority", "6.90", 2}, {"GroundAdvantage", "5.93", 3}}) {
        rates.push_back({{"id", "rate_" + random_hex(32)},
                         {"object", "Rate"},
                         {"mode", "test"},
                         {"service", service.name},
                         {"carrier", "USPS"},
                         {"rate", service.price},
                         {"currency", currency},
                         {"retail_rate", service.price},
                         {"retail_currency", currency},
                         {"list_rate", service.price},
                         {"list_currency", currency},
                         {"billing_type", "easypost"},
                         {"delivery_days", service.days},
                         {"delivery_date", Json()},
                         {"delivery_date_guaranteed", false},
                         {"est_delivery_days", service.days},
                         {"shipment_id", shipment_id},
                         {"carrier_account_id", "ca_sandbox"}});
    }
    return rates;
}

bool has_address(const Json &address)
{
    return !text_of(address, "street1").empty() && !text_of(address, "city").empty() &&
           !text_of(address, "country").empty();
}

}  // namespace

HttpReply CarrierShape::shipments(const HttpCall &call, const std::string &rest)
{
    const Json body = Json::parse(call.body.empty() ? "{}" : call.body, nullptr, false);
    if (call.method == "POST" && rest.empty()) {
        const std::string reference = text_of(object_of(body, "shipment"), "reference");
        return scripted({reference}, Deed::Ship, reference,
                        [&](const Step &) { return ship(object_of(body, "shipment")); });
    }
    if (call.method == "GET" && rest.empty())
        return list_shipments(call.query);
    const std::string id = rest.substr(0, rest.find('/'));
    const std::string verb = rest.size() > id.size() ? rest.substr(id.size() + 1) : std::string();
    PlayedParcel *parcel = book_.parcel(id);
    if (parcel == nullptr)
        return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
    if (call.method == "GET" && verb.empty())
        return shown(*parcel);
    const std::vector<std::string> keys{parcel->reference, parcel->tracking_code, parcel->id};
    if (call.method == "POST" && verb == "buy")
        return scripted(keys, Deed::Buy, parcel->reference, [&](const Step &step) { return buy(*parcel, body, step); });
    // The real one takes both.
    if ((call.method == "POST" || call.method == "GET") && verb == "refund")
        return scripted(keys, Deed::Cancel, parcel->reference, [&](const Step &step) { return cancel(*parcel, step); });
    return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
}

HttpReply CarrierShape::ship(const Json &given)
{
    PlayedParcel parcel;
    parcel.from = object_of(given, "from_address");
    parcel.to = object_of(given, "to_address");
    parcel.parcel = object_of(given, "parcel");
    parcel.options = object_of(given, "options");
    if (!has_address(parcel.from) || !has_address(parcel.to))
        return easypost_error(422, "ADDRESS.PARAMETERS.INVALID",
                              "Unable to create shipment, the address is incomplete.");
    if (!parcel.parcel.contains("weight"))
        return easypost_error(422, "PARCEL.WEIGHT.REQUIRED", "Unable to create shipment, the weight is missing.");
    parcel.id = "shp_" + random_hex(32);
    parcel.reference = text_of(given, "reference");
    const std::string currency = text_of(parcel.options, "currency");
    parcel.rates = rates_of(parcel.id, currency.empty() ? "USD" : currency);
    parcel.created_at = parcel.updated_at = core_.clock->now();
    book_.parcels.push_back(std::move(parcel));
    return shown(book_.parcels.back(), 201);
}

HttpReply CarrierShape::list_shipments(const Form &query)
{
    std::vector<Json> rows;
    for (auto parcel = book_.parcels.rbegin(); parcel != book_.parcels.rend(); ++parcel) {
        if (!parcel->tracking_code.empty() || query.get("purchased") == "false")
            rows.push_back(easypost_shipment(*parcel, book_.tracker(parcel->tracking_code)));
    }
    return easypost_page(query, "shipments", rows);
}

HttpReply CarrierShape::buy(PlayedParcel &parcel, const Json &body, const Step &step)
{
    if (!parcel.tracking_code.empty())
        return easypost_error(422, "SHIPMENT.POSTAGE.EXISTS", "Postage already exists for this shipment.");
    const std::string rate_id = text_of(object_of(body, "rate"), "id");
    for (const Json &rate : parcel.rates) {
        if (text_of(rate, "id") == rate_id)
            parcel.selected_rate = rate;
    }
    if (parcel.selected_rate.is_null())
        return easypost_error(422, "SHIPMENT.RATE.INVALID", "The rate is not one of this shipment.");
    parcel.insured = hundredths_of(body, "insurance").value_or(0);
    if (parcel.insured > 0)
        parcel.insurance_id = "ins_" + random_hex(32);
    parcel.tracking_code = "9400100" + random_digits(15);
    parcel.label_url = "https://easypost-files.example/postage_label/" + random_hex(34) + ".png";
    parcel.updated_at = core_.clock->now();
    PlayedTracker tracker;
    tracker.id = "trk_" + random_hex(32);
    tracker.tracking_code = parcel.tracking_code;
    tracker.carrier = "USPS";
    tracker.shipment_id = parcel.id;
    tracker.created_at = tracker.updated_at = parcel.updated_at;
    book_.trackers.push_back(std::move(tracker));
    tell(step, parcel.tracking_code, true, "tracker.created", easypost_tracker(book_.trackers.back()));
    start_track(book_.trackers.back(), parcel);
    return shown(parcel);
}

HttpReply CarrierShape::cancel(PlayedParcel &parcel, const Step &step)
{
    const PlayedTracker *tracker = book_.tracker(parcel.tracking_code);
    if (tracker == nullptr)
        return easypost_error(422, "SHIPMENT.REFUND.UNAVAILABLE", "There is no label to refund.");
    if (!parcel.refund_status.empty() && parcel.refund_status != "rejected")
        return easypost_error(422, "SHIPMENT.REFUND.UNAVAILABLE", "A refund was already requested for this shipment.");
    const bool has_left = tracker->status != "unknown" && tracker->status != "pre_transit";
    const Duration after = step.after.value_or(core_.after);
    std::string end = "refunded";
    if (has_left || step.has(Outcome::LabelRejected))
        end = "rejected";
    if (step.has(Outcome::LabelNotApplicable))
        end = "not_applicable";
    const bool at_once = after <= Duration{0} || step.has_any({Outcome::LabelRefunded, Outcome::LabelNotApplicable});
    if (step.has(Outcome::LabelSubmitted) || !at_once)
        parcel.refund_status = "submitted";
    else
        end_cancellation(parcel, end, step);
    if (!step.has(Outcome::LabelSubmitted) && !at_once) {
        core_.timeline.after(after, [this, &parcel, end, step] {
            const std::lock_guard lock(core_.mutex);
            end_cancellation(parcel, end, step);
        });
    }
    parcel.updated_at = core_.clock->now();
    return shown(parcel);
}

void CarrierShape::end_cancellation(PlayedParcel &parcel, const std::string &status, const Step &step)
{
    parcel.refund_status = status;
    parcel.updated_at = core_.clock->now();
    // Only a refund that was granted has an event; of the others one learns by asking.
    if (status == "refunded") {
        tell(step, parcel.id, false, "refund.successful",
             {{"id", "rfnd_" + random_hex(32)},
              {"object", "Refund"},
              {"created_at", easypost_time(parcel.updated_at)},
              {"updated_at", easypost_time(parcel.updated_at)},
              {"tracking_code", parcel.tracking_code},
              {"confirmation_number", Json()},
              {"status", "refunded"},
              {"carrier", "USPS"},
              {"shipment_id", parcel.id}});
    }
}

HttpReply CarrierShape::shown(const PlayedParcel &parcel, int status)
{
    HttpReply reply = easypost_reply(status, easypost_shipment(parcel, book_.tracker(parcel.tracking_code)));
    reply.number = parcel.reference;
    return reply;
}

}  // namespace aftercharge::sim
