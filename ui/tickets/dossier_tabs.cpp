// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/dossier_tabs.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/common/data_table.h"
#include "ui/common/desk_context.h"
#include "ui/common/labels.h"
#include "ui/tickets/case_rows.h"
#include "ui/tickets/remember_splitter.h"
#include "ui/tickets/ticket_words.h"
#include "ui/tickets/timeline_text.h"

namespace aftercharge {

DossierTabs::DossierTabs(DeskContext &context, const PeopleNames &people, QWidget *parent)
    : QTabWidget(parent), context_(context), people_(people)
{
    setDocumentMode(true);
    setUsesScrollButtons(true);
    tabBar()->setDrawBase(false);
    tabBar()->setExpanding(false);
    tabBar()->setElideMode(Qt::ElideNone);
    setMinimumHeight(120);
}

DossierTabs::Table DossierTabs::make_table(const QStringList &headers, const QList<ColumnSpec> &columns,
                                           const QString &key, const QString &empty)
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

QWidget *DossierTabs::titled(const QString &title, QWidget *content)
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

void DossierTabs::add_words()
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
    evidence_ = make_table(CaseRows::evidence_headers(),
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

void DossierTabs::add_earlier()
{
    earlier_ = make_table(CaseRows::earlier_headers(),
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
}

void DossierTabs::add_timeline()
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

void DossierTabs::set_caption(int tab, const QString &title, qsizetype number)
{
    setTabText(tab, number > 0 ? tr("%1  %2").arg(title).arg(number) : title);
    if (auto *table = qobject_cast<DataTable *>(widget(tab)))
        table->setAccessibleName(title);
}

void DossierTabs::show_shared(const TicketDossier &dossier, const Format &format, const Currency &currency, int words,
                              int earlier, int timeline)
{
    const CaseRows rows(dossier, format, people_);
    evidence_.model->set_rows(rows.evidence());
    earlier_.model->set_rows(rows.earlier());
    files_ = dossier.evidence;
    others_ = dossier.earlier;
    timeline_text_->set_format(format, currency);
    timeline_->set_items(timeline_of(dossier));
    words_->setText(rows.statement());
    words_->setAccessibleName(words_->text());
    set_caption(words, dossier.ticket.source == Source::Customer ? tr("Customer's words") : tr("Words and evidence"),
                std::ssize(dossier.evidence));
    set_caption(earlier, tr("Earlier"), std::ssize(dossier.earlier));
    set_caption(timeline, tr("Timeline"), timeline_->rowCount());
}

}  // namespace aftercharge
