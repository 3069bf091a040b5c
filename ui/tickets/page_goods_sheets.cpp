// SPDX-License-Identifier: GPL-3.0-or-later
// TicketsPage, the part that asks about goods: refunds, parcels, claims.
#include <algorithm>

#include "ui/common/error_words.h"
#include "ui/tickets/before_shipment_sheet.h"
#include "ui/tickets/claim_evidence_sheet.h"
#include "ui/tickets/claim_sheet.h"
#include "ui/tickets/decide_claim_sheet.h"
#include "ui/tickets/exception_sheet.h"
#include "ui/tickets/failed_refund_sheet.h"
#include "ui/tickets/goods_rows.h"
#include "ui/tickets/parcel_state_sheet.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_queue.h"
#include "ui/tickets/ticket_view.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge {

namespace {

// The goods of a ticket, held by the whole dossier that they are a part of.
std::shared_ptr<const GoodsDossier> goods_of(const std::shared_ptr<const TicketDossier> &dossier)
{
    return {dossier, &*dossier->goods};
}

}  // namespace

void TicketsPage::do_goods(GoodsAction action)
{
    const auto dossier = view_->dossier();
    if (!dossier || !dossier->goods)
        return;
    const GoodsActions actions = goods_actions(*dossier, context_.person.name);
    if (!actions.has(action))
        return;
    switch (action) {
    case GoodsAction::BeforeShipment:
        return open_before_shipment_sheet();
    case GoodsAction::Exception:
        return open_exception_sheet();
    case GoodsAction::OpenClaim:
        return open_claim_sheet();
    case GoodsAction::SubmitEvidence:
        return with_claim(actions.evidence_for, [this](const ClaimDossier &claim) {
            open_goods_sheet(new ClaimEvidenceSheet(context_, claim, view_->dossier()->evidence, view_->format(), this),
                             anew_goods(GoodsAction::SubmitEvidence));
        });
    case GoodsAction::EvidenceSent:
        return with_claim(actions.evidence_for, [this](const ClaimDossier &claim) {
            open_goods_sheet(new EvidenceSentSheet(context_, claim, view_->format(), this),
                             anew_goods(GoodsAction::EvidenceSent));
        });
    case GoodsAction::DecideClaim:
        return with_claim(actions.to_decide, [this](const ClaimDossier &claim) {
            open_goods_sheet(
                new DecideClaimSheet(context_, std::make_shared<const ClaimDossier>(claim), view_->format(), this),
                anew_goods(GoodsAction::DecideClaim));
        });
    case GoodsAction::FailedRefund:
        return open_failed_refund(actions.failed);
    }
}

TicketsPage::Anew TicketsPage::anew_goods(GoodsAction action)
{
    return {[this, action] {
                const auto now = view_->dossier();
                return now && now->goods && goods_actions(*now, context_.person.name).has(action);
            },
            [this, action] { do_goods(action); }};
}

void TicketsPage::open_goods_sheet(GoodsSheet *sheet, Anew anew)
{
    connect(sheet, &GoodsSheet::finished, this, [this](const QString &done) {
        close_sheet();
        Q_EMIT toast(done);
        queue_->refresh({shown_.text()});
        reload();
    });
    connect(sheet, &GoodsSheet::outdated, this, &TicketsPage::sheet_refused);
    open_sheet(sheet, std::move(anew));
}

// A claim is read with all that belongs to it before anything is asked about it; what was shown
// meanwhile must be the same ticket.
void TicketsPage::with_claim(const ClaimNo &claim_no, std::function<void(const ClaimDossier &)> then)
{
    context_.goods.claim(claim_no).then(this, [this, then, no = shown_](const Result<ClaimDossier> &claim) {
        if (no != shown_ || !view_->dossier())
            return;
        if (!claim)
            return view_->set_notice(ErrorWords::sentence(claim.error()));
        then(*claim);
    });
}

void TicketsPage::open_claim(const ClaimNo &claim_no)
{
    const auto dossier = view_->dossier();
    if (!dossier || !dossier->goods)
        return;
    const GoodsActions actions = goods_actions(*dossier, context_.person.name);
    if (claim_no == actions.to_decide)
        do_goods(GoodsAction::DecideClaim);
    else if (claim_no == actions.evidence_for)
        do_goods(GoodsAction::SubmitEvidence);
}

void TicketsPage::open_parcel(const Shipment &shipment)
{
    if (!parcel_events(shipment.state).empty())
        open_goods_sheet(new ParcelStateSheet(context_, shipment, view_->format(), this), {});
}

void TicketsPage::open_failed_refund(const RefundNo &refund_no)
{
    const auto dossier = view_->dossier();
    if (!dossier || !dossier->goods)
        return;
    const std::vector<Refund> &refunds = dossier->goods->refunds;
    const auto found = std::find_if(refunds.begin(), refunds.end(),
                                    [&](const Refund &refund) { return refund.refund_no == refund_no; });
    if (found != refunds.end() && waits_for_a_person(*found, refunds))
        open_goods_sheet(new FailedRefundSheet(context_, goods_of(dossier), *found, view_->format(), this),
                         {[] { return true; }, [this, refund_no] { open_failed_refund(refund_no); }});
}

void TicketsPage::open_before_shipment_sheet()
{
    const auto dossier = view_->dossier();
    open_goods_sheet(
        new BeforeShipmentSheet(context_, goods_of(dossier), dossier->ticket.ticket_no, view_->format(), this),
        anew_goods(GoodsAction::BeforeShipment));
}

void TicketsPage::open_exception_sheet()
{
    const auto dossier = view_->dossier();
    open_goods_sheet(new ExceptionSheet(context_, goods_of(dossier), dossier->ticket.ticket_no,
                                        dossier->ticket.shipment_no, view_->format(), this),
                     anew_goods(GoodsAction::Exception));
}

void TicketsPage::open_claim_sheet()
{
    const auto dossier = view_->dossier();
    open_goods_sheet(new ClaimSheet(context_, goods_of(dossier), dossier->ticket.ticket_no, dossier->ticket.shipment_no,
                                    dossier->evidence, view_->format(), this),
                     anew_goods(GoodsAction::OpenClaim));
}

}  // namespace aftercharge
