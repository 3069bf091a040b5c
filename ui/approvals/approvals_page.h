// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/domain/refund.h"
#include "ui/common/desk_context.h"

namespace aftercharge {

class ApproveSheet;
class Banner;
class Button;
class Card;
class PagedTable;
class RefundTableModel;
class RefundView;
class SendBackSheet;
class StateChip;

// What waits for another person's word: the requester's screen as he saw it, and the two
// answers. What one may not approve says why instead.
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
    QWidget *make_list();
    QWidget *make_detail();
    void connect_sheets();
    void rows_came();
    void show_refund(const Refund &refund);
    void dress_rights(const Refund &refund);

    DeskContext &context_;
    RefundTableModel *model_;
    PagedTable *table_;
    Card *list_;
    Card *card_;
    StateChip *kind_;
    Button *ticket_;
    Button *send_back_;
    Button *approve_;
    Banner *rights_;
    RefundView *view_;
    ApproveSheet *approve_sheet_;
    SendBackSheet *send_back_sheet_;
    int shown_row_ = 0;
};

}  // namespace aftercharge
