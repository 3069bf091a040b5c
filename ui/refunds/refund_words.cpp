// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/refund_words.h"

#include "models/item/refund_table_model.h"
#include "ui/common/enum_words.h"
#include "ui/common/refund_sentence.h"
#include "ui/decisions/changes_text.h"
#include "ui/decisions/picture_words.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

// What anybody can look it up by, once the money has gone.
QString proof(const Refund &refund)
{
    if (!refund.external_refund_id.empty())
        return text_of(refund.external_refund_id);
    if (refund.kind == RefundKind::ByHand)
        return text_of(refund.note);
    return refund.posted_at ? text_of(refund.transfer_id.to_text()) : QString();
}

// Why it was sent back. What the system writes when it voids one is told as what changed.
QString sent_back_note(const Refund &refund, const Format &format)
{
    static const std::string voided = "void, changed since: ";
    if (refund.note.compare(0, voided.size(), voided) != 0)
        return text_of(refund.note);
    const auto changes = changes_from_text(refund.note.substr(voided.size()));
    return changes.empty() ? text_of(refund.note)
                           : RefundWords::voided(PictureWords(format, refund.amount.currency()).sentence(changes));
}

QString cell(const Refund &refund, int column, const Format &format)
{
    switch (column) {
    case RefundTableModel::Number:
        return text_of(refund.refund_no.text());
    case RefundTableModel::Created:
        return RefundWords::day_and_minute(refund.created_at, format);
    case RefundTableModel::Kind:
        return EnumWords::refund_kind(refund.kind);
    case RefundTableModel::Order:
        return text_of(refund.order_no.text());
    case RefundTableModel::State:
        return RefundWords::state(refund);
    case RefundTableModel::Requester:
        return text_of(refund.requested_by.text());
    case RefundTableModel::Amount:
        return format.money(refund.amount);
    case RefundTableModel::Destination:
        return RefundWords::destination(refund);
    case RefundTableModel::GatewayWords:
        return text_of(refund.gateway_words);
    case RefundTableModel::Proof:
        return proof(refund);
    default:
        return {};
    }
}

}  // namespace

TableWords<Refund> RefundWords::table(const Format &format)
{
    return {{tr("Number"), tr("Asked"), tr("Kind"), tr("Order"), tr("State"), tr("By"), tr("Amount"), tr("To"),
             tr("Gateway's words"), tr("Proof")},
            [format](const Refund &refund, int column) { return cell(refund, column, format); }};
}

QString RefundWords::day_and_minute(UtcTime at, const Format &format)
{
    return format.date(at) + u' ' + format.time_short(at);
}

QString RefundWords::state(const Refund &refund)
{
    if (refund.approval != ApprovalState::Approved)
        return EnumWords::approval_state(refund.approval);
    if (refund.before_shipment)
        return GoodsWords::refund_state(refund);
    return refund.status == RefundStatus::Init ? EnumWords::approval_state(refund.approval)
                                               : EnumWords::refund_status(refund.status);
}

QString RefundWords::destination(const Refund &refund)
{
    switch (refund.kind) {
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        return tr("Balance");
    case RefundKind::GoodsRefund:
    case RefundKind::PlatformCovers:
        return tr("Gateway");
    case RefundKind::Coupon:
        return tr("Coupon");
    case RefundKind::ByHand:
        return tr("By hand");
    }
    return {};
}

QString RefundWords::to(const Refund &refund)
{
    switch (refund.kind) {
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        return tr("to the balance");
    case RefundKind::GoodsRefund:
    case RefundKind::PlatformCovers:
        return tr("through the gateway");
    case RefundKind::Coupon:
        return tr("instead of money");
    case RefundKind::ByHand:
        return tr("by hand");
    }
    return {};
}

QString RefundWords::way(const Refund &refund)
{
    switch (refund.kind) {
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        return tr("to the platform balance");
    case RefundKind::GoodsRefund:
    case RefundKind::PlatformCovers:
        return tr("back through the payment gateway");
    case RefundKind::Coupon:
        return tr("as a coupon");
    case RefundKind::ByHand:
        return tr("by hand, outside of the gateway");
    }
    return {};
}

QList<Fact> RefundWords::facts(const Refund &refund, const Format &format)
{
    const auto by = [&](const OperatorName &who, const std::optional<UtcTime> &at) {
        if (who.is_empty())
            return QString();
        return at ? tr("%1, %2").arg(text_of(who.text()), day_and_minute(*at, format)) : text_of(who.text());
    };
    const bool sent_back = refund.approval == ApprovalState::SentBack;
    const bool by_hand = refund.kind == RefundKind::ByHand && !sent_back;
    const QString own = refund.approved_by == refund.requested_by && !refund.approved_by.is_empty()
                            ? tr(" (within own limit)")
                            : QString();
    QList<Fact> facts{
        {tr("Order"), text_of(refund.order_no.text()), LabelRole::Mono},
        {tr("Member"), text_of(refund.member_id.text())},
        {tr("Ticket"), text_of(refund.ticket_no.text()), LabelRole::Mono},
        {tr("Claim"), text_of(refund.claim_no.text()), LabelRole::Mono},
        {tr("Stands in for"), text_of(refund.retry_of.text()), LabelRole::Mono},
        {tr("Reason"), EnumWords::reason_code(refund.reason_code)},
        {sent_back ? tr("Sent back because")
         : by_hand ? tr("Proof")
                   : tr("Note"),
         sent_back ? sent_back_note(refund, format) : text_of(refund.note)},
        {tr("Asked by"), refund.requested_by.is_empty() && refund.initiator == Source::System
                             ? tr("the system, by an approved claim")
                             : by(refund.requested_by, refund.created_at)},
        {tr("Approved by"), by(refund.approved_by, refund.decided_at) + own},
        {tr("Sent back"), sent_back && refund.decided_at ? day_and_minute(*refund.decided_at, format) : QString()},
        {tr("Paid back"),
         refund.posted_at ? tr("%1, %2").arg(day_and_minute(*refund.posted_at, format), way(refund)) : QString()},
    };
    if (is_of_goods(refund.kind)) {
        facts.append({tr("Payment number"), text_of(refund.payment_order_id), LabelRole::Mono});
        facts.append({tr("Proof (gateway's number)"), text_of(refund.external_refund_id), LabelRole::Mono});
        facts.append({tr("What happens now"), RefundSentence::of(refund)});
        facts.append({tr("Gateway's words"), text_of(refund.gateway_words)});
    }
    facts.append({refund.posted_at && !is_of_goods(refund.kind) ? tr("Proof (transfer)") : tr("Transfer"),
                  text_of(refund.transfer_id.to_text()), LabelRole::Mono});
    return facts;
}

QString RefundWords::voided(const QString &changes)
{
    return tr("what it was asked on had changed: %1").arg(changes);
}

}  // namespace aftercharge
