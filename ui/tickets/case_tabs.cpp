// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/case_tabs.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/common/data_table.h"
#include "ui/common/desk_context.h"
#include "ui/common/empty_state.h"
#include "ui/common/labels.h"
#include "ui/tickets/case_rows.h"
#include "ui/tickets/fact_strip.h"
#include "ui/tickets/remember_splitter.h"
#include "ui/tickets/ticket_words.h"
#include "ui/tickets/timeline_text.h"

namespace aftercharge {

CaseTabs::CaseTabs(DeskContext &context, const PeopleNames &people, QWidget *parent)
    : QTabWidget(parent), context_(context), people_(people)
{
    setDocumentMode(true);
    setUsesScrollButtons(true);
    tabBar()->setDrawBase(false);
    tabBar()->setExpanding(false);
    tabBar()->setElideMode(Qt::ElideNone);
    setMinimumHeight(120);
    build_reports();
    periods_ = add_table(CaseRows::period_headers(),
                         {{CellKind::Text, 150, 136, 1},
                          {CellKind::Chip, 70, 60},
                          {CellKind::Number, 70, 60},
                          {CellKind::Number, 84, 66},
                          {CellKind::Number, 84, 66},
                          {CellKind::Number, 84, 66},
                          {CellKind::Money, 90, 76}},
                         QStringLiteral("periods"), tr("No fee has been computed."));
    addTab(periods_.view, {});
    build_words();
    earlier_ = add_table(CaseRows::earlier_headers(),
                         {{CellKind::Id, 76, 70},
                          {CellKind::Text, 150, 90, 1},
                          {CellKind::Text, 96, 70},
                          {CellKind::Text, 98, 96},
                          {CellKind::Text, 90, 86},
                          {CellKind::Text, 180, 80, 2}},
                         QStringLiteral("earlier"), tr("No earlier ticket of this member or connector."));
    addTab(earlier_.view, {});
    connect(earlier_.view, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT ticketRequested(others_[static_cast<std::size_t>(index.row())].ticket_no);
    });
    build_money();
    readings_ = add_table(CaseRows::reading_headers(),
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
    build_timeline();
}

CaseTabs::Table CaseTabs::add_table(const QStringList &headers, const QList<ColumnSpec> &columns, const QString &key,
                                    const QString &empty)
{
    Table table;
    table.view = new DataTable(context_.themes);
    table.model = new CellTableModel(headers, table.view);
    table.view->setModel(table.model);
    table.view->set_columns(columns);
    table.view->set_settings(&context_.settings, QStringLiteral("tickets/") + key);
    auto *none = make_label(LabelRole::Muted, empty);
    none->setAlignment(Qt::AlignCenter);
    table.view->set_placeholder(none);
    table.view->setMinimumHeight(60);
    table.view->setObjectName(key);
    return table;
}

QWidget *CaseTabs::titled(const QString &title, QWidget *content)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *label = make_label(LabelRole::Caption, title);
    label->setContentsMargins(Space::s, Space::xs, Space::s, 0);
    column->addWidget(label);
    column->addWidget(content, 1);
    content->setAccessibleName(title);
    return box;
}

void CaseTabs::build_reports()
{
    log_ = add_table(
        CaseRows::order_log_headers(),
        {{CellKind::Id, 74, 70}, {CellKind::Wrapped, 180, 110, 1}, {CellKind::Text, 76, 56}, {CellKind::Text, 76, 50}},
        QStringLiteral("order_log"), tr("Nothing was logged."));
    hardware_ = add_table(CaseRows::hardware_headers(),
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

void CaseTabs::build_words()
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    words_ = make_label(LabelRole::Body, {});
    words_->setWordWrap(true);
    words_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words_->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(words_);
    scroll->widget()->setProperty("role", QStringLiteral("plain"));
    evidence_ = add_table(CaseRows::evidence_headers(),
                          {{CellKind::Text, 150, 90, 1},
                           {CellKind::Text, 90, 70},
                           {CellKind::Number, 66, 56},
                           {CellKind::Text, 160, 160}},
                          QStringLiteral("evidence"), tr("Nothing was attached."));
    connect(evidence_.view, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        Q_EMIT evidenceRequested(files_[static_cast<std::size_t>(index.row())]);
    });
    splitter->addWidget(titled(tr("What was said"), scroll));
    splitter->addWidget(titled(tr("Evidence: Enter opens it"), evidence_.view));
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({400, 500});
    remember_splitter(*splitter, context_.settings, QStringLiteral("tickets/split_words"));
    addTab(splitter, {});
}

void CaseTabs::build_money()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    sums_ = new FactStrip;
    column->addWidget(sums_);
    movements_ = add_table(CaseRows::movement_headers(),
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

void CaseTabs::build_timeline()
{
    timeline_ = new TimelineModel(this);
    timeline_text_ = new TimelineText(timeline_, context_.format, people_, this);
    auto *view = new DataTable(context_.themes);
    view->setModel(timeline_text_);
    view->set_columns({{CellKind::Text, 160, 160}, {CellKind::Text, 116, 112}, {CellKind::Wrapped, 240, 140, 1}});
    view->set_row_height(Space::row_two_lines);
    view->set_settings(&context_.settings, QStringLiteral("tickets/timeline"));
    view->setAccessibleName(tr("Timeline"));
    view->setMinimumHeight(60);
    addTab(view, {});
}

void CaseTabs::count(Tab tab, const QString &title, qsizetype number)
{
    setTabText(tab, number > 0 ? tr("%1  %2").arg(title).arg(number) : title);
    if (auto *table = qobject_cast<DataTable *>(widget(tab)))
        table->setAccessibleName(title);
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
    evidence_.model->set_rows(rows.evidence());
    earlier_.model->set_rows(rows.earlier());
    movements_.model->set_rows(rows.movements());
    readings_.model->set_rows(rows.readings());
    timeline_text_->set_format(format, dossier.order ? dossier.order->order.fee.currency() : Currency{});
    timeline_->set_items(timeline_of(dossier));
    files_ = dossier.evidence;
    others_ = dossier.earlier;
    words_->setText(CaseRows(dossier, format, people_).statement());
    words_->setAccessibleName(words_->text());
    count(Fee, tr("How the fee comes about"), 0);
    count(Words, dossier.ticket.source == Source::Customer ? tr("Customer's words") : tr("Words and evidence"),
          std::ssize(dossier.evidence));
    count(Earlier, tr("Earlier"), std::ssize(dossier.earlier));
    count(Readings, tr("Readings"), 0);
    count(Timeline, tr("Timeline"), timeline_->rowCount());
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
