// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvals_page.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>

#include "models/item/claim_table_model.h"
#include "models/item/refund_table_model.h"
#include "ui/approvals/claim_approve_sheet.h"
#include "ui/approvals/decision_sheets.h"
#include "ui/claims/claim_view.h"
#include "ui/claims/claim_words.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/enum_words.h"
#include "ui/common/follow_tables.h"
#include "ui/common/page_parts.h"
#include "ui/common/paged_table.h"
#include "ui/common/state_chip.h"
#include "ui/refunds/refund_view.h"
#include "ui/refunds/refund_words.h"

namespace aftercharge {

ApprovalsPage::ApprovalsPage(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    // No stop of its own for Tab: what it hands on to would be as far as Shift+Tab gets.
    setFocusPolicy(Qt::ClickFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 12, 14, 12);
    QWidget *lists = make_lists();
    row->addWidget(make_splitter(lists, make_detail(), context.settings, QStringLiteral("approvals/splitter"), 5, 7));
    connect_tables();
    connect_sheets();
    connect_keys();
    follow_tables(context_.feed, this, {ChangedTable::Refunds}, changed_rows_rest_ms, [this] { model_->refresh(); });
    follow_tables(context_.feed, this, {ChangedTable::Claims}, changed_rows_rest_ms, [this] { claims_->refresh(); });
    model_->set_filter({}, ApprovalState::Waiting, {});
    ClaimQuery waiting;
    waiting.approval = ApprovalState::Waiting;
    claims_->set_filter(waiting);
}

QWidget *ApprovalsPage::make_lists()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(make_refunds(), 3);
    column->addWidget(make_claims(), 2);
    return holder;
}

QWidget *ApprovalsPage::make_refunds()
{
    list_ = new Card(context_.themes);
    list_->set_title(tr("Waiting for approval"), tr("newest first"));
    model_ = new RefundTableModel(context_.desk, RefundWords::table(context_.format), this);
    table_ = new PagedTable(context_.themes, list_);
    table_->setAccessibleName(tr("Waiting for approval"));
    table_->set_paged_model(model_);
    table_->set_columns({{CellKind::Id, 122, 118},
                         {CellKind::Text, 138, 134},
                         {CellKind::Text, 110, 80, 0, false},
                         {CellKind::Id, 128, 118, 0, false},
                         {CellKind::Chip, 138, 110, 0, false},
                         {CellKind::Text, 80, 56, 1},
                         {CellKind::Money, 84, 70},
                         {CellKind::Text, 78, 64, 0, false},
                         {CellKind::Text, 150, 80, 0, false},
                         {CellKind::Id, 150, 80, 0, false}});
    table_->set_settings(&context_.settings, QStringLiteral("approvals/table"));
    table_->set_empty(IconName::Approvals, tr("Nothing waits"),
                      tr("What is above the limit of the person who asks comes here by itself."));
    list_->body()->addWidget(table_, 1);
    return list_;
}

QWidget *ApprovalsPage::make_claims()
{
    claim_list_ = new Card(context_.themes);
    claim_list_->set_title(tr("Claims"), tr("promises to the customer, if the carrier pays"));
    claims_ = new ClaimTableModel(context_.goods, ClaimWords::table(context_.format), this);
    claim_table_ = new PagedTable(context_.themes, claim_list_);
    claim_table_->setAccessibleName(tr("Claims waiting for approval"));
    claim_table_->set_paged_model(claims_);
    claim_table_->set_columns({{CellKind::Id, 122, 118},
                               {CellKind::Id, 122, 112, 0, false},
                               {CellKind::Id, 122, 112, 0, false},
                               {CellKind::Text, 62, 52, 1},
                               {CellKind::Chip, 142, 112, 0, false},
                               {CellKind::Text, 96, 84, 0, false},
                               {CellKind::Money, 88, 76},
                               {CellKind::Money, 88, 76},
                               {CellKind::Money, 84, 72, 0, false},
                               {CellKind::Text, 138, 134, 0, false}});
    claim_table_->set_settings(&context_.settings, QStringLiteral("approvals/claims"));
    claim_list_->body()->addWidget(claim_table_, 1);
    claim_list_->hide();  // until there are some
    return claim_list_;
}

QWidget *ApprovalsPage::make_detail()
{
    card_ = new Card(context_.themes);
    card_->hide();  // until there is something to decide
    card_->set_title(QStringLiteral(" "));
    kind_ = new StateChip(context_.themes, card_);
    card_->add_header_widget(kind_);
    ticket_ = new Button(context_.themes, ButtonRole::Quiet, {}, card_);
    card_->add_action(ticket_);
    send_back_ = new Button(context_.themes, ButtonRole::Secondary, tr("Send back…"), card_);
    send_back_->setObjectName(QStringLiteral("send_back"));
    card_->add_action(send_back_);
    approve_ = new Button(context_.themes, ButtonRole::Primary, {}, card_);
    approve_->setObjectName(QStringLiteral("approve"));
    card_->add_action(approve_);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::m, Space::s, Space::m, 0);
    rights_ = new Banner(context_.themes, card_);
    rights_->setObjectName(QStringLiteral("rights"));
    strip->addWidget(rights_);
    card_->body()->addLayout(strip);
    views_ = new QStackedWidget(card_);
    view_ = new RefundView(context_, views_);
    claim_view_ = new ClaimView(context_, views_);
    views_->addWidget(view_);
    views_->addWidget(claim_view_);
    card_->body()->addWidget(views_, 1);
    return card_;
}

