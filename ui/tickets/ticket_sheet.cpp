// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_sheet.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/desk_context.h"
#include "ui/common/labels.h"

namespace aftercharge {

TicketSheet::TicketSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), strip_(new Banner(context.themes))
{
    strip_->hide();
    for (const int enter : {int(Qt::Key_Return), int(Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(QKeySequence(int(Qt::CTRL) | enter), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &TicketSheet::submit);
    }
}

void TicketSheet::submit()
{
    if (primary_button()->isEnabled())
        primary_button()->click();
}

void TicketSheet::refuse(const QString &sentence)
{
    set_busy(false);
    strip_->set_message(Tone::Bad, sentence);
    strip_->show();
    fit();
}

void TicketSheet::set_width(int width)
{
    width_ = width;
    fit();
}

void TicketSheet::fit()
{
    set_panel_width(width_);
}

QWidget *TicketSheet::field(const QString &caption, QWidget *widget)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::xs);
    auto *label = make_label(LabelRole::Caption, caption);
    label->setBuddy(widget);
    column->addWidget(label);
    column->addWidget(widget);
    widget->setAccessibleName(caption);
    return box;
}

QPlainTextEdit *TicketSheet::text_field(const QString &name, int height)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setFixedHeight(height);
    edit->setTabChangesFocus(true);
    edit->document()->setDocumentMargin(1);
    return edit;
}

void TicketSheet::finish_body()
{
    body()->addWidget(strip_);
}

}  // namespace aftercharge
