// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/refund.h"
#include "ui/approvals/decision_sheet.h"

namespace aftercharge {

// Another person's refund, adjustment or coupon.
class ApproveSheet : public DecisionSheet {
    Q_OBJECT
public:
    ApproveSheet(DeskContext &context, QWidget *page);
    void ask(const Refund &refund, const VoteCase &votes);
    const Refund &refund() const { return refund_; }

Q_SIGNALS:
    // As it stands now: it waits on where it needs more approvals.
    void approved(const aftercharge::Refund &refund, const aftercharge::VoteCase &before);

protected:
    void read_differences() override;

private:
    QString sentence(const Refund &refund, const QString &amount) const;
    void approve();

    Refund refund_;
};

}  // namespace aftercharge
