// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/domain/claim.h"
#include "ui/common/desk_context.h"

class QStackedWidget;

namespace aftercharge {

class ApproveSheet;
class Banner;
class Button;
class Card;
class ClaimApproveSheet;
class ClaimTableModel;
class ClaimView;
class PagedTable;
class RefundTableModel;
class RefundView;
class SendBackSheet;
class StateChip;

// What waits for another person's word, refunds and the promises of claims: the requester's
// screen as he saw it, and the two answers. What one may not approve says why instead.
class ApprovalsPage : public QWidget {
    Q_OBJECT
public:
    explicit ApprovalsPage(DeskContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void toast(const QString &text);
    void ticketRequested(const aftercharge::TicketNo &ticket_no);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_lists();
    QWidget *make_refunds();
    QWidget *make_claims();
    QWidget *make_detail();
    void connect_tables();
    void connect_sheets();
    void connect_refund_sheets();
    void connect_claim_sheets();
    void connect_keys();
    void approve();
    void send_back();
    void rows_came();
    void void_open_questions();
    void show_next_refund();
    void show_next_claim();
    void show_refund(const Refund &refund);
    void show_claim(const Claim &claim);
    void dress_head(const QString &number, const QString &kind, const TicketNo &ticket_no);
    void dress_rights(const QString &hindrance, const OperatorName &requested_by);

    DeskContext &context_;
    RefundTableModel *model_;
    PagedTable *table_;
    Card *list_;
    ClaimTableModel *claims_;
    PagedTable *claim_table_;
    Card *claim_list_;
    Card *card_;
    StateChip *kind_;
    Button *ticket_;
    Button *send_back_;
    Button *approve_;
    Banner *rights_;
    QStackedWidget *views_;
    RefundView *view_;
    ClaimView *claim_view_;
    ApproveSheet *approve_sheet_;
    ClaimApproveSheet *claim_sheet_;
    SendBackSheet *send_back_sheet_;
    int shown_row_ = 0;
    int shown_claim_ = 0;
    bool of_claim_ = false;  // the shown one is a claim's promise
};

}  // namespace aftercharge
