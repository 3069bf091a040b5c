// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QTabWidget>

#include "models/workflow/read_ticket.h"
#include "ui/common/format.h"

class QLabel;
class QSplitter;

namespace aftercharge {

class CellTableModel;
class DataTable;
class FactStrip;
class PeopleNames;
class TimelineModel;
class TimelineText;
struct ColumnSpec;
struct DeskContext;

// What stands beside the curve: order log and hardware report side by side, and behind tabs
// the fee, the customer's words, earlier tickets, the money, the readings, the timeline.
class CaseTabs : public QTabWidget {
    Q_OBJECT
public:
    CaseTabs(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);

    void show_dossier(const TicketDossier &dossier, const Format &format);
    void show_readings();  // the table of the curve's values
    enum Tab { Reports, Fee, Words, Earlier, MoneyMoves, Readings, Timeline, tab_count };

Q_SIGNALS:
    void evidenceRequested(const aftercharge::Evidence &file);
    void ticketRequested(const aftercharge::TicketNo &ticket_no);

private:
    struct Table {
        DataTable *view = nullptr;
        CellTableModel *model = nullptr;
    };
    Table add_table(const QStringList &headers, const QList<ColumnSpec> &columns, const QString &key,
                    const QString &empty);
    QWidget *titled(const QString &title, QWidget *content);
    void build_reports();
    void build_words();
    void build_money();
    void build_timeline();
    void count(Tab tab, const QString &title, qsizetype number);
    void show_money(const TicketDossier &dossier, const Format &format);

    DeskContext &context_;
    const PeopleNames &people_;
    Table log_, hardware_, periods_, evidence_, earlier_, movements_, readings_;
    QLabel *words_ = nullptr;
    FactStrip *sums_ = nullptr;
    TimelineModel *timeline_ = nullptr;
    TimelineText *timeline_text_ = nullptr;
    std::vector<Evidence> files_;
    std::vector<Ticket> others_;
};

}  // namespace aftercharge
