// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/item/refund_plan.h"
#include "models/workflow/read_ticket.h"
#include "ui/common/format.h"
#include "ui/tickets/ticket_sheet.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;

namespace aftercharge {

class CellTableModel;
class DataTable;

// Refund, or adjust the balance: shows item by item what was paid, was refunded, is refunded
// now and remains; who may decide it; what the customer will be told. The amount is a proposal
// (the finding's, the whole rest) or the person's own, allocated to the items.
class RefundSheet : public TicketSheet {
    Q_OBJECT
public:
    RefundSheet(DeskContext &context, std::shared_ptr<const TicketDossier> dossier, const Format &format,
                RefundKind kind, QWidget *page);

    // Nothing while what stands in the sheet cannot be asked for.
    const std::optional<RefundPlan> &plan() const { return plan_; }
    // What the approver will see: the sheet's lines as text.
    QString basis_text() const;
    void choose(RefundBasis basis);
    void focus_choice();
    QLineEdit *amount_edit() const { return amount_; }
    CellTableModel *lines() const { return lines_; }

Q_SIGNALS:
    void decided(const aftercharge::Refund &refund);
    // The order is no longer as it is shown: it has to be read again.
    void outdated(const aftercharge::Error &error);

private:
    void build();
    void build_proposals();
    void build_table();
    void build_fields();
    void add_proposal(RefundBasis basis, const QString &text);
    const RefundPlan *proposal(RefundBasis basis) const;
    void amount_edited();
    void take(const Result<RefundPlan> &plan);
    void show_lines(const RefundPlan &plan, bool valid);
    void show_verdict();
    void show_refusal(const QString &sentence);
    bool within_limit(const Money &amount) const;
    QString action_text(const Money &amount, bool direct) const;
    QString told(const Money &amount) const;
    QString place_text() const;
    bool is_settled() const;
    void send();

    std::shared_ptr<const TicketDossier> dossier_;
    Format format_;
    RefundKind kind_;
    RefundPlan empty_;
    Health health_;
    std::vector<RefundPlan> proposals_;
    std::optional<RefundPlan> plan_;
    QButtonGroup *group_;
    DataTable *table_;
    CellTableModel *lines_;
    QLineEdit *amount_;
    QComboBox *reason_;
    QLineEdit *note_;
    QLabel *told_;
    bool setting_ = false;  // the amount is written by a proposal, not by the person
};

}  // namespace aftercharge
