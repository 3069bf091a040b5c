// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include "models/domain/refund.h"
#include "ui/common/desk_context.h"

class QButtonGroup;
class QShortcut;
class QStackedLayout;

namespace aftercharge {

class Banner;
class Button;
class Card;
class FindField;
class PagedTable;
class RefundTableModel;
class RefundView;
class StateChip;

// Refunds and balance adjustments: what was asked, decided and moved, with the proof; one that
// failed at the gateway can be retried or settled by hand from here.
class RefundList : public QWidget {
    Q_OBJECT
public:
    explicit RefundList(DeskContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void ticketRequested(const aftercharge::TicketNo &ticket_no);
    void batchRequested(const aftercharge::BatchNo &batch_no);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_list();
    QWidget *make_chips(QWidget *parent);
    QWidget *make_detail();
    void ask();
    void show_all();
    void select_shown();
    void show_refund(const Refund &refund);
    void show_failure();
    void open_failed();
    void close_sheet();

    DeskContext &context_;
    RefundTableModel *model_;
    PagedTable *table_;
    FindField *find_;
    QButtonGroup *states_;
    QStackedLayout *stack_;
    Card *card_;
    StateChip *state_;
    Button *ticket_;
    RefundView *view_;
    Banner *failure_;
    QShortcut *key_;
    QPointer<QWidget> sheet_;
};

}  // namespace aftercharge
