// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/goods_view.h"
#include "ui/approvals/decision_sheet.h"

namespace aftercharge {

// "Up to X to the customer", with what it rests on; X is in the button.
class ClaimApproveSheet : public DecisionSheet {
    Q_OBJECT
public:
    ClaimApproveSheet(DeskContext &context, QWidget *page);
    void ask(const ClaimDossier &dossier, const VoteCase &votes);
    const Claim &claim() const { return claim_; }

Q_SIGNALS:
    void approved(const aftercharge::Claim &claim, const aftercharge::VoteCase &before);

protected:
    void read_differences() override;

private:
    void approve();

    Claim claim_;
};

}  // namespace aftercharge
