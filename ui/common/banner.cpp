// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

LabelRole label_role(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return LabelRole::Ok;
    case Tone::Warn:
        return LabelRole::Warn;
    case Tone::Bad:
        return LabelRole::Bad;
    case Tone::Info:
        return LabelRole::Info;
    case Tone::Neutral:
        break;
    }
    return LabelRole::Muted;
}

}  // namespace

Banner::Banner(const ThemeController &themes, QWidget *parent)
    : QWidget(parent), themes_(themes), label_(make_label(LabelRole::Info, {})),
      action_(new Button(themes, ButtonRole::Secondary, {}))
{
    label_->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(30, Space::s, Space::m, Space::s);
    row->setSpacing(Space::m);
    row->addWidget(label_, 1);
    row->addWidget(action_, 0, Qt::AlignVCenter);
    action_->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(action_, &QPushButton::clicked, this, &Banner::actionTriggered);
}

void Banner::set_message(Tone tone, const QString &text)
{
    tone_ = tone;
    label_->setText(text);
    setAccessibleName(text);
    dress();
}

void Banner::set_action(const QString &text)
{
    action_->setText(text);
    action_->setVisible(!text.isEmpty());
    action_->updateGeometry();
}

QString Banner::text() const
{
    return label_->text();
}

void Banner::dress()
{
    set_label_role(*label_, label_role(tone_));
    update();
}

void Banner::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        update();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themes_.theme();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tone_soft(tone_));
    painter.drawRoundedRect(rect(), Space::radius_small, Space::radius_small);
    paint_shape(painter, QRectF(12, (height() - 9) / 2.0, 9, 9), tone_shape(tone_), theme.tone_text(tone_));
}

}  // namespace aftercharge
