// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/domain/id.h"
#include "ui/common/desk_context.h"

class QStackedWidget;
class QTabBar;

namespace aftercharge {

class Discrepancies;
class Reconciliations;
class RefundList;

// Everything that gives money back, what does not fit about it, and the reconciliation.
class RefundsPage : public QWidget {
    Q_OBJECT
public:
    explicit RefundsPage(DeskContext &context, QWidget *parent = nullptr);

    enum Tab { Refunds, OpenQuestions, Reconciled };
    void show_tab(Tab tab);
    QTabBar *tabs() const { return tabs_; }

Q_SIGNALS:
    void ticketRequested(const aftercharge::TicketNo &ticket_no);
    void batchRequested(const aftercharge::BatchNo &batch_no);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void show_open(int open);

    QTabBar *tabs_;
    QStackedWidget *stack_;
    RefundList *list_;
    Discrepancies *discrepancies_;
    Reconciliations *reconciliations_;
};

}  // namespace aftercharge
