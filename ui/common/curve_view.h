// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QTimeZone>
#include <QWidget>

#include "models/domain/money.h"
#include "models/item/curve_buffer.h"
#include "ui/common/curve_marks.h"

namespace aftercharge {

class CurveCanvas;
class FlowLayout;
class ThemeController;

// The curves of one session: power and voltage to the left scales, SOC and energy to the
// right. A legend that shows and hides each; a read-out of all values at one instant by
// mouse or by the left and right keys; wheel or + and − zoom, drag pans, double click or 0
// fits, T asks for the table of the same values.
//
// append() is cheap at any rate: what was appended is drawn at most once in 16 ms, and not
// at all while hidden.
class CurveView : public QWidget {
    Q_OBJECT
public:
    explicit CurveView(const ThemeController &themes, const QTimeZone &zone, QWidget *parent = nullptr);

    void set_points(std::vector<CurvePoint> points);
    void append(const CurvePoint &point);
    void clear();
    const CurveBuffer &buffer() const;

    void set_marks(const QList<CurveMark> &marks);
    void set_stretches(const QList<CurveStretch> &stretches);
    void set_zone(const QTimeZone &zone);
    void set_currency(const Currency &currency);  // of CurveQuantity::Fee

    // What the legend offers; Power, Voltage, Soc and Energy unless said otherwise.
    void set_offered(const QList<CurveQuantity> &quantities);
    void set_quantity_visible(CurveQuantity quantity, bool visible);
    bool is_quantity_visible(CurveQuantity quantity) const;
    // Most points drawn for one curve: 1200; 600 where four views stand together.
    void set_max_points(int max_points);

    void fit();
    void zoom_to(UtcTime from, UtcTime to);
    UtcTime visible_from() const;
    UtcTime visible_to() const;

    void set_cursor(std::optional<UtcTime> at);
    // What the box shows now; nothing without a cursor.
    std::optional<CurveReadout> readout() const;

    // For tests: where an instant lies, in the coordinates of canvas(), and how often was drawn.
    QWidget *canvas() const;
    QPoint position_of(UtcTime at) const;
    int frames_drawn() const;

    QSize sizeHint() const override { return {560, 320}; }
    static QString quantity_name(CurveQuantity quantity);    // "Power"
    static QString quantity_legend(CurveQuantity quantity);  // "Power kW"

Q_SIGNALS:
    void tableRequested();
    void cursorMoved(aftercharge::UtcTime at);
    void windowChanged(aftercharge::UtcTime from, aftercharge::UtcTime to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build_legend();

    const ThemeController &themes_;
    CurveCanvas *canvas_;
    QWidget *legend_;
    QList<CurveQuantity> offered_;
};

}  // namespace aftercharge
