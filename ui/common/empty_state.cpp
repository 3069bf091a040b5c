// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_state.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/common/button.h"
#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

EmptyState::EmptyState(const ThemeController &themes, IconName icon, const QString &title, const QString &sentence,
                       QWidget *parent)
    : QWidget(parent), themes_(themes), icon_(icon), icon_space_(new QWidget),
      title_(make_label(LabelRole::Heading, {})), sentence_(make_label(LabelRole::Muted, {})),
      action_(new Button(themes, ButtonRole::Secondary, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::xl, Space::xl, Space::xl, Space::xl);
    column->setSpacing(Space::s);
    column->addStretch(2);
    icon_space_->setFixedSize(44, 44);
    column->addWidget(icon_space_, 0, Qt::AlignHCenter);
    title_->setAlignment(Qt::AlignCenter);
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    column->addWidget(title_);
    column->addWidget(sentence_);
    column->addSpacing(Space::xs);
    column->addWidget(action_, 0, Qt::AlignHCenter);
    column->addStretch(3);
    action_->hide();
    connect(action_, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    set_content(icon, title, sentence);
}

void EmptyState::set_content(IconName icon, const QString &title, const QString &sentence)
{
    icon_ = icon;
    title_->setText(title);
    sentence_->setText(sentence);
    sentence_->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    update();
}

void EmptyState::set_action(const QString &text)
{
    action_->setText(text);
    action_->setVisible(!text.isEmpty());
    action_->updateGeometry();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    const QRect disc = icon_space_->geometry();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.neutral_soft);
    painter.drawEllipse(disc);
    themes_.icons().paint(painter, disc.adjusted(11, 11, -11, -11), icon_, theme.muted);
}

}  // namespace aftercharge
