// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/toast_area.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/labels.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

constexpr int most_toasts = 4;

class Toast : public QWidget {
public:
    Toast(const ThemeController &themes, Tone tone, const QString &text, int timeout_ms)
        : themes_(themes), tone_(tone), row_(new QHBoxLayout(this))
    {
        row_->setContentsMargins(32, 9, 12, 9);
        row_->setSpacing(Space::m);
        auto *label = make_label(LabelRole::Body, text);
        label->setWordWrap(text.size() > 48);
        row_->addWidget(label, 1);
        setMinimumWidth(240);
        setMaximumWidth(420);
        setAccessibleName(text);
        timer_.setSingleShot(true);
        timer_.setInterval(timeout_ms);
        QObject::connect(&timer_, &QTimer::timeout, this, &QWidget::deleteLater);
        timer_.start();
    }

    void add_undo(std::function<void()> undo)
    {
        auto *button = new Button(themes_, ButtonRole::Secondary, ToastArea::tr("Undo"), this);
        row_->addWidget(button);
        QObject::connect(button, &QPushButton::clicked, this, [this, button, undo = std::move(undo)] {
            button->setEnabled(false);
            undo();
            deleteLater();
        });
    }

protected:
    void enterEvent(QEnterEvent *) override { timer_.stop(); }
    void leaveEvent(QEvent *) override { timer_.start(); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themes_.theme();
        painter.setPen(QPen(theme.border, 1));
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Space::radius, Space::radius);
        paint_shape(painter, QRectF(13, (height() - 9) / 2.0, 9, 9),
                    tone_ == Tone::Bad ? ChipShape::Triangle : ChipShape::Dot, theme.tone(tone_));
    }

private:
    const ThemeController &themes_;
    Tone tone_;
    QHBoxLayout *row_;
    QTimer timer_;
};

}  // namespace

ToastArea::ToastArea(const ThemeController &themes, QWidget *host)
    : QWidget(host), themes_(themes), host_(host), column_(new QVBoxLayout(this))
{
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(Space::s);
    column_->setSizeConstraint(QLayout::SetFixedSize);
    setAccessibleName(tr("Notices"));
    host_->installEventFilter(this);
    hide();
}

void ToastArea::show_toast(Tone tone, const QString &text, int timeout_ms)
{
    add(new Toast(themes_, tone, text, timeout_ms));
}

void ToastArea::show_undo(const QString &text, std::function<void()> undo, int timeout_ms)
{
    auto *toast = new Toast(themes_, Tone::Ok, text, timeout_ms);
    toast->add_undo(std::move(undo));
    add(toast);
}

int ToastArea::count() const
{
    return column_->count();
}

void ToastArea::add(QWidget *toast)
{
    while (column_->count() >= most_toasts)
        delete column_->itemAt(0)->widget();
    column_->addWidget(toast);
    connect(toast, &QObject::destroyed, this, [this] { QTimer::singleShot(0, this, &ToastArea::place); });
    toast->show();
    place();
    QAccessibleEvent event(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ToastArea::place()
{
    setVisible(column_->count() > 0);
    if (column_->count() == 0)
        return;
    const QSize size = column_->totalSizeHint();
    resize(size);
    move(host_->width() - size.width() - Space::l, host_->height() - size.height() - Space::l);
    raise();
}

bool ToastArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == host_ && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace aftercharge
