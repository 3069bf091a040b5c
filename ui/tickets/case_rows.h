// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/workflow/read_ticket.h"
#include "ui/common/format.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

class PeopleNames;

// The tables beside a ticket, ready to be read.
class CaseRows {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::CaseRows)
public:
    CaseRows(const TicketDossier &dossier, const Format &format, const PeopleNames &people)
        : dossier_(dossier), format_(format), people_(people)
    {
    }

    // What was said to us and by us, oldest first; of a finding, what the curve shows.
    QString statement() const;
    static QStringList order_log_headers();
    QList<CellRow> order_log() const;  // oldest first
    static QStringList hardware_headers();
    QList<CellRow> hardware() const;
    static QStringList period_headers();
    QList<CellRow> periods() const;  // periods, what belongs to no period, the total
    static QStringList reading_headers();
    QList<CellRow> readings() const;
    static QStringList evidence_headers();
    QList<CellRow> evidence() const;
    static QStringList earlier_headers();
    QList<CellRow> earlier() const;
    static QStringList movement_headers();
    QList<CellRow> movements() const;  // transfers, and refunds that have not been posted

private:
    CellRow period(const FeePeriod &period) const;
    CellRow whole_session_line(const FeeLine &line) const;
    QString span(UtcTime from, UtcTime to) const;

    const TicketDossier &dossier_;
    const Format &format_;
    const PeopleNames &people_;
};

}  // namespace aftercharge
