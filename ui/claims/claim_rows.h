// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/workflow/goods_view.h"
#include "ui/common/format.h"
#include "ui/tickets/cell_table_model.h"

namespace aftercharge {

class PeopleNames;

// The tables of a claim, ready to be read.
class ClaimRows {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::ClaimRows)
public:
    ClaimRows(const ClaimDossier &dossier, const Format &format, const PeopleNames &people)
        : dossier_(dossier), format_(format), people_(people)
    {
    }

    static QStringList line_headers();
    QList<CellRow> lines() const;  // of the parcel, what remains of each, and their total
    static QStringList evidence_headers();
    QList<CellRow> evidence() const;
    static QStringList refund_headers();
    QList<CellRow> refunds() const;
    static QStringList log_headers();
    QList<CellRow> log() const;  // oldest first

private:
    CellRow line(const ShipmentItem &item) const;
    QString sent(const ClaimEvidence &row) const;

    const ClaimDossier &dossier_;
    const Format &format_;
    const PeopleNames &people_;
};

}  // namespace aftercharge