// One row of the two tables is chosen, never one of each.
void ApprovalsPage::connect_tables()
{
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                claim_table_->setCurrentIndex({});
                shown_row_ = current.row();
                show_refund(model_->row(current.row()));
            });
    connect(claim_table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                table_->setCurrentIndex({});
                shown_claim_ = current.row();
                show_claim(claims_->row(current.row()));
            });
    connect(model_, &RefundTableModel::loaded, this, &ApprovalsPage::rows_came);
    connect(claims_, &ClaimTableModel::loaded, this, &ApprovalsPage::rows_came);
    connect(claim_view_, &ClaimView::dossierRead, this, [this] {
        if (of_claim_)
            dress_rights(ClaimWords::hindrance(*claim_view_->claim(), context_.person, context_.format),
                         claim_view_->claim()->requested_by);
    });
}

void ApprovalsPage::connect_sheets()
{
    approve_sheet_ = new ApproveSheet(context_, this);
    claim_sheet_ = new ClaimApproveSheet(context_, this);
    send_back_sheet_ = new SendBackSheet(context_, this);
    connect(approve_, &QPushButton::clicked, this, &ApprovalsPage::approve);
    connect(send_back_, &QPushButton::clicked, this, &ApprovalsPage::send_back);
    connect(ticket_, &QPushButton::clicked, this, [this] {
        Q_EMIT ticketRequested(of_claim_ ? claim_view_->claim()->ticket_no : view_->refund()->ticket_no);
    });
    connect_refund_sheets();
    connect_claim_sheets();
}

void ApprovalsPage::connect_refund_sheets()
{
    connect(approve_sheet_, &ApproveSheet::approved, this, [this](const Refund &refund) {
        const QString number = QString::fromStdString(refund.refund_no.text());
        const QString amount = context_.format.money(refund.amount);
        Q_EMIT toast(is_of_goods(refund.kind) ? tr("%1 of %2 approved.").arg(number, amount)
                                              : tr("%1 approved. %2 goes to the balance.").arg(number, amount));
        model_->refresh();
    });
    connect(approve_sheet_, &ApproveSheet::refused, model_, &RefundTableModel::refresh);
    connect(send_back_sheet_, &SendBackSheet::sentBack, this, [this](const Refund &refund) {
        Q_EMIT toast(tr("%1 sent back to %2.")
                         .arg(QString::fromStdString(refund.refund_no.text()),
                              QString::fromStdString(refund.requested_by.text())));
        model_->refresh();
    });
}

void ApprovalsPage::connect_claim_sheets()
{
    connect(claim_sheet_, &ClaimApproveSheet::approved, this, [this](const Claim &claim) {
        Q_EMIT toast(tr("%1 approved up to %2; it goes to the carrier.")
                         .arg(QString::fromStdString(claim.claim_no.text()), context_.format.money(claim.up_to)));
        claims_->refresh();
    });
    connect(claim_sheet_, &ClaimApproveSheet::refused, claims_, &ClaimTableModel::refresh);
    connect(send_back_sheet_, &SendBackSheet::claimSentBack, this, [this](const Claim &claim) {
        Q_EMIT toast(
            tr("%1 sent back to %2.")
                .arg(QString::fromStdString(claim.claim_no.text()), QString::fromStdString(claim.requested_by.text())));
        claims_->refresh();
    });
}

void ApprovalsPage::connect_keys()
{
    const auto key = [this](Qt::Key which, Button *button) {
        auto *shortcut = new QShortcut(QKeySequence(which), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, button] {
            const bool asking = approve_sheet_->is_open() || claim_sheet_->is_open() || send_back_sheet_->is_open();
            if (!asking && card_->isVisible())
                button->click();
        });
    };
    key(Qt::Key_A, approve_);
    key(Qt::Key_R, send_back_);
    approve_->set_key_hint(QStringLiteral("A"));
    send_back_->set_key_hint(QStringLiteral("R"));
}

void ApprovalsPage::approve()
{
    if (!of_claim_)
        approve_sheet_->ask(*view_->refund());
    else if (const auto dossier = claim_view_->dossier())
        claim_sheet_->ask(*dossier);
}

void ApprovalsPage::send_back()
{
    if (of_claim_)
        send_back_sheet_->ask(*claim_view_->claim());
    else
        send_back_sheet_->ask(*view_->refund());
}

