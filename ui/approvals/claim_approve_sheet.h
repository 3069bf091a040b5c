// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/goods_view.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"

class QLabel;

namespace aftercharge {

class Banner;

// The last question before "up to X to the customer" is approved, with what it rests on; X is in
// the button. It approves what it showed: once the claim differs, nothing can be approved from here.
class ClaimApproveSheet : public Sheet {
    Q_OBJECT
public:
    ClaimApproveSheet(DeskContext &context, QWidget *page);
    void ask(const ClaimDossier &dossier);
    const Claim &claim() const { return claim_; }
    void say_changed();

Q_SIGNALS:
    void approved(const aftercharge::Claim &claim);
    // Somebody else was faster, or the claim is another by now.
    void refused();

private:
    void approve();

    DeskContext &context_;
    Claim claim_;
    QLabel *sentence_;
    QLabel *basis_;
    Banner *trouble_;
};

}  // namespace aftercharge
