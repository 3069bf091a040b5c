// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/reply_box.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>

#include "ui/common/button.h"
#include "ui/common/desk_context.h"
#include "ui/common/filter_chip.h"

namespace aftercharge {

namespace {

constexpr int height_at_rest = 32;
constexpr int height_writing = 76;

}  // namespace

ReplyBox::ReplyBox(DeskContext &context, QWidget *parent)
    : QWidget(parent), edit_(new QPlainTextEdit),
      note_(new FilterChip(context.themes, tr("Note, not to the customer"))),
      send_(new Button(context.themes, ButtonRole::Secondary, tr("Send")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    row->setSpacing(Space::s);
    row->addWidget(edit_, 1);
    row->addWidget(note_, 0, Qt::AlignVCenter);
    row->addWidget(send_, 0, Qt::AlignVCenter);
    send_->set_key_hint(QStringLiteral("Ctrl Enter"));
    edit_->setObjectName(QStringLiteral("reply"));
    edit_->setFixedHeight(height_at_rest);
    edit_->setTabChangesFocus(true);
    edit_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    edit_->document()->setDocumentMargin(1);
    edit_->installEventFilter(this);
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        dress();
        if (is_writing() != std::exchange(was_writing_, is_writing()))
            Q_EMIT writingChanged();
    });
    connect(note_, &QAbstractButton::toggled, this, [this] {
        dress();
        if (is_writing())
            Q_EMIT writingChanged();
    });
    connect(send_, &QPushButton::clicked, this, [this] { send(false); });
    dress();
}

void ReplyBox::dress()
{
    const bool note = note_->isChecked();
    const QString words = note ? tr("Note among colleagues…") : tr("Reply to the customer…");
    edit_->setPlaceholderText(words);
    edit_->setAccessibleName(words);
    edit_->setToolTip(tr("Ctrl+Enter sends, Ctrl+Shift+Enter sends and goes on to the next ticket"));
    send_->setEnabled(!busy_ && !edit_->toPlainText().trimmed().isEmpty());
    edit_->setFixedHeight(edit_->hasFocus() || !edit_->toPlainText().isEmpty() ? height_writing : height_at_rest);
}

void ReplyBox::begin(bool note)
{
    note_->setChecked(note);
    edit_->setFocus(Qt::ShortcutFocusReason);
}

void ReplyBox::clear()
{
    edit_->clear();
    note_->setChecked(false);
}

void ReplyBox::set_busy(bool busy)
{
    busy_ = busy;
    dress();
}

bool ReplyBox::is_note() const
{
    return note_->isChecked();
}

bool ReplyBox::is_writing() const
{
    return !edit_->toPlainText().trimmed().isEmpty();
}

void ReplyBox::send(bool then_next)
{
    const QString text = edit_->toPlainText().trimmed();
    if (!busy_ && !text.isEmpty())
        Q_EMIT sent(text, note_->isChecked(), then_next);
}

bool ReplyBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != edit_)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        QMetaObject::invokeMethod(this, &ReplyBox::dress, Qt::QueuedConnection);
    } else if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT escaped();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace aftercharge
