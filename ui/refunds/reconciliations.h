// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include "models/item/book_rows.h"
#include "ui/common/desk_context.h"

class QDateEdit;
class QLabel;

namespace aftercharge {

class Banner;
class Button;
class Card;
class DataTable;
class EmptyState;
class StateChip;

// The three-way reconciliation: a day's refunds through gateways as ledger, outbox and gateway
// have them, what differs first.
class Reconciliations : public QWidget {
    Q_OBJECT
public:
    explicit Reconciliations(DeskContext &context, QWidget *parent = nullptr);
    QDateEdit *day_edit() const { return day_; }

Q_SIGNALS:
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_runs();
    QWidget *make_start(QWidget *parent);
    QWidget *make_result();
    QDate today() const;
    void run();
    void ask();
    void runs_came(const std::vector<Reconciliation> &runs);
    void show_run(const Reconciliation &run);
    void ask_rows();
    void show_finding(const QModelIndex &current);

    DeskContext &context_;
    RunModel *runs_;
    DataTable *run_table_;
    QDateEdit *day_;
    Button *start_;
    Banner *trouble_;
    Card *card_;
    StateChip *state_;
    Banner *progress_;
    ReconciledModel *rows_;
    QSortFilterProxyModel *sorted_;
    DataTable *row_table_;
    EmptyState *empty_;
    QLabel *finding_;
    Uuid shown_;
};

}  // namespace aftercharge
