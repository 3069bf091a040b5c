// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/goods_actions.h"

#include <algorithm>

#include "models/item/ticket_queue_model.h"
#include "ui/tickets/claim_sheet.h"
#include "ui/tickets/goods_rows.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_header.h"

namespace aftercharge {

namespace {

bool may_be_refunded(GoodsOrderState state)
{
    return state == GoodsOrderState::Paid || state == GoodsOrderState::Fulfilled || state == GoodsOrderState::Completed;
}

bool any_unit_left(const GoodsDossier &goods)
{
    return std::any_of(goods.items.begin(), goods.items.end(), [&](const OrderItem &item) {
        const UnitsLeft left = units_left(goods, item.order_item_id);
        return left.unused + left.partly > 0;
    });
}

std::optional<GoodsAction> first_of(const GoodsActions &actions, TicketKind kind)
{
    // What has stopped and waits for a person comes before what begins something new.
    for (const GoodsAction action :
         {GoodsAction::FailedRefund, GoodsAction::DecideClaim, GoodsAction::SubmitEvidence}) {
        if (actions.has(action))
            return action;
    }
    if (kind == TicketKind::Claim && actions.open_claim)
        return GoodsAction::OpenClaim;
    for (const GoodsAction action : {GoodsAction::BeforeShipment, GoodsAction::Exception, GoodsAction::OpenClaim}) {
        if (actions.has(action))
            return action;
    }
    return std::nullopt;
}

}  // namespace

bool GoodsActions::has(GoodsAction action) const
{
    switch (action) {
    case GoodsAction::BeforeShipment:
        return before_shipment;
    case GoodsAction::Exception:
        return exception;
    case GoodsAction::OpenClaim:
        return open_claim;
    case GoodsAction::SubmitEvidence:
    case GoodsAction::EvidenceSent:
        return !evidence_for.is_empty();
    case GoodsAction::DecideClaim:
        return !to_decide.is_empty();
    case GoodsAction::FailedRefund:
        return !failed.is_empty();
    }
    return false;
}

bool waits_for_a_person(const Refund &refund, const std::vector<Refund> &all)
{
    if (refund.approval != ApprovalState::Approved ||
        (refund.status != RefundStatus::Fail && refund.status != RefundStatus::Closed))
        return false;
    return std::none_of(all.begin(), all.end(), [&](const Refund &other) {
        return other.retry_of == refund.refund_no && other.approval != ApprovalState::SentBack;
    });
}

bool asks_for_decision(const Claim &claim)
{
    const bool approved = claim.state == ClaimState::Approved || claim.state == ClaimState::ApprovedPartial;
    return claim.state == ClaimState::Denied || (approved && claim.up_to.is_zero());
}

GoodsActions goods_actions(const TicketDossier &dossier, const OperatorName &me)
{
    GoodsActions actions;
    if (!dossier.goods || is_over(dossier.ticket))
        return actions;
    const GoodsDossier &goods = *dossier.goods;
    const bool money = ticket_actions(dossier.ticket, me).money;
    const bool free = money && goods.order.locked_by.is_empty() && may_be_refunded(goods.order.state);
    actions.before_shipment = free && !goods.has_left && goods.refundable.is_positive();
    actions.exception = free && goods.has_left && any_unit_left(goods);
    actions.open_claim = money && !claimable_parcels(goods).empty();
    for (const Claim &claim : claims_of(goods)) {
        if (claim.state == ClaimState::EvidenceRequested)
            actions.evidence_for = claim.claim_no;
        if (asks_for_decision(claim))
            actions.to_decide = claim.claim_no;
    }
    for (const Refund &refund : goods.refunds) {
        if (waits_for_a_person(refund, goods.refunds))
            actions.failed = refund.refund_no;
    }
    actions.first = first_of(actions, dossier.ticket.kind);
    return actions;
}

QString GoodsActionWords::text(GoodsAction action)
{
    switch (action) {
    case GoodsAction::BeforeShipment:
        return tr("Refund before shipment…");
    case GoodsAction::Exception:
        return tr("Parcel went wrong…");
    case GoodsAction::OpenClaim:
        return tr("Open claim…");
    case GoodsAction::SubmitEvidence:
        return tr("Submit evidence…");
    case GoodsAction::EvidenceSent:
        return tr("Mark evidence as sent…");
    case GoodsAction::DecideClaim:
        return tr("Decide claim…");
    case GoodsAction::FailedRefund:
        return tr("Failed refund…");
    }
    return {};
}

QString GoodsActionWords::key(GoodsAction action)
{
    switch (action) {
    case GoodsAction::BeforeShipment:
    case GoodsAction::Exception:
        return QStringLiteral("A");
    case GoodsAction::OpenClaim:
        return QStringLiteral("L");
    case GoodsAction::SubmitEvidence:
        return QStringLiteral("E");
    case GoodsAction::EvidenceSent:
        return QStringLiteral("M");
    case GoodsAction::DecideClaim:
        return QStringLiteral("D");
    case GoodsAction::FailedRefund:
        return QStringLiteral("F");
    }
    return {};
}

}  // namespace aftercharge
