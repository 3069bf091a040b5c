// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/workflow/gateway_steps.h"
#include "models/workflow/hear_gateway.h"

namespace aftercharge {
namespace {

// The bytes are kept whatever they say. False: they were there already.
Result<bool> keep(UnitOfWork &unit, Work &work, const GatewayName &gateway, const std::string &event_id,
                  const std::string &raw)
{
    if (event_id.empty())
        return fail(ErrorCode::WebhookInvalid, "an event without an id");
    return unit.gateways().add_event(
        {.gateway = gateway, .event_id = event_id, .received_at = work.clock.now(), .raw = raw});
}

Result<std::optional<Refund>> refund_of(UnitOfWork &unit, const payment::RefundNews &news)
{
    if (!news.refund_no.is_empty()) {
        auto refund = unit.refunds().find(news.refund_no);
        if (refund)
            return std::optional<Refund>{std::move(*refund)};
        if (refund.error().code != ErrorCode::RefundNotFound)
            return pass_on(refund);
    }
    if (news.external_refund_id.empty())
        return std::optional<Refund>{};
    return unit.refunds().by_external_id(news.external_refund_id);
}

Result<void> note_unknown(UnitOfWork &unit, Work &work, const GatewayName &gateway, const std::string &entity,
                          const std::string &name, const std::string &what)
{
    return note_discrepancy(unit, work, DiscrepancyKind::NotInOurBooks, entity, name, {}, {},
                            gateway + " tells of " + name + ", which is none of ours: " + what);
}

Result<void> hear_news(UnitOfWork &unit, Work &work, const GatewayName &gateway, const payment::RefundNews &news)
{
    auto refund = refund_of(unit, news);
    if (!refund)
        return pass_on(refund);
    std::string name = news.refund_no.is_empty() ? news.external_refund_id : news.refund_no.text();
    if (name.empty())
        name = news.event_id;
    if (!*refund)
        return note_unknown(unit, work, gateway, "payment_refund", name, std::string(to_text(news.answer.standing)));
    const auto payment = unit.goods().payment((*refund)->order_no);
    if (!payment)
        return pass_on(payment);
    // One gateway's word about another's refund is worth nothing.
    if (!*payment || to_text((*payment)->provider) != gateway)
        return note_unknown(unit, work, gateway, "payment_refund", name, "it was not sent there");
    payment::RefundAnswer answer = news.answer;
    if (answer.external_refund_id.empty())
        answer.external_refund_id = news.external_refund_id;
    return hear_refund(unit, work, **refund, answer, false);
}

Result<std::optional<Claim>> claim_of(UnitOfWork &unit, const carrier::CarrierNews &news)
{
    auto claim = unit.claims().by_external_id(news.claim_external_id);
    if (!claim || *claim || news.tracking_no.empty())
        return claim;
    // It tells of the claim before its answer did: then the parcel names it.
    const auto shipment = unit.shipments().by_tracking_no(news.tracking_no);
    if (!shipment)
        return pass_on(shipment);
    if (!*shipment)
        return std::optional<Claim>{};
    auto claims = unit.claims().of_shipment((*shipment)->shipment_no);
    if (!claims)
        return pass_on(claims);
    const auto opened = std::find_if(claims->begin(), claims->end(), [](const Claim &one) {
        return one.state == ClaimState::Opened && one.approval == ApprovalState::Approved;
    });
    return opened == claims->end() ? std::optional<Claim>{} : std::optional<Claim>{std::move(*opened)};
}

Result<std::optional<Shipment>> shipment_of(UnitOfWork &unit, const carrier::CarrierNews &news)
{
    if (!news.ext_external_id.empty()) {
        auto shipment = unit.shipments().by_external_id(news.ext_external_id);
        if (!shipment || *shipment)
            return shipment;
    }
    if (news.tracking_no.empty())
        return std::optional<Shipment>{};
    return unit.shipments().by_tracking_no(news.tracking_no);
}

Result<void> hear_parcel(UnitOfWork &unit, Work &work, const carrier::CarrierNews &news)
{
    auto shipment = shipment_of(unit, news);
    if (!shipment)
        return pass_on(shipment);
    // The account may send parcels for others, and a label's first news may overtake the answer that
    // names it to us; what is ours is asked for by and by.
    if (!*shipment)
        return {};
    if (news.label) {
        if (auto told = hear_label_refund(unit, work, **shipment, *news.label); !told)
            return told;
    }
    return news.track ? hear_track(unit, work, **shipment, *news.track) : Result<void>{};
}

Result<void> hear_news(UnitOfWork &unit, Work &work, const GatewayName &gateway, const carrier::CarrierNews &news)
{
    if (news.track || news.label) {
        if (auto told = hear_parcel(unit, work, news); !told)
            return told;
    }
    if (!news.claim)
        return {};
    auto claim = claim_of(unit, news);
    if (!claim)
        return pass_on(claim);
    if (!*claim)
        return note_unknown(unit, work, gateway, "carrier_claim",
                            news.claim_external_id.empty() ? news.event_id : news.claim_external_id, news.claim->words);
    carrier::ClaimAnswer answer = *news.claim;
    if (answer.external_id.empty())
        answer.external_id = news.claim_external_id;
    return hear_claim(unit, work, **claim, answer);
}

template<typename News>
Result<bool> hear_webhook(Work &work, const GatewayName &gateway, const News &news, const std::string &raw)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto is_new = keep(**unit, work, gateway, news.event_id, raw);
    if (!is_new || !*is_new)
        return is_new;
    if (auto heard = hear_news(**unit, work, gateway, news); !heard)
        return pass_on(heard);
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return true;
}

}  // namespace

Result<bool> hear_payment_webhook(Work &work, const GatewayName &gateway, const payment::RefundNews &news,
                                  const std::string &raw)
{
    return hear_webhook(work, gateway, news, raw);
}

Result<bool> hear_carrier_webhook(Work &work, const GatewayName &gateway, const carrier::CarrierNews &news,
                                  const std::string &raw)
{
    return hear_webhook(work, gateway, news, raw);
}

}  // namespace aftercharge
