// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

#include <QBasicTimer>
#include <QChartView>
#include <QTimeZone>

#include "models/domain/money.h"
#include "models/item/curve_buffer.h"
#include "models/item/curve_decimate.h"
#include "ui/common/curve_marks.h"
#include "ui/common/curve_scale.h"

class QLineSeries;
class QValueAxis;

namespace aftercharge {

class ThemeController;

// The chart inside of a CurveView: Qt Charts draws the lines (raster, no animation, no
// OpenGL: it crashes offscreen); scales, marks and the read-out are drawn around them by
// curve_paint, as Qt's axes know neither a station's time zone nor our type scale.
class CurveCanvas : public QChartView {
    Q_OBJECT
public:
    CurveCanvas(const ThemeController &themes, const QTimeZone &zone, QWidget *parent);

    struct Line {
        bool visible = false;
        std::int64_t top = 1;  // value at the upper edge, smallest units
        QValueAxis *axis = nullptr;
        QList<QLineSeries *> segments;  // one a stretch without a gap
    };

    CurveBuffer &buffer() { return buffer_; }
    const CurveBuffer &buffer() const { return buffer_; }
    void data_changed();
    void set_marks(const QList<CurveMark> &marks);
    void set_stretches(const QList<CurveStretch> &stretches);
    void set_zone(const QTimeZone &zone);
    void set_currency(const Currency &currency);
    void set_visible(CurveQuantity quantity, bool visible);
    bool is_visible(CurveQuantity quantity) const { return line(quantity).visible; }
    void set_max_points(int max_points);
    void fit();
    void zoom_to(UtcTime from, UtcTime to);
    void set_cursor(std::optional<UtcTime> at);
    std::optional<CurveReadout> readout() const;
    const PlotFrame &frame() const { return frame_; }
    int frames_drawn() const { return frames_drawn_; }
    bool wide() const { return width() >= 560; }
    const Line &line(CurveQuantity quantity) const { return lines_[static_cast<std::size_t>(quantity)]; }
    const QTimeZone &zone() const { return zone_; }
    const QList<CurveMark> &marks() const { return marks_; }
    const QList<CurveStretch> &stretches() const { return stretches_; }
    std::optional<std::size_t> cursor_index() const { return cursor_; }
    std::int64_t money_scale() const { return currency_.scale(); }
    // Brings the lines up to date at once (a frame does it otherwise).
    void rebuild();

Q_SIGNALS:
    void tableRequested();
    void cursorMoved(aftercharge::UtcTime at);
    void windowChanged(aftercharge::UtcTime from, aftercharge::UtcTime to);

protected:
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Line &line(CurveQuantity quantity) { return lines_[static_cast<std::size_t>(quantity)]; }
    void schedule(bool lines);
    void layout_plot();
    void update_window();
    void rebuild_line(CurveQuantity quantity);
    QLineSeries *segment(CurveQuantity quantity, qsizetype index);
    void zoom(qreal factor, UtcTime around);
    void move_cursor(int steps);
    void move_cursor_to(std::size_t index);

    const ThemeController &themes_;
    QTimeZone zone_;
    Currency currency_;
    CurveBuffer buffer_;
    std::array<Line, 6> lines_;
    QValueAxis *time_axis_;
    QList<CurveMark> marks_;
    QList<CurveStretch> stretches_;
    PlotFrame frame_;
    bool fitted_ = true;
    bool data_dirty_ = true;
    int max_points_ = 1200;
    static constexpr int frame_ms = 16;
    int pause_ms_ = frame_ms;
    int frames_drawn_ = 0;
    QBasicTimer frame_timer_;
    std::optional<std::size_t> cursor_;
    std::optional<UtcTime> cursor_time_;
    std::optional<QPoint> drag_from_;
    PlotFrame drag_frame_;
};

constexpr std::array<CurveQuantity, 6> all_curve_quantities{CurveQuantity::Power,   CurveQuantity::Voltage,
                                                            CurveQuantity::Current, CurveQuantity::Soc,
                                                            CurveQuantity::Energy,  CurveQuantity::Fee};

}  // namespace aftercharge
