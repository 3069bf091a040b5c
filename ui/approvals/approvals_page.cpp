// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approvals_page.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>

#include "models/item/refund_table_model.h"
#include "ui/approvals/decision_sheets.h"
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
    QWidget *list = make_list();
    row->addWidget(make_splitter(list, make_detail(), context.settings, QStringLiteral("approvals/splitter"), 5, 7));
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                shown_row_ = current.row();
                show_refund(model_->row(current.row()));
            });
    connect(model_, &RefundTableModel::loaded, this, &ApprovalsPage::rows_came);
    connect_sheets();
    follow_tables(context_.feed, this, {ChangedTable::Refunds}, changed_rows_rest_ms, [this] { model_->refresh(); });
    model_->set_filter({}, ApprovalState::Waiting, {});
}

QWidget *ApprovalsPage::make_list()
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
                         {CellKind::Money, 84, 70}});
    table_->set_settings(&context_.settings, QStringLiteral("approvals/table"));
    table_->set_empty(IconName::Approvals, tr("Nothing waits"),
                      tr("What is above the limit of the person who asks comes here by itself."));
    list_->body()->addWidget(table_, 1);
    return list_;
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
    view_ = new RefundView(context_, card_);
    card_->body()->addWidget(view_, 1);
    return card_;
}

void ApprovalsPage::connect_sheets()
{
    approve_sheet_ = new ApproveSheet(context_, this);
    send_back_sheet_ = new SendBackSheet(context_, this);
    connect(approve_, &QPushButton::clicked, this, [this] { approve_sheet_->ask(*view_->refund()); });
    connect(send_back_, &QPushButton::clicked, this, [this] { send_back_sheet_->ask(*view_->refund()); });
    connect(ticket_, &QPushButton::clicked, this, [this] { Q_EMIT ticketRequested(view_->refund()->ticket_no); });
    connect(approve_sheet_, &ApproveSheet::approved, this, [this](const Refund &refund) {
        Q_EMIT toast(tr("%1 approved. %2 goes to the balance.")
                         .arg(QString::fromStdString(refund.refund_no.text()), context_.format.money(refund.amount)));
        model_->refresh();
    });
    connect(approve_sheet_, &ApproveSheet::refused, model_, &RefundTableModel::refresh);
    connect(send_back_sheet_, &SendBackSheet::sentBack, this, [this](const Refund &refund) {
        Q_EMIT toast(tr("%1 sent back to %2.")
                         .arg(QString::fromStdString(refund.refund_no.text()),
                              QString::fromStdString(refund.requested_by.text())));
        model_->refresh();
    });
    const auto key = [this](Qt::Key which, Button *button) {
        auto *shortcut = new QShortcut(QKeySequence(which), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, button] {
            if (!approve_sheet_->is_open() && !send_back_sheet_->is_open() && card_->isVisible())
                button->click();
        });
    };
    key(Qt::Key_A, approve_);
    key(Qt::Key_R, send_back_);
    approve_->set_key_hint(QStringLiteral("A"));
    send_back_->set_key_hint(QStringLiteral("R"));
}

// After a decision the next request comes up in the place of the one that left.
void ApprovalsPage::rows_came()
{
    if (approve_sheet_->is_open()) {
        const Refund &asked = approve_sheet_->refund();
        if (model_->row_of([&](const Refund &row) { return row == asked; }) < 0)
            approve_sheet_->say_changed();
    }
    if (model_->rowCount() == 0) {
        card_->hide();
        return;
    }
    const auto &shown = view_->refund();
    int row = shown ? model_->row_of([&](const Refund &entry) { return entry.refund_no == shown->refund_no; }) : -1;
    if (row < 0)
        row = std::min(shown_row_, model_->rowCount() - 1);
    table_->selectRow(row);
    show_refund(model_->row(row));
}

void ApprovalsPage::show_refund(const Refund &refund)
{
    if (!card_->isHidden() && view_->refund() == refund)
        return;
    card_->set_title(QString::fromStdString(refund.refund_no.text()));
    kind_->set_state(Tone::Warn, ChipShape::Ring, EnumWords::refund_kind(refund.kind));
    ticket_->setVisible(!refund.ticket_no.is_empty());
    ticket_->setText(tr("Open %1").arg(QString::fromStdString(refund.ticket_no.text())));
    approve_->setText(tr("Approve %1…").arg(context_.format.money(refund.amount)));
    for (Button *button : {ticket_, approve_})
        button->updateGeometry();
    dress_rights(refund);
    view_->show_refund(refund);
    card_->show();
}

void ApprovalsPage::dress_rights(const Refund &refund)
{
    const QString hindrance = RefundWords::hindrance(refund, context_.person, context_.format);
    approve_->setEnabled(hindrance.isEmpty());
    approve_->setToolTip(hindrance);
    approve_->setAccessibleDescription(hindrance);
    send_back_->setEnabled(context_.person.approval_limit.has_value());
    if (!hindrance.isEmpty()) {
        rights_->set_message(Tone::Warn, hindrance);
        return;
    }
    rights_->set_message(Tone::Ok, tr("Within your limit of %1. %2 asked for it; you see what was seen then.")
                                       .arg(context_.format.money(*context_.person.approval_limit),
                                            QString::fromStdString(refund.requested_by.text())));
}

void ApprovalsPage::focusInEvent(QFocusEvent *)
{
    table_->setFocus(Qt::OtherFocusReason);
}

}  // namespace aftercharge
