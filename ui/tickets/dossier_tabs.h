// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include "models/workflow/read_ticket.h"
#include "ui/common/format.h"

class QLabel;

namespace aftercharge {

class CellTableModel;
class DataTable;
class PeopleNames;
class TimelineModel;
class TimelineText;
struct ColumnSpec;
struct DeskContext;

// What the tabs beside a ticket have in common, whatever it is about: the customer's words with
// the evidence, earlier tickets, the timeline.
class DossierTabs : public QTabWidget {
    Q_OBJECT
public:
    DossierTabs(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);
    TimelineModel *timeline() const { return timeline_; }

Q_SIGNALS:
    void evidenceRequested(const aftercharge::Evidence &file);
    void ticketRequested(const aftercharge::TicketNo &ticket_no);

protected:
    struct Table {
        DataTable *view = nullptr;
        CellTableModel *model = nullptr;
    };
    Table make_table(const QStringList &headers, const QList<ColumnSpec> &columns, const QString &key,
                     const QString &empty);
    static QWidget *titled(const QString &title, QWidget *content);
    void add_words();
    void add_earlier();
    void add_timeline();
    // The captions and contents of the three, at these places.
    void show_shared(const TicketDossier &dossier, const Format &format, const Currency &currency, int words,
                     int earlier, int timeline);
    void set_caption(int tab, const QString &title, qsizetype number);  // 0: no number

    DeskContext &context_;
    const PeopleNames &people_;

private:
    Table evidence_, earlier_;
    QLabel *words_ = nullptr;
    TimelineModel *timeline_ = nullptr;
    TimelineText *timeline_text_ = nullptr;
    std::vector<Evidence> files_;
    std::vector<Ticket> others_;
};

}  // namespace aftercharge
