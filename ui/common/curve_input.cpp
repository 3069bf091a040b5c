// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of CurveCanvas.
#include <cmath>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>

#include "ui/common/curve_canvas.h"

namespace aftercharge {

void CurveCanvas::zoom(qreal factor, UtcTime around)
{
    if (buffer_.empty())
        return;
    const auto part = [factor](Duration span) {
        return Duration(std::llround(static_cast<qreal>(span.count()) * factor));
    };
    UtcTime from = around - part(around - frame_.from);
    UtcTime to = around + part(frame_.to - around);
    // Farther out than everything there is shows nothing more.
    if (from <= buffer_.front().at && to >= buffer_.back().at) {
        fit();
        return;
    }
    zoom_to(from, to);
}

void CurveCanvas::move_cursor(int steps)
{
    if (buffer_.empty())
        return;
    const auto last = static_cast<std::int64_t>(buffer_.size()) - 1;
    const std::int64_t start = cursor_ ? static_cast<std::int64_t>(*cursor_) + steps : (steps < 0 ? last : 0);
    move_cursor_to(static_cast<std::size_t>(std::clamp<std::int64_t>(start, 0, last)));
    const Duration span = frame_.to - frame_.from;
    if (*cursor_time_ < frame_.from)
        zoom_to(*cursor_time_, *cursor_time_ + span);
    else if (*cursor_time_ > frame_.to)
        zoom_to(*cursor_time_ - span, *cursor_time_);
    if (const auto box = readout()) {
        QString spoken = box->time;
        for (const CurveReadoutLine &entry : box->lines)
            spoken += QStringLiteral(", %1 %2").arg(entry.label, entry.value);
        setAccessibleDescription(spoken);
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void CurveCanvas::keyPressEvent(QKeyEvent *event)
{
    const int step = event->modifiers().testFlag(Qt::ControlModifier) ? 10 : 1;
    const UtcTime middle = cursor_time_ ? *cursor_time_ : frame_.from + (frame_.to - frame_.from) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        move_cursor(-step);
        return;
    case Qt::Key_Right:
        move_cursor(step);
        return;
    case Qt::Key_Home:
        move_cursor(-static_cast<int>(buffer_.size()));
        return;
    case Qt::Key_End:
        move_cursor(static_cast<int>(buffer_.size()));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.8, middle);
        return;
    case Qt::Key_Minus:
        zoom(1.25, middle);
        return;
    case Qt::Key_0:
        fit();
        return;
    case Qt::Key_T:
        Q_EMIT tableRequested();
        return;
    case Qt::Key_Escape:
        if (cursor_) {
            set_cursor(std::nullopt);
            return;
        }
        break;
    default:
        break;
    }
    event->ignore();
}

void CurveCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        drag_from_ = event->position().toPoint();
        drag_frame_ = frame_;
    }
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void CurveCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (drag_from_ && event->buttons().testFlag(Qt::LeftButton)) {
        if (std::abs(at.x() - drag_from_->x()) > 3) {
            viewport()->setCursor(Qt::ClosedHandCursor);
            const Duration shift = drag_frame_.time_at(drag_from_->x()) - drag_frame_.time_at(at.x());
            zoom_to(drag_frame_.from + shift, drag_frame_.to + shift);
        }
    } else if (!buffer_.empty() && frame_.plot.adjusted(-2, 0, 2, 0).contains(at)) {
        move_cursor_to(buffer_.nearest(frame_.time_at(at.x())));
    } else {
        set_cursor(std::nullopt);
    }
    event->accept();
}

void CurveCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    drag_from_.reset();
    viewport()->unsetCursor();
    event->accept();
}

void CurveCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    fit();
    event->accept();
}

void CurveCanvas::wheelEvent(QWheelEvent *event)
{
    const qreal turns = event->angleDelta().y() / 120.0;
    if (!qFuzzyIsNull(turns))
        zoom(std::pow(0.8, turns), frame_.time_at(event->position().x()));
    event->accept();
}

void CurveCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    // The keyboard's cursor stays where it was put.
    if (!hasFocus())
        set_cursor(std::nullopt);
}

void CurveCanvas::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void CurveCanvas::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

}  // namespace aftercharge
