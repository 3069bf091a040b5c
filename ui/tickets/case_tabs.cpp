// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/case_tabs.h"

#include <QSplitter>
#include <QVBoxLayout>

#include "ui/common/data_table.h"
#include "ui/common/desk_context.h"
#include "ui/tickets/case_rows.h"
#include "ui/tickets/fact_strip.h"
#include "ui/tickets/remember_splitter.h"

namespace aftercharge {

CaseTabs::CaseTabs(DeskContext &context, const PeopleNames &people, QWidget *parent)
    : DossierTabs(context, people, parent)
{
    build_reports();
    periods_ = make_table(CaseRows::period_headers(),
                          {{CellKind::Text, 150, 136, 1},
                           {CellKind::Chip, 70, 60},
                           {CellKind::Number, 70, 60},
                           {CellKind::Number, 84, 66},
                           {CellKind::Number, 84, 66},
                           {CellKind::Number, 84, 66},
                           {CellKind::Money, 90, 76}},
                          QStringLiteral("periods"), tr("No fee has been computed."));
    addTab(periods_.view, {});
    add_words();
    add_earlier();
    build_money();
    readings_ = make_table(CaseRows::reading_headers(),
                           {{CellKind::Id, 76, 70},
                            {CellKind::Number, 70, 54},
                            {CellKind::Number, 70, 54},
                            {CellKind::Number, 70, 54},
                            {CellKind::Number, 70, 60},
                            {CellKind::Number, 80, 66},
                            {CellKind::Text, 140, 80, 1}},
                           QStringLiteral("readings"), tr("No readings."));
    readings_.view->set_compact(true);
    addTab(readings_.view, {});
    add_timeline();
}

void CaseTabs::build_reports()
{
    log_ = make_table(
        CaseRows::order_log_headers(),
        {{CellKind::Id, 74, 70}, {CellKind::Wrapped, 180, 110, 1}, {CellKind::Text, 76, 56}, {CellKind::Text, 76, 50}},
        QStringLiteral("order_log"), tr("Nothing was logged."));
    hardware_ = make_table(CaseRows::hardware_headers(),
                           {{CellKind::Id, 74, 70}, {CellKind::Text, 84, 80}, {CellKind::Wrapped, 200, 110, 1}},
                           QStringLiteral("hardware"), tr("The charge point reported nothing."));
    log_.view->set_row_height(Space::row_two_lines);
    hardware_.view->set_row_height(Space::row_two_lines);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(titled(tr("Order log"), log_.view));
    splitter->addWidget(titled(tr("Hardware report"), hardware_.view));
    splitter->setChildrenCollapsible(false);
    remember_splitter(*splitter, context_.settings, QStringLiteral("tickets/split_reports"));
    addTab(splitter, tr("Log and report"));
}

void CaseTabs::build_money()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    sums_ = new FactStrip;
    column->addWidget(sums_);
    movements_ = make_table(CaseRows::movement_headers(),
                            {{CellKind::Text, 160, 160},
                             {CellKind::Text, 200, 110, 1},
                             {CellKind::Text, 96, 64},
                             {CellKind::Text, 96, 64},
                             {CellKind::Money, 90, 76}},
                            QStringLiteral("movements"), tr("No money has moved."));
    column->addWidget(movements_.view, 1);
    movements_.view->setAccessibleName(tr("Money"));
    addTab(box, tr("Money"));
}

void CaseTabs::show_readings()
{
    setCurrentIndex(Readings);
    readings_.view->setFocus(Qt::ShortcutFocusReason);
}

void CaseTabs::show_dossier(const TicketDossier &dossier, const Format &format)
{
    const CaseRows rows(dossier, format, people_);
    log_.model->set_rows(rows.order_log());
    hardware_.model->set_rows(rows.hardware());
    periods_.model->set_rows(rows.periods());
    movements_.model->set_rows(rows.movements());
    readings_.model->set_rows(rows.readings());
    show_shared(dossier, format, dossier.order ? dossier.order->order.fee.currency() : Currency{}, Words, Earlier,
                Timeline);
    set_caption(Fee, tr("How the fee comes about"), 0);
    set_caption(Readings, tr("Readings"), 0);
    show_money(dossier, format);
}

void CaseTabs::show_money(const TicketDossier &dossier, const Format &format)
{
    QList<FactStrip::Fact> facts;
    if (dossier.order) {
        const ChargingOrder &order = dossier.order->order;
        facts = {{tr("Frozen at the start"), format.money(order.prepaid)},
                 {tr("Taken"), format.money(dossier.order->paid)},
                 {tr("Returned"), format.money(order.returned)},
                 {tr("Refunded"), format.money(order.refunded)},
                 {tr("Still refundable"), format.money(dossier.order->refundable)}};
        if (order.owed.is_positive())
            facts.append({tr("Owed"), format.money(order.owed)});
    }
    facts.append({tr("Balance now"), format.money(dossier.balance.available)});
    sums_->set_facts(facts);
}

}  // namespace aftercharge
