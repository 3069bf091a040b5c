// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "models/workflow/read_ticket.h"
#include "ui/common/card.h"
#include "ui/common/format.h"
#include "ui/tickets/fact_strip.h"

class QStackedWidget;

namespace aftercharge {

class Banner;
class CaseTabs;
class CurveView;
class EmptyState;
class GoodsTabs;
class PeopleNames;
class ReplyBox;
class TicketHeader;
struct DeskContext;

// One ticket with its evidence: header, facts, the curve and the tables beside it (of a goods order:
// its lines, parcels, refunds and claims), the reply.
class TicketView : public Card {
    Q_OBJECT
public:
    TicketView(DeskContext &context, const PeopleNames &people, QWidget *parent = nullptr);

    void show_dossier(std::shared_ptr<const TicketDossier> dossier);
    void show_nothing();
    void show_loading();
    void show_error(const Error &error);
    // A strip over the ticket; an empty text takes it away.
    void set_notice(const QString &text);
    void focus_first();

    std::shared_ptr<const TicketDossier> dossier() const { return dossier_; }
    // In the zone of the order's station.
    const Format &format() const { return format_; }
    TicketHeader *header_row() const { return header_; }
    CaseTabs *tabs() const { return tabs_; }
    GoodsTabs *goods_tabs() const { return goods_tabs_; }  // instead of curve and tabs, of a goods order
    CurveView *curve() const { return curve_; }
    ReplyBox *reply() const { return reply_; }
    Banner *banner() const { return banner_; }

Q_SIGNALS:
    void retryRequested();

private:
    void build_ticket();
    void show_curve();
    void show_facts();
    void add_charging_facts(QList<FactStrip::Fact> &facts) const;
    void add_goods_facts(QList<FactStrip::Fact> &facts) const;

    DeskContext &context_;
    const PeopleNames &people_;
    Format format_;
    std::shared_ptr<const TicketDossier> dossier_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    QWidget *ticket_;
    TicketHeader *header_;
    Banner *banner_;
    FactStrip *facts_;
    QStackedWidget *curve_stack_;
    CurveView *curve_;
    CaseTabs *tabs_;
    QStackedWidget *case_stack_;  // curve and tabs, or the tabs of a goods order
    GoodsTabs *goods_tabs_;
    ReplyBox *reply_;
};

}  // namespace aftercharge
