// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/claims/claim_words.h"

#include <algorithm>

#include "ui/common/enum_words.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString cell(const Claim &claim, int column, const Format &format)
{
    switch (column) {
    case ClaimTableModel::Number:
        return text_of(claim.claim_no.text());
    case ClaimTableModel::Parcel:
        return text_of(claim.shipment_no.text());
    case ClaimTableModel::Order:
        return text_of(claim.order_no.text());
    case ClaimTableModel::Type:
        return EnumWords::claim_type(claim.type);
    case ClaimTableModel::State:
        return GoodsWords::claim_state(claim);
    case ClaimTableModel::Waits:
        return ClaimWords::waits_for(claim);
    case ClaimTableModel::Asked:
        return format.money(claim.amount);
    case ClaimTableModel::UpTo:
        return claim.up_to.is_zero() ? QString() : format.money(claim.up_to);
    case ClaimTableModel::Approved:
        return claim.approved ? format.money(*claim.approved) : QString();
    case ClaimTableModel::Opened:
        return ClaimWords::day_and_minute(claim.opened_at, format);
    default:
        return {};
    }
}

}  // namespace

TableWords<Claim> ClaimWords::table(const Format &format)
{
    return {{tr("Claim"), tr("Parcel"), tr("Order"), tr("Kind"), tr("State"), tr("Waits for"), tr("Asked"), tr("Up to"),
             tr("Approved"), tr("Opened")},
            [format](const Claim &claim, int column) { return cell(claim, column, format); }};
}

QString ClaimWords::day_and_minute(UtcTime at, const Format &format)
{
    return format.date(at) + u' ' + format.time_short(at);
}

QString ClaimWords::waits_for(const Claim &claim)
{
    switch (claim_wait(claim)) {
    case ClaimWait::Nobody:
        return {};
    case ClaimWait::Approval:
        return tr("Approval");
    case ClaimWait::Carrier:
        return EnumWords::carrier(CarrierProvider::Easypost);
    case ClaimWait::Evidence:
        return tr("Us: evidence");
    case ClaimWait::Decision:
        return tr("Us: decision");
    case ClaimWait::Payment:
        return tr("Refund");
    }
    return {};
}

QString ClaimWords::carrier(const Claim &claim)
{
    if (!claim.carrier_words.empty())
        return tr("The carrier: “%1”").arg(text_of(claim.carrier_words));
    if (claim.approval == ApprovalState::Waiting)
        return tr("Nothing was sent yet: the promise to the customer waits for approval.");
    if (claim.approval == ApprovalState::SentBack)
        return tr("It was sent back and never went to the carrier.");
    if (claim.external_id.empty())
        return tr("On its way to the carrier.");
    return tr("The carrier has said nothing more yet.");
}

QList<Fact> ClaimWords::facts(const ClaimDossier &dossier, const PeopleNames &people, const Format &format)
{
    const Claim &claim = dossier.claim;
    const auto parcel = std::find_if(
        dossier.goods.parcels.begin(), dossier.goods.parcels.end(),
        [&](const ParcelView &one) { return one.shipment.shipment_no == claim.shipment_no; });
    const bool known = parcel != dossier.goods.parcels.end();
    const bool own = claim.approved_by == claim.requested_by && !claim.approved_by.is_empty();
    return {
        {tr("Kind"), EnumWords::claim_type(claim.type)},
        {tr("What happened"), text_of(claim.description)},
        {tr("Parcel"), known ? GoodsWords::parcel(parcel->shipment) : text_of(claim.shipment_no.text())},
        {tr("Tracking number"), known ? text_of(parcel->shipment.tracking_no) : QString(), LabelRole::Mono},
        {tr("Insured for"),
         known && !parcel->shipment.insured.is_zero() ? format.money(parcel->shipment.insured) : QString()},
        {tr("Order"), text_of(claim.order_no.text()), LabelRole::Mono},
        {tr("Ticket"), text_of(claim.ticket_no.text()), LabelRole::Mono},
        {tr("Carrier's number"), text_of(claim.external_id), LabelRole::Mono},
        {tr("Asked by"), claim.requested_by.is_empty() ? QString()
                                                       : tr("%1, %2").arg(people.of(claim.requested_by),
                                                                          day_and_minute(claim.opened_at, format))},
        {tr("Approved by"), claim.approved_by.is_empty() ? QString()
                                                         : QString(people.of(claim.approved_by) +
                                                                   (own ? tr(" (within own limit)") : QString()))},
        {tr("Decision"), claim.decision == ClaimDecision::None ? QString() : EnumWords::claim_decision(claim.decision)},
        {tr("Closed"), claim.closed_at ? day_and_minute(*claim.closed_at, format) : QString()},
    };
}

bool has_unsent_files(const ClaimDossier &dossier)
{
    return dossier.claim.state == ClaimState::EvidenceRequested &&
           std::any_of(dossier.evidence.begin(), dossier.evidence.end(),
                       [](const ClaimEvidence &row) { return !row.sent_at; });
}

}  // namespace aftercharge
