// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/curve_canvas.h"

#include <cmath>

#include <QChart>
#include <QElapsedTimer>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include "ui/common/curve_paint.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

constexpr qsizetype most_segments = 24;

qreal millis(UtcTime time)
{
    return static_cast<qreal>(time.time_since_epoch().count());
}

}  // namespace

CurveCanvas::CurveCanvas(const ThemeController &themes, const QTimeZone &zone, QWidget *parent)
    : QChartView(parent), themes_(themes), zone_(zone), time_axis_(new QValueAxis(this))
{
    QChart *const board = chart();
    board->setAnimationOptions(QChart::NoAnimation);
    board->legend()->hide();
    board->setBackgroundVisible(false);
    board->setPlotAreaBackgroundVisible(false);
    board->setMargins(QMargins());
    board->addAxis(time_axis_, Qt::AlignBottom);
    time_axis_->setVisible(false);
    for (const CurveQuantity quantity : all_curve_quantities) {
        Line &made = line(quantity);
        made.axis = new QValueAxis(this);
        board->addAxis(made.axis, Qt::AlignLeft);
        made.axis->setVisible(false);
        made.visible = quantity != CurveQuantity::Current && quantity != CurveQuantity::Fee;
    }
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent"));
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(240, 150);
    setAccessibleName(tr("Charging curves"));
    connect(&themes_, &ThemeController::themeChanged, this, [this] { schedule(true); });
}

void CurveCanvas::data_changed()
{
    // A late reading may have moved the one under the cursor.
    if (cursor_time_ && !buffer_.empty())
        cursor_ = buffer_.nearest(*cursor_time_);
    if (buffer_.empty())
        cursor_.reset();
    schedule(true);
}

void CurveCanvas::set_marks(const QList<CurveMark> &marks)
{
    marks_ = marks;
    schedule(true);
}

void CurveCanvas::set_stretches(const QList<CurveStretch> &stretches)
{
    stretches_ = stretches;
    schedule(false);
}

void CurveCanvas::set_zone(const QTimeZone &zone)
{
    zone_ = zone;
    schedule(false);
}

void CurveCanvas::set_currency(const Currency &currency)
{
    currency_ = currency;
    schedule(true);
}

void CurveCanvas::set_visible(CurveQuantity quantity, bool visible)
{
    line(quantity).visible = visible;
    layout_plot();
    schedule(true);
}

void CurveCanvas::set_max_points(int max_points)
{
    max_points_ = std::clamp(max_points, 8, 1200);
    schedule(true);
}

void CurveCanvas::schedule(bool lines)
{
    data_dirty_ = data_dirty_ || lines;
    if (isVisible() && !frame_timer_.isActive())
        frame_timer_.start(pause_ms_, Qt::PreciseTimer, this);
}

void CurveCanvas::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != frame_timer_.timerId()) {
        QChartView::timerEvent(event);
        return;
    }
    frame_timer_.stop();
    QElapsedTimer cost;
    cost.start();
    if (data_dirty_)
        rebuild();
    viewport()->update();
    // On a slow machine frames come less often, so that the keyboard is never kept waiting.
    pause_ms_ = std::clamp(static_cast<int>(2 * cost.elapsed()), frame_ms, 8 * frame_ms);
}

void CurveCanvas::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    layout_plot();
    rebuild();
}

void CurveCanvas::hideEvent(QHideEvent *event)
{
    QChartView::hideEvent(event);
    frame_timer_.stop();
    data_dirty_ = true;
}

void CurveCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layout_plot();
    schedule(true);
}

void CurveCanvas::layout_plot()
{
    const bool second_left = wide() && line(CurveQuantity::Voltage).visible;
    const bool second_right = wide() && line(CurveQuantity::Energy).visible;
    const QRectF all = viewport()->rect();
    frame_.plot = all.adjusted(second_left ? 72 : 40, 10, second_right ? -82 : -46, -24);
    chart()->setPlotArea(frame_.plot);
}

void CurveCanvas::update_window()
{
    if (buffer_.empty() || !fitted_)
        return;
    UtcTime from = buffer_.front().at;
    UtcTime to = buffer_.back().at;
    for (const CurveMark &mark : marks_) {
        from = std::min(from, mark.at);
        to = std::max(to, mark.at);
    }
    if (to - from < std::chrono::seconds(10))
        to = from + std::chrono::seconds(10);
    frame_.from = from;
    frame_.to = to;
}

