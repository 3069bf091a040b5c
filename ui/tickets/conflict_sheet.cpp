// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/conflict_sheet.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/common/button.h"
#include "ui/common/desk_context.h"

namespace aftercharge {

ConflictSheet::ConflictSheet(DeskContext &context, const Question &question, QWidget *page)
    : TicketSheet(context, page), differences_(new DifferenceView),
      discard_(new Button(context.themes, ButtonRole::Secondary, tr("Discard mine")))
{
    setObjectName(QStringLiteral("conflictSheet"));
    set_title(question.headline);
    set_footer_note(tr("Nothing was overwritten."));
    differences_->set_rows(question.rows);
    body()->addWidget(differences_);
    if (!question.own.isEmpty())
        add_own(question.own);
    finish_body();
    dress_buttons(question);
    set_width(620);
}

void ConflictSheet::add_own(const QString &own)
{
    auto *words = text_field(QStringLiteral("own"), 62);
    words->setPlainText(own);
    words->setReadOnly(true);
    body()->addWidget(field(tr("Your words, kept"), words));
}

void ConflictSheet::dress_buttons(const Question &question)
{
    add_footer_button(discard_);
    discard_->setObjectName(QStringLiteral("discard"));
    discard_->setVisible(question.can_wait);
    connect(discard_, &QPushButton::clicked, this, &ConflictSheet::discarded);
    set_primary(question.action);
    primary_button()->setVisible(!question.action.isEmpty());
    set_primary_enabled(!question.action.isEmpty());
    const bool over = question.action.isEmpty() && question.own.isEmpty();
    set_close_text(question.can_wait ? tr("Go on writing") : over ? tr("Close") : tr("Discard mine"));
}

}  // namespace aftercharge
