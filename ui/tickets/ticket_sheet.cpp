// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/desk_context.h"
#include "ui/common/labels.h"
#include "ui/tickets/money_lease_keeper.h"
#include "ui/tickets/presence_words.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

TicketSheet::TicketSheet(DeskContext &context, QWidget *page)
    : Sheet(context.themes, page), context_(context), strip_(new Banner(context.themes)),
      line_(new Banner(context.themes))
{
    strip_->hide();
    line_->hide();
    line_->setObjectName(QStringLiteral("moneyLease"));
    connect(line_, &Banner::actionTriggered, this, [this] {
        if (outdated_)
            Q_EMIT anewRequested();
        else
            lease_->ask();
    });
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
    body()->insertWidget(0, line_);
    body()->addWidget(strip_);
}

void TicketSheet::hold_money(const OrderNo &order_no)
{
    lease_ = new MoneyLeaseKeeper(context_.presence, order_no, this);
    connect(lease_, &MoneyLeaseKeeper::refused, this, &TicketSheet::lease_refused);
    connect(lease_, &MoneyLeaseKeeper::granted, this, &TicketSheet::lease_granted);
}

void TicketSheet::showEvent(QShowEvent *event)
{
    Sheet::showEvent(event);
    if (lease_ && is_open())
        lease_->ask();
}

// Closed, whatever for; a page that is only out of sight keeps its sheet and the lease.
void TicketSheet::hideEvent(QHideEvent *event)
{
    Sheet::hideEvent(event);
    if (lease_ && !is_open())
        lease_->give_back();
}

// People are called by their names, which are asked for first.
void TicketSheet::lease_refused(const LeaseHolder &holder)
{
    context_.desk.operators().then(this, [this, holder](const Result<std::vector<Operator>> &people) {
        PeopleNames names;
        if (people)
            names.set(*people);
        if (!outdated_ && lease_->holder() == holder)
            show_holder(holder, names);
    });
}

void TicketSheet::show_holder(const LeaseHolder &holder, const PeopleNames &people)
{
    show_line(PresenceWords::lease(holder, context_.person.name, people, context_.format), tr("Try again"));
}

void TicketSheet::lease_granted()
{
    if (line_->isHidden() || outdated_)
        return;
    line_->hide();
    set_content_enabled(true);
    set_blocked(false);
    fit();
    Q_EMIT anewRequested();
}

void TicketSheet::say_outdated(const QString &sentence)
{
    outdated_ = true;
    show_line(sentence, tr("Make it anew"));
}

void TicketSheet::show_line(const QString &sentence, const QString &action)
{
    line_->set_message(Tone::Warn, sentence);
    line_->set_action(action);
    line_->show();
    set_content_enabled(false);
    set_blocked(true);
    fit();
}

void TicketSheet::set_content_enabled(bool enabled)
{
    const std::function<void(QLayout &)> each = [&](QLayout &layout) {
        for (int i = 0; i < layout.count(); ++i) {
            QLayoutItem *item = layout.itemAt(i);
            if (item->layout())
                each(*item->layout());
            else if (item->widget() && item->widget() != line_ && item->widget() != strip_)
                item->widget()->setEnabled(enabled);
        }
    };
    each(*body());
}

namespace {

// The fields that hold a person's own words; a sheet has one of them at most.
const QStringList &word_fields()
{
    static const QStringList names{QStringLiteral("reason"), QStringLiteral("description"), QStringLiteral("note")};
    return names;
}

}  // namespace

QString TicketSheet::words() const
{
    for (const QString &name : word_fields()) {
        if (const auto *text = findChild<QPlainTextEdit *>(name))
            return text->toPlainText().trimmed();
        if (const auto *line = findChild<QLineEdit *>(name))
            return line->text().trimmed();
    }
    return {};
}

void TicketSheet::set_words(const QString &words)
{
    for (const QString &name : word_fields()) {
        if (auto *text = findChild<QPlainTextEdit *>(name))
            return text->setPlainText(words);
        if (auto *line = findChild<QLineEdit *>(name))
            return line->setText(words);
    }
}

}  // namespace aftercharge
