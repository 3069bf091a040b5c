// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/item/cell_roles.h"

namespace aftercharge {

class ThemeController;

// Caption, a 20 px figure and a muted note beside it. Framed for the top row of a page,
// plain inside of a card (then the note stands below).
class KpiTile : public QWidget {
    Q_OBJECT
public:
    enum class Look { Framed, Plain };
    KpiTile(const ThemeController &themes, Look look, const QString &caption, QWidget *parent = nullptr);

    void set_caption(const QString &caption);
    void set_value(const QString &figure, const QString &note = {});
    void set_tone(Tone tone);  // colours the figure; Neutral: text
    QString figure() const { return figure_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    const ThemeController &themes_;
    Look look_;
    Tone tone_ = Tone::Neutral;
    QString caption_;
    QString figure_ = QStringLiteral("—");
    QString note_;
};

}  // namespace aftercharge
