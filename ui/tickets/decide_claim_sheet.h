// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/workflow/claims.h"
#include "ui/tickets/goods_sheet.h"

class QButtonGroup;
class QLineEdit;
class QPlainTextEdit;

namespace aftercharge {

// The decision that a denied claim, or an approved one with nothing promised, asks for: the
// platform covers it, a coupon, a refund of what the carrier paid, or nothing.
class DecideClaimSheet : public GoodsSheet {
    Q_OBJECT
public:
    DecideClaimSheet(DeskContext &context, std::shared_ptr<const ClaimDossier> claim, const Format &format,
                     QWidget *page);

    void choose(ClaimDecision decision);
    ClaimDecision decision() const;
    QLineEdit *amount_edit() const { return amount_; }
    QPlainTextEdit *reason_edit() const { return reason_; }
    // Nothing while it cannot be decided so; `problem` says why.
    std::optional<ClaimDecisionDraft> draft(QString *problem = nullptr) const;

private:
    void build();
    void add_choice(ClaimDecision decision, const QString &text);
    void show_state();
    QString action_text(const ClaimDecisionDraft &draft, bool direct) const;
    QString direct_words(ClaimDecision decision) const;
    void send();

    std::shared_ptr<const ClaimDossier> claim_;
    QButtonGroup *group_;
    QLineEdit *amount_;
    QWidget *amount_field_ = nullptr;
    QPlainTextEdit *reason_;
};

}  // namespace aftercharge
