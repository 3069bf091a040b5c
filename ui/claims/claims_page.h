// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QPointer>
#include <QWidget>

#include "models/domain/claim.h"
#include "ui/common/desk_context.h"

class QButtonGroup;
class QLabel;
class QShortcut;
class QStackedLayout;

namespace aftercharge {

class Button;
class Card;
class ClaimTableModel;
class ClaimView;
class FindField;
class GoodsSheet;
class PagedTable;
class StateChip;

// Claims with carriers: what was asked, what the carrier said, whom each waits for, and what can
// be done about it from here.
class ClaimsPage : public QWidget {
    Q_OBJECT
public:
    explicit ClaimsPage(DeskContext &context, QWidget *parent = nullptr);

    // Finds this claim in the list of all.
    void show_claim(const ClaimNo &claim_no);
    GoodsSheet *sheet() const;

Q_SIGNALS:
    void ticketRequested(const aftercharge::TicketNo &ticket_no);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_list();
    QWidget *make_chips(QWidget *parent);
    QWidget *make_detail();
    QWidget *make_actions();
    Button *add_action(const QString &text, const char *name, Qt::Key key, void (ClaimsPage::*verb)());
    void ask();
    void show_all();
    void select_shown();
    void show_row(const Claim &claim);
    void dress_actions();
    void submit_evidence();
    void mark_sent();
    void decide();
    void open_sheet(GoodsSheet *sheet);
    void close_sheet();

    DeskContext &context_;
    ClaimTableModel *model_;
    PagedTable *table_;
    FindField *find_;
    QButtonGroup *states_;
    QStackedLayout *stack_;
    Card *card_;
    StateChip *state_;
    Button *ticket_;
    QWidget *actions_;
    QLabel *waits_;
    Button *submit_;
    Button *mark_;
    Button *decide_;
    ClaimView *view_;
    QList<QShortcut *> shortcuts_;
    QPointer<GoodsSheet> sheet_;
};

}  // namespace aftercharge
