// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

constexpr int header_height = 43;

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    return line;
}

}  // namespace

Card::Card(const ThemeController &themes, QWidget *parent) : QFrame(parent), themes_(themes)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, Space::radius - 2);  // a table below must not square the corners
    outer->setSpacing(0);
    body_ = new QVBoxLayout;
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(0);
    outer->addLayout(body_, 1);
}

QHBoxLayout *Card::header()
{
    if (header_)
        return header_row_;
    header_ = new QWidget(this);
    header_->setMinimumHeight(header_height);
    auto *row = new QHBoxLayout(header_);
    row->setContentsMargins(Space::m, 6, Space::m, 6);
    row->setSpacing(Space::s);
    header_row_ = new QHBoxLayout;
    header_row_->setSpacing(Space::s);
    actions_ = new QHBoxLayout;
    actions_->setSpacing(Space::s);
    row->addLayout(header_row_);
    row->addStretch(1);
    row->addLayout(actions_);
    auto *outer = qobject_cast<QVBoxLayout *>(layout());
    outer->insertWidget(0, header_);
    outer->insertWidget(1, hairline());
    return header_row_;
}

void Card::set_title(const QString &title, const QString &caption)
{
    QHBoxLayout *row = header();
    if (!title_) {
        title_ = make_label(LabelRole::Heading, title);
        caption_ = make_label(LabelRole::Caption, caption);
        row->insertWidget(0, title_);
        row->insertWidget(1, caption_);
    }
    title_->setText(title);
    caption_->setText(caption);
    caption_->setVisible(!caption.isEmpty());
    setAccessibleName(title);
}

void Card::add_header_widget(QWidget *widget)
{
    header()->addWidget(widget);
}

void Card::add_action(QWidget *widget)
{
    header();
    actions_->addWidget(widget);
}

void Card::add_section(const QString &title, const QString &caption)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::m, 10, Space::m, 10);
    row->setSpacing(Space::s);
    row->addWidget(make_label(LabelRole::Heading, title));
    row->addWidget(make_label(LabelRole::Caption, caption));
    row->addStretch(1);
    body_->addWidget(hairline());
    body_->addLayout(row);
    body_->addWidget(hairline());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    painter.setPen(QPen(theme.border, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Space::radius - 1, Space::radius - 1);
}

}  // namespace aftercharge
