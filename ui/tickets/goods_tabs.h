// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tickets/dossier_tabs.h"

namespace aftercharge {

// The tabs of a ticket about a goods order: its lines, its parcels with what became of them, its
// refunds, claims and money; words, earlier tickets and timeline as everywhere. Enter on a parcel,
// refund or claim asks for what can be done with it.
class GoodsTabs : public DossierTabs {
    Q_OBJECT
public:
    GoodsTabs(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);

    void show_dossier(const TicketDossier &dossier, const Format &format);
    enum Tab { Order, Parcels, Refunds, Claims, Words, Earlier, MoneyMoves, Timeline, tab_count };

Q_SIGNALS:
    void refundActivated(const aftercharge::RefundNo &refund_no);
    void claimActivated(const aftercharge::ClaimNo &claim_no);
    void parcelActivated(const aftercharge::Shipment &shipment);

private:
    void build_order();
    void build_parcels();
    void build_refunds();
    void build_claims();
    void build_money();
    void show_parcel(int row);

    std::optional<GoodsDossier> goods_;
    Format format_;
    Table lines_, parcels_, parcel_log_, refunds_, claims_, movements_;
};

}  // namespace aftercharge
