// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tickets/dossier_tabs.h"

namespace aftercharge {

class FactStrip;

// What stands beside the curve: order log and hardware report side by side, and behind tabs
// the fee, the customer's words, earlier tickets, the money, the readings, the timeline.
class CaseTabs : public DossierTabs {
    Q_OBJECT
public:
    CaseTabs(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);

    void show_dossier(const TicketDossier &dossier, const Format &format);
    void show_readings();  // the table of the curve's values
    enum Tab { Reports, Fee, Words, Earlier, MoneyMoves, Readings, Timeline, tab_count };

private:
    void build_reports();
    void build_money();
    void show_money(const TicketDossier &dossier, const Format &format);

    Table log_, hardware_, periods_, movements_, readings_;
    FactStrip *sums_ = nullptr;
};

}  // namespace aftercharge
