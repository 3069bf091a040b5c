// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/compare_pane.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "models/item/session_condition.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/curve_view.h"
#include "ui/common/labels.h"
#include "ui/common/session_curve.h"
#include "ui/common/state_chip.h"
#include "ui/common/theme_controller.h"
#include "ui/live/session_words.h"

namespace aftercharge {

namespace {

constexpr qsizetype most_sessions = 4;
constexpr int points_each = 600;

}  // namespace

ComparePane::ComparePane(const ThemeController &themes, DeskService &desk, const Clock &clock, const Format &format,
                         QWidget *parent)
    : QWidget(parent), themes_(themes), desk_(desk), clock_(clock), format_(format), grid_(new QGridLayout)
{
    auto *card = new Card(themes);
    card->set_title(tr("Side by side"));
    auto *back = new Button(themes, ButtonRole::Secondary, tr("Back to one"));
    back->set_key_hint(QStringLiteral("Esc"));
    card->add_action(back);
    connect(back, &Button::clicked, this, &ComparePane::closed);
    grid_->setSpacing(1);
    card->body()->addLayout(grid_, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
}

void ComparePane::show_sessions(const QList<SessionView> &sessions)
{
    for (const Cell &cell : cells_)
        cell.box->deleteLater();
    cells_.clear();
    for (const SessionView &session : sessions.first(std::min(sessions.size(), most_sessions))) {
        const auto place = static_cast<int>(cells_.size());
        cells_.push_back(make_cell(session));
        // Two stand one above the other: time runs along the same axis.
        const bool two = sessions.size() == 2;
        grid_->addWidget(cells_.back().box, two ? place : place / 2, two ? 0 : place % 2);
        const OrderNo order_no = session.order_no;
        desk_.explain_order(order_no).then(
            this, [this, order_no](const Result<OrderExplanation> &result) { explained(order_no, result); });
    }
}

ComparePane::Cell ComparePane::make_cell(const SessionView &session)
{
    Cell cell;
    cell.session = session;
    cell.box = new QWidget;
    cell.chip = new StateChip(themes_);
    cell.figures = make_label(LabelRole::Caption, {});
    cell.figures->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    cell.figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    cell.curve = new CurveView(themes_, format_.zone());
    cell.curve->set_max_points(points_each);
    // Half as wide: without the voltage, whose scale has no room here.
    cell.curve->set_offered({CurveQuantity::Power, CurveQuantity::Soc, CurveQuantity::Energy});
    cell.curve->setMinimumHeight(150);
    cell.curve->setAccessibleName(tr("Curve of %1").arg(SessionWords::point(session.connector)));
    auto *open = new Button(themes_, ButtonRole::Quiet, SessionWords::point(session.connector));
    open->setToolTip(tr("Show this session"));
    connect(open, &Button::clicked, this, [this, order_no = session.order_no] { Q_EMIT sessionChosen(order_no); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::xs, Space::xs, Space::s, 0);
    head->addWidget(open);
    head->addWidget(cell.chip);
    head->addWidget(cell.figures, 1);
    auto *column = new QVBoxLayout(cell.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(cell.curve, 1);
    show_figures(cell);
    return cell;
}

void ComparePane::show_figures(Cell &cell)
{
    const SessionView &session = cell.session;
    const SessionCondition condition = condition_of(session);
    cell.chip->set_state(tone_of(condition), shape_of(condition), SessionWords::condition(condition));
    cell.figures->setText(format_.energy_unit(session.energy) + u" · " + format_.money(session.fee));
}

void ComparePane::update_session(const SessionView &session)
{
    for (Cell &cell : cells_) {
        if (cell.session.order_no != session.order_no)
            continue;
        const bool newer = session.at > cell.session.at;
        cell.session = session;
        show_figures(cell);
        if (newer && is_running(session))
            cell.curve->append(SessionCurve::point_of(session));
    }
}

void ComparePane::explained(const OrderNo &order_no, const Result<OrderExplanation> &result)
{
    if (!result)
        return;
    for (Cell &cell : cells_) {
        if (cell.session.order_no != order_no)
            continue;
        if (const QTimeZone zone(QByteArray::fromStdString(result->time_zone)); zone.isValid())
            cell.curve->set_zone(zone);
        SessionCurve::of(*result, format_, clock_.now()).show_in(*cell.curve);
    }
}

void ComparePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    QWidget::keyPressEvent(event);
}

}  // namespace aftercharge
