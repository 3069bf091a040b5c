// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/busy_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include "ui/common/button.h"
#include "ui/common/labels.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

// The text stays readable where the filled part ends: `text` has contrast on both colours.
class BusyBar::Track : public QWidget {
public:
    explicit Track(const ThemeController &themes) : themes_(themes) { setFixedSize(180, 14); }

    void set(std::int64_t done, std::int64_t total, const QString &text)
    {
        share_ = total > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0) : 0.0;
        text_ = text;
        setAccessibleName(text);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themes_.theme();
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.bar_empty);
        painter.drawRoundedRect(rect(), 3, 3);
        painter.setBrush(theme.bar_fill);
        painter.drawRoundedRect(QRectF(0, 0, width() * share_, height()), 3, 3);
        painter.setPen(theme.text);
        draw_tabular(painter, rect(), Qt::AlignCenter, text_, theme.fonts.caption);
    }

private:
    const ThemeController &themes_;
    double share_ = 0;
    QString text_;
};

BusyBar::BusyBar(const ThemeController &themes, QWidget *parent)
    : QWidget(parent), what_(make_label(LabelRole::Muted, {})), track_(new Track(themes)),
      cancel_(new Button(themes, ButtonRole::Pill, tr("Cancel")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::s);
    row->addWidget(what_);
    row->addWidget(track_);
    row->addWidget(cancel_);
    hide();
    connect(cancel_, &QPushButton::clicked, this, &BusyBar::cancelRequested);
}

void BusyBar::start(const QString &what)
{
    what_->setText(what);
    setAccessibleName(what);
    cancel_->setText(tr("Cancel"));
    set_progress(0, 0);
    show();
}

void BusyBar::set_progress(std::int64_t done, std::int64_t total)
{
    const QLocale in = locale();
    QString text;
    if (total > 0)
        text = tr("%1 of %2").arg(in.toString(qlonglong{done}), in.toString(qlonglong{total}));
    else if (done > 0)
        text = in.toString(qlonglong{done});
    track_->set(done, total, text);
}

void BusyBar::set_cancellable(bool cancellable)
{
    cancel_->setVisible(cancellable);
}

void BusyBar::finish()
{
    hide();
}

}  // namespace aftercharge