// A question about what is another by now can no longer be answered.
void ApprovalsPage::void_open_questions()
{
    if (approve_sheet_->is_open()) {
        const Refund &asked = approve_sheet_->refund();
        if (model_->row_of([&](const Refund &row) { return row == asked; }) < 0)
            approve_sheet_->say_changed();
    }
    if (claim_sheet_->is_open()) {
        const Claim &asked = claim_sheet_->claim();
        if (claims_->row_of([&](const Claim &row) { return row == asked; }) < 0)
            claim_sheet_->say_changed();
    }
}

// After a decision the next request comes up in the place of the one that left.
void ApprovalsPage::rows_came()
{
    void_open_questions();
    if (model_->is_loading() || claims_->is_loading())
        return;
    const bool refunds = model_->rowCount() > 0;
    const bool claims = claims_->rowCount() > 0;
    list_->setVisible(refunds || !claims);
    claim_list_->setVisible(claims);
    if (claims && (of_claim_ || !refunds))
        show_next_claim();
    else if (refunds)
        show_next_refund();
    else
        card_->hide();
}

void ApprovalsPage::show_next_refund()
{
    const auto &shown = view_->refund();
    int row = shown ? model_->row_of([&](const Refund &entry) { return entry.refund_no == shown->refund_no; }) : -1;
    if (row < 0)
        row = std::min(shown_row_, model_->rowCount() - 1);
    table_->selectRow(row);
    show_refund(model_->row(row));
}

void ApprovalsPage::show_next_claim()
{
    const auto &shown = claim_view_->claim();
    int row = shown ? claims_->row_of([&](const Claim &entry) { return entry.claim_no == shown->claim_no; }) : -1;
    if (row < 0)
        row = std::min(shown_claim_, claims_->rowCount() - 1);
    claim_table_->selectRow(row);
    show_claim(claims_->row(row));
}

void ApprovalsPage::show_refund(const Refund &refund)
{
    if (!card_->isHidden() && !of_claim_ && view_->refund() == refund)
        return;
    of_claim_ = false;
    approve_->setText(tr("Approve %1…").arg(context_.format.money(refund.amount)));
    dress_head(QString::fromStdString(refund.refund_no.text()), EnumWords::refund_kind(refund.kind), refund.ticket_no);
    dress_rights(RefundWords::hindrance(refund, context_.person, context_.format), refund.requested_by);
    view_->show_refund(refund);
    views_->setCurrentWidget(view_);
    card_->show();
}

void ApprovalsPage::show_claim(const Claim &claim)
{
    if (!card_->isHidden() && of_claim_ && claim_view_->claim() == claim)
        return;
    of_claim_ = true;
    approve_->setText(tr("Approve up to %1…").arg(context_.format.money(claim.up_to)));
    dress_head(QString::fromStdString(claim.claim_no.text()), tr("Claim: %1").arg(EnumWords::claim_type(claim.type)),
               claim.ticket_no);
    claim_view_->show_claim(claim);
    dress_rights(ClaimWords::hindrance(claim, context_.person, context_.format), claim.requested_by);
    views_->setCurrentWidget(claim_view_);
    card_->show();
}

void ApprovalsPage::dress_head(const QString &number, const QString &kind, const TicketNo &ticket_no)
{
    card_->set_title(number);
    kind_->set_state(Tone::Warn, ChipShape::Ring, kind);
    ticket_->setVisible(!ticket_no.is_empty());
    ticket_->setText(tr("Open %1").arg(QString::fromStdString(ticket_no.text())));
    for (Button *button : {ticket_, approve_})
        button->updateGeometry();
}

void ApprovalsPage::dress_rights(const QString &hindrance, const OperatorName &requested_by)
{
    // Of a claim everything that it rests on is read first.
    approve_->setEnabled(hindrance.isEmpty() && (!of_claim_ || claim_view_->dossier()));
    approve_->setToolTip(hindrance);
    approve_->setAccessibleDescription(hindrance);
    send_back_->setEnabled(context_.person.approval_limit.has_value());
    if (!hindrance.isEmpty()) {
        rights_->set_message(Tone::Warn, hindrance);
        return;
    }
    const QString limit = context_.format.money(*context_.person.approval_limit);
    // A refund that goes beyond a claim's promise is asked for by the system.
    if (requested_by.is_empty())
        rights_->set_message(Tone::Ok, tr("Within your limit of %1. The system asked for it, after a carrier's "
                                          "approval above the promise.")
                                           .arg(limit));
    else
        rights_->set_message(Tone::Ok, tr("Within your limit of %1. %2 asked for it; you see what was seen then.")
                                           .arg(limit, QString::fromStdString(requested_by.text())));
}

void ApprovalsPage::focusInEvent(QFocusEvent *)
{
    (of_claim_ ? claim_table_ : table_)->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
