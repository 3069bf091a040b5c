// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approve_sheet.h"

#include <algorithm>

#include "ui/common/difference_view.h"
#include "ui/refunds/refund_change_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

}  // namespace

ApproveSheet::ApproveSheet(DeskContext &context, QWidget *page) : DecisionSheet(context, page)
{
    connect(this, &Sheet::accepted, this, &ApproveSheet::approve);
}

void ApproveSheet::ask(const Refund &refund, const VoteCase &votes)
{
    refund_ = refund;
    const QString amount = context_.format.money(refund.amount);
    begin(refund.kind == RefundKind::Adjustment ? tr("Approve adjustment")
          : refund.kind == RefundKind::Coupon   ? tr("Approve coupon")
                                                : tr("Approve refund"),
          text_of(refund.refund_no.text()), sentence(refund, amount), votes, VoteWords::approve(refund.kind, amount));
}

QString ApproveSheet::sentence(const Refund &refund, const QString &amount) const
{
    const QString order = text_of(refund.order_no.text());
    // A claim's own refund is asked for by the system.
    const QString by = refund.requested_by.is_empty() ? tr("the system") : text_of(refund.requested_by.text());
    switch (refund.kind) {
    case RefundKind::Refund:
    case RefundKind::Adjustment:
        return tr("%1 goes back to the platform balance of member %2, for order %3, as %4 asked.")
            .arg(amount, text_of(refund.member_id.text()), order, by);
    case RefundKind::GoodsRefund:
        if (refund.before_shipment)
            return tr("Every label of order %2 is cancelled; then %1 goes back through the payment gateway, as %3 "
                      "asked.")
                .arg(amount, order, by);
        return tr("%1 goes back through the payment gateway, for order %2, as %3 asked.").arg(amount, order, by);
    case RefundKind::PlatformCovers:
        return tr("The network covers %1 at its own cost, through the payment gateway, for order %2, as %3 asked.")
            .arg(amount, order, by);
    case RefundKind::Coupon:
        return tr("A coupon of %1 is issued for order %2, as %3 asked; no money goes back.").arg(amount, order, by);
    case RefundKind::ByHand:
        return tr("%1 for order %2 is booked as paid by hand, as %3 says.").arg(amount, order, by);
    }
    return {};
}

// What was asked about against what stands in the store now.
void ApproveSheet::read_differences()
{
    RefundQuery query;
    query.text = refund_.refund_no.text();
    context_.desk.refunds(query).then(this, [this, asked = refund_](const Result<Page<Refund>> &page) {
        if (!page || !is_open() || refund_ != asked)
            return;
        const auto now = std::find_if(page->rows.begin(), page->rows.end(),
                                      [&](const Refund &row) { return row.refund_no == asked.refund_no; });
        if (now != page->rows.end())
            show_differences(RefundChangeWords::rows(refund_difference(asked, *now), context_.format));
    });
}

void ApproveSheet::approve()
{
    set_busy(true);
    context_.desk.approve_refund(refund_.refund_no, refund_.amount).then(this, [this](const Result<Refund> &result) {
        if (!result)
            return refuse(result.error());
        set_busy(false);
        close_sheet();
        Q_EMIT approved(*result, votes_);
    });
}

}  // namespace aftercharge
