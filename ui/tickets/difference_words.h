// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include "models/workflow/ticket_difference.h"
#include "ui/common/difference_view.h"
#include "ui/common/format.h"

namespace aftercharge {

class PeopleNames;

// What became of a ticket while a person worked on it, in words.
class DifferenceWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::DifferenceWords)
public:
    // "Changed by Chen Min at 14:02 while you were writing"
    static QString headline(const TicketDifference &difference, const PeopleNames &people, const Format &format);
    static QList<DifferenceRow> rows(const TicketDifference &difference, const PeopleNames &people,
                                     const Format &format);
    // The same in one line: "State: In review → Resolved · Refund R…: ¥4.60, approved"
    static QString line(const TicketDifference &difference, const PeopleNames &people, const Format &format);

private:
    static QString refund(const Refund &refund, const Format &format);
};

}  // namespace aftercharge
