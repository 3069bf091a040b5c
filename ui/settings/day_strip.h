// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/domain/money.h"
#include "models/item/cell_roles.h"
#include "models/item/tariff_day.h"
#include "ui/common/format.h"

namespace aftercharge {

struct Theme;
class ThemeController;

// The day of a time-of-use tariff: 24 hours, a block for each price with its name and price;
// the colour follows the price from low to high. One line for each kind of day.
class DayStrip : public QWidget {
    Q_OBJECT
public:
    DayStrip(const ThemeController &themes, const Format &format, QWidget *parent = nullptr);
    void set_days(std::vector<TariffDay> days, const Currency &currency);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone tone_of(const TariffSlice &slice) const;
    void paint_day(QPainter &painter, const QRectF &bar, const TariffDay &day) const;
    void paint_hours(QPainter &painter, const QRectF &bar) const;
    void describe();

    const ThemeController &themes_;
    Format format_;
    Currency currency_;
    std::vector<TariffDay> days_;
    std::vector<UnitPrice> prices_;  // distinct, ascending
};

}  // namespace aftercharge
