// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/approvals/approval_entry.h"
#include "ui/common/desk_context.h"
#include "ui/decisions/vote_words.h"

namespace aftercharge {

class ApprovalDetail;
class ApprovalList;
class ApproveSheet;
class BatchApproveSheet;
class ClaimApproveSheet;
class SendBackSheet;
class Sheet;

// What waits for another person's word: refunds, the promises of claims, batches. Beside it the
// requester's screen as he saw it, and the two answers.
class ApprovalsPage : public QWidget {
    Q_OBJECT
public:
    explicit ApprovalsPage(DeskContext &context, QWidget *parent = nullptr);

    // Shows this batch, decided or not.
    void show_batch(const BatchNo &batch_no);

Q_SIGNALS:
    void toast(const QString &text);
    void ticketRequested(const aftercharge::TicketNo &ticket_no);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void connect_sheets();
    void connect_keys();
    bool is_asking() const;
    void approve();
    void send_back();
    void show_chosen();
    void void_open_questions();
    void say_recorded(const ApprovalSubject &subject, const VoteCase &before);
    void refund_approved(const Refund &refund, const VoteCase &before);
    void claim_approved(const Claim &claim, const VoteCase &before);
    void batch_approved(const RefundBatch &batch, const VoteCase &before);

    DeskContext &context_;
    ApprovalList *list_;
    ApprovalDetail *detail_;
    ApproveSheet *refund_sheet_;
    ClaimApproveSheet *claim_sheet_;
    BatchApproveSheet *batch_sheet_;
    SendBackSheet *send_back_sheet_;
};

}  // namespace aftercharge
