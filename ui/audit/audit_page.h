// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QWidget>

#include "ui/common/desk_context.h"

namespace aftercharge {

class AuditTableModel;
class Banner;
class BusyBar;
class Button;
class FindField;
class KpiTile;
class PagedTable;

// Who did what; whether the chain that proves it is intact, and whether the ledger adds up.
class AuditPage : public QWidget {
    Q_OBJECT
public:
    explicit AuditPage(DeskContext &context, QWidget *parent = nullptr);

    // Recomputes every hash, with progress; a second call while one is running does nothing.
    void verify();

Q_SIGNALS:
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_tiles();
    QWidget *make_list();
    void ask_figures();
    void verified();
    void show_report(const ChainReport &report);
    void show_sum(const Result<Money> &sum);
    void ask();

    DeskContext &context_;
    AuditTableModel *model_;
    PagedTable *table_;
    FindField *find_;
    KpiTile *entries_;
    KpiTile *chain_;
    KpiTile *sum_;
    Button *verify_;
    BusyBar *busy_;
    Banner *result_;
    Banner *alarm_;
    QFutureWatcher<Result<ChainReport>> watcher_;
};

}  // namespace aftercharge
