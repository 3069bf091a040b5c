// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/curve_view.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/common/chip.h"
#include "ui/common/curve_canvas.h"
#include "ui/common/flow_layout.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

// One entry of the legend: a dash in the curve's colour and its name; off is hollow and struck.
class LegendEntry : public QAbstractButton {
public:
    LegendEntry(const ThemeController &themes, CurveQuantity quantity) : themes_(themes), quantity_(quantity)
    {
        setText(CurveView::quantity_legend(quantity));
        setAccessibleName(text());
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override
    {
        return {static_cast<int>(tabular_width(text(), themes_.theme().fonts.caption)) + 28, 20};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = themes_.theme();
        const QRectF dash(4, height() / 2.0 - 1.5, 12, 3);
        painter.setPen(isChecked() ? Qt::NoPen : QPen(theme.muted, 1));
        painter.setBrush(isChecked() ? QBrush(theme.curve(quantity_)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(dash, 1.5, 1.5);
        painter.setPen(theme.muted);
        QFont font = theme.fonts.caption;
        font.setStrikeOut(!isChecked());
        draw_tabular(painter, QRectF(21, 0, width() - 21, height()), Qt::AlignLeft | Qt::AlignVCenter, text(), font);
        if (hasFocus())
            paint_focus_ring(painter, rect(), theme, 5);
    }

private:
    const ThemeController &themes_;
    CurveQuantity quantity_;
};

}  // namespace

CurveView::CurveView(const ThemeController &themes, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), themes_(themes), canvas_(new CurveCanvas(themes, zone, this)),
      legend_(new QWidget), offered_{CurveQuantity::Power, CurveQuantity::Voltage, CurveQuantity::Soc,
                                     CurveQuantity::Energy}
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::s, Space::s, Space::s, Space::xs);
    column->setSpacing(2);
    new FlowLayout(Space::m, legend_);
    column->addWidget(legend_);
    column->addWidget(canvas_, 1);
    setFocusProxy(canvas_);
    build_legend();
    connect(canvas_, &CurveCanvas::tableRequested, this, &CurveView::tableRequested);
    connect(canvas_, &CurveCanvas::cursorMoved, this, &CurveView::cursorMoved);
    connect(canvas_, &CurveCanvas::windowChanged, this, &CurveView::windowChanged);
}

void CurveView::build_legend()
{
    qDeleteAll(legend_->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly));
    for (const CurveQuantity quantity : offered_) {
        auto *entry = new LegendEntry(themes_, quantity);
        entry->setChecked(canvas_->is_visible(quantity));
        entry->setObjectName(QStringLiteral("legend%1").arg(static_cast<int>(quantity)));
        legend_->layout()->addWidget(entry);
        connect(entry, &QAbstractButton::toggled, this,
                [this, quantity](bool on) { canvas_->set_visible(quantity, on); });
    }
}

void CurveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        build_legend();
}

QString CurveView::quantity_name(CurveQuantity quantity)
{
    switch (quantity) {
    case CurveQuantity::Power:
        return tr("Power");
    case CurveQuantity::Voltage:
        return tr("Voltage");
    case CurveQuantity::Current:
        return tr("Current");
    case CurveQuantity::Soc:
        return tr("SOC");
    case CurveQuantity::Energy:
        return tr("Energy");
    case CurveQuantity::Fee:
        return tr("Fee");
    }
    return {};
}

QString CurveView::quantity_legend(CurveQuantity quantity)
{
    switch (quantity) {
    case CurveQuantity::Power:
        return tr("Power kW");
    case CurveQuantity::Voltage:
        return tr("Voltage V");
    case CurveQuantity::Current:
        return tr("Current A");
    case CurveQuantity::Soc:
        return tr("SOC %");
    case CurveQuantity::Energy:
        return tr("Energy kWh");
    case CurveQuantity::Fee:
        return tr("Fee");
    }
    return {};
}

void CurveView::set_points(std::vector<CurvePoint> points)
{
    canvas_->buffer().assign(std::move(points));
    canvas_->data_changed();
}

void CurveView::append(const CurvePoint &point)
{
    canvas_->buffer().append(point);
    canvas_->data_changed();
}

void CurveView::clear()
{
    canvas_->buffer().clear();
    canvas_->set_marks({});
    canvas_->set_stretches({});
    canvas_->data_changed();
    canvas_->fit();
}

const CurveBuffer &CurveView::buffer() const
{
    return canvas_->buffer();
}

void CurveView::set_marks(const QList<CurveMark> &marks)
{
    canvas_->set_marks(marks);
}

void CurveView::set_stretches(const QList<CurveStretch> &stretches)
{
    canvas_->set_stretches(stretches);
}

void CurveView::set_zone(const QTimeZone &zone)
{
    canvas_->set_zone(zone);
}

void CurveView::set_currency(const Currency &currency)
{
    canvas_->set_currency(currency);
}

void CurveView::set_offered(const QList<CurveQuantity> &quantities)
{
    offered_ = quantities;
    for (const CurveQuantity quantity : all_curve_quantities) {
        if (!offered_.contains(quantity))
            canvas_->set_visible(quantity, false);
    }
    build_legend();
}

void CurveView::set_quantity_visible(CurveQuantity quantity, bool visible)
{
    canvas_->set_visible(quantity, visible);
    build_legend();
}

bool CurveView::is_quantity_visible(CurveQuantity quantity) const
{
    return canvas_->is_visible(quantity);
}

void CurveView::set_max_points(int max_points)
{
    canvas_->set_max_points(max_points);
}

void CurveView::fit()
{
    canvas_->fit();
}

void CurveView::zoom_to(UtcTime from, UtcTime to)
{
    canvas_->zoom_to(from, to);
}

UtcTime CurveView::visible_from() const
{
    return canvas_->frame().from;
}

UtcTime CurveView::visible_to() const
{
    return canvas_->frame().to;
}

void CurveView::set_cursor(std::optional<UtcTime> at)
{
    canvas_->set_cursor(at);
}

std::optional<CurveReadout> CurveView::readout() const
{
    return canvas_->readout();
}

QWidget *CurveView::canvas() const
{
    return canvas_->viewport();
}

QPoint CurveView::position_of(UtcTime at) const
{
    const PlotFrame &frame = canvas_->frame();
    return QPointF(frame.x_of(at), frame.plot.center().y()).toPoint();
}

int CurveView::frames_drawn() const
{
    return canvas_->frames_drawn();
}

}  // namespace aftercharge
