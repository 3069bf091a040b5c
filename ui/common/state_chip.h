// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/item/cell_roles.h"

namespace aftercharge {

class ThemeController;

// A state as a widget: shape, word, soft ground. Its accessible name is the word.
class StateChip : public QWidget {
    Q_OBJECT
public:
    explicit StateChip(const ThemeController &themes, QWidget *parent = nullptr);

    void set_state(Tone tone, ChipShape shape, const QString &text);
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &themes_;
    Tone tone_ = Tone::Neutral;
    ChipShape shape_ = ChipShape::None;
    QString text_;
};

}  // namespace aftercharge