void CurveCanvas::rebuild()
{
    data_dirty_ = false;
    update_window();
    // Emptied first: each change of a scale would otherwise lay out the old points once more.
    for (const Line &each : lines_) {
        for (QLineSeries *series : each.segments)
            series->clear();
    }
    time_axis_->setRange(millis(frame_.from), millis(std::max(frame_.to, frame_.from + Duration(1))));
    std::array<std::int64_t, 6> highest{};
    for (std::size_t i = 0; i < buffer_.size(); ++i) {
        const CurvePoint &point = buffer_.at(i);
        if (point.excluded)
            continue;
        for (const CurveQuantity quantity : all_curve_quantities) {
            std::int64_t &top = highest[static_cast<std::size_t>(quantity)];
            top = std::max(top, value_of(point, quantity).value_or(0));
        }
    }
    for (const CurveQuantity quantity : all_curve_quantities) {
        const std::int64_t unit = axis_unit(quantity, money_scale());
        const std::int64_t top = highest[static_cast<std::size_t>(quantity)];
        // Whole axis units at the labels where the value allows it.
        line(quantity).top = top > 4 * unit ? nice_top((top + unit - 1) / unit) * unit
                                            : nice_top(std::max<std::int64_t>(top, 1));
        if (quantity == CurveQuantity::Soc)
            line(quantity).top = 1000;
        line(quantity).axis->setRange(0, static_cast<qreal>(line(quantity).top));
        rebuild_line(quantity);
    }
}

void CurveCanvas::rebuild_line(CurveQuantity quantity)
{
    std::vector<CurveSample> samples;
    if (line(quantity).visible) {
        // More points than the screen has columns show nothing more.
        const int columns = static_cast<int>(frame_.plot.width() * devicePixelRatioF());
        const int most = std::min(max_points_, std::max(columns, 100));
        const CurveWindow window{frame_.from, frame_.to, static_cast<std::size_t>(most)};
        samples = decimate(buffer_, quantity, window);
    }
    qsizetype used = 0;
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(samples.size()));
    const auto flush = [&] {
        if (points.isEmpty())
            return;
        if (points.size() == 1)
            points.append(points.first() + QPointF(1, 0));  // a lone reading stays a dot
        QLineSeries *const series = segment(quantity, used++);
        // Bevels: round joins of six hundred points cost more than everything else together.
        series->setPen(QPen(themes_.theme().curve(quantity), 1.8, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        series->replace(points);
        series->setVisible(true);
        points.clear();
    };
    for (const CurveSample &sample : samples) {
        if (sample.starts_segment && used + 1 < most_segments)
            flush();
        points.append(QPointF(millis(sample.at), static_cast<qreal>(sample.value)));
    }
    flush();
    for (qsizetype i = used; i < line(quantity).segments.size(); ++i)
        line(quantity).segments[i]->setVisible(false);
}

QLineSeries *CurveCanvas::segment(CurveQuantity quantity, qsizetype index)
{
    Line &owner = line(quantity);
    while (owner.segments.size() <= index) {
        auto *series = new QLineSeries(this);
        chart()->addSeries(series);
        series->attachAxis(time_axis_);
        series->attachAxis(owner.axis);
        owner.segments.append(series);
    }
    return owner.segments[index];
}

void CurveCanvas::fit()
{
    fitted_ = true;
    update_window();
    schedule(true);
    Q_EMIT windowChanged(frame_.from, frame_.to);
}

void CurveCanvas::zoom_to(UtcTime from, UtcTime to)
{
    if (to - from < std::chrono::seconds(5))
        return;
    fitted_ = false;
    frame_.from = from;
    frame_.to = to;
    schedule(true);
    Q_EMIT windowChanged(from, to);
}

void CurveCanvas::set_cursor(std::optional<UtcTime> at)
{
    cursor_.reset();
    cursor_time_.reset();
    if (at && !buffer_.empty())
        move_cursor_to(buffer_.nearest(*at));
    schedule(false);
}

void CurveCanvas::move_cursor_to(std::size_t index)
{
    if (cursor_ == index)
        return;
    cursor_ = index;
    cursor_time_ = buffer_.at(index).at;
    schedule(false);
    Q_EMIT cursorMoved(*cursor_time_);
}

void CurveCanvas::drawBackground(QPainter *painter, const QRectF &)
{
    paint_curve_ground(*painter, *this, themes_.theme(), locale());
}

void CurveCanvas::drawForeground(QPainter *painter, const QRectF &)
{
    paint_curve_marks(*painter, *this, themes_.theme(), locale());
}

void CurveCanvas::paintEvent(QPaintEvent *event)
{
    ++frames_drawn_;
    QChartView::paintEvent(event);
}

std::optional<CurveReadout> CurveCanvas::readout() const
{
    if (!cursor_ || *cursor_ >= buffer_.size())
        return std::nullopt;
    return make_readout(*this, buffer_.at(*cursor_), locale());
}

}  // namespace aftercharge
