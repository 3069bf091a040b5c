// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "models/workflow/goods_view.h"
#include "ui/common/desk_context.h"
#include "ui/decisions/request_reader.h"
#include "ui/tickets/cell_table.h"
#include "ui/tickets/ticket_words.h"

class QBoxLayout;
class QLabel;

namespace aftercharge {

class Banner;
class ChangesView;
class FactList;
class KpiTile;
class VotesView;

// One claim: what was asked of the carrier and promised to the customer, what the carrier said,
// what remains of the parcel's lines, the evidence and whether it was sent, its refunds, its log.
class ClaimView : public QWidget {
    Q_OBJECT
public:
    explicit ClaimView(DeskContext &context, QWidget *parent = nullptr);

    // Shows the row at once and reads the rest; of the same claim what is shown stays meanwhile.
    void show_claim(const Claim &claim);
    // Of the claim that is shown: its approvals, and whether its picture still holds.
    void read_request();
    const std::optional<Claim> &claim() const { return claim_; }
    // Nothing until it was read.
    std::shared_ptr<const ClaimDossier> dossier() const { return dossier_; }
    // Its approvals and its picture; nothing until they were read.
    const std::optional<RequestFacts> &request() const { return reader_.facts(); }

Q_SIGNALS:
    void dossierRead();
    void requestRead();

private:
    void build_figures(QBoxLayout &column);
    void build_request(QBoxLayout &column);
    void build_tables(QBoxLayout &column);
    void show_request();
    void ask();
    void show_dossier();
    void show_figures();

    DeskContext &context_;
    PeopleNames people_;
    std::optional<Claim> claim_;
    std::shared_ptr<const ClaimDossier> dossier_;
    RequestReader reader_;
    VotesView *votes_;
    ChangesView *changes_;
    QWidget *seen_part_;
    FactList *seen_;
    KpiTile *asked_;
    KpiTile *up_to_;
    KpiTile *approved_;
    KpiTile *worth_;
    Banner *carrier_;
    QLabel *trouble_;
    FactList *facts_;
    CellTable lines_, evidence_, refunds_, log_;
};

}  // namespace aftercharge
