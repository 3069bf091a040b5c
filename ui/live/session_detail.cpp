// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/session_detail.h"

#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "models/item/session_condition.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"
#include "ui/common/session_curve.h"
#include "ui/common/state_chip.h"
#include "ui/common/theme_controller.h"
#include "ui/live/elided_label.h"
#include "ui/live/fee_table_model.h"
#include "ui/live/readings_model.h"
#include "ui/live/session_figures.h"
#include "ui/live/session_words.h"

namespace aftercharge {

namespace {

constexpr int live_gap_ms = 1000;   // the same session, read again
constexpr int choice_gap_ms = 120;  // keys held down do not ask for every row they pass
constexpr int header_height = 28;
constexpr int most_fee_rows = 7;
constexpr int wide_enough = 580;

}  // namespace

SessionDetail::SessionDetail(const ThemeController &themes, DeskService &desk, const Clock &clock, const Format &format,
                             QWidget *parent)
    : QWidget(parent), themes_(themes), desk_(desk), clock_(clock), format_(format), stack_(new QStackedWidget),
      card_(new Card(themes))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(stack_);
    auto *nothing = new Card(themes);
    nothing->body()->addWidget(new EmptyState(themes, IconName::Plug, tr("No session chosen"),
                                              tr("Choose a session to see its curve and how its fee comes about.")));
    stack_->addWidget(nothing);
    stack_->addWidget(card_);
    build_header();
    build_body();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &SessionDetail::explain);
}

void SessionDetail::build_header()
{
    card_->set_title(QString());
    chip_ = new StateChip(themes_);
    order_no_ = new ElidedLabel;
    order_no_below_ = new ElidedLabel;
    for (ElidedLabel *label : {order_no_, order_no_below_})
        label->setProperty("role", QStringLiteral("mono"));
    ticket_ = new Button(themes_, ButtonRole::Secondary, tr("Open ticket"));
    ticket_->setToolTip(tr("Open ticket (T)"));
    stop_ = new Button(themes_, ButtonRole::Danger, tr("Stop charging…"));
    stop_->setToolTip(tr("Stop charging (S)"));
    stop_->setObjectName(QStringLiteral("stop"));
    more_ = new Button(themes_, ButtonRole::Secondary, QStringLiteral("⋯"));
    more_->setAccessibleName(tr("More commands"));
    more_->setFixedWidth(34);
    more_->setToolTip(tr("More commands"));
    card_->add_header_widget(chip_);
    card_->add_header_widget(order_no_);
    for (Button *button : {ticket_, stop_, more_})
        card_->add_action(button);
    connect(ticket_, &Button::clicked, this, &SessionDetail::ticketRequested);
    connect(stop_, &Button::clicked, this, &SessionDetail::stopRequested);
    connect(more_, &Button::clicked, this, &SessionDetail::show_more_menu);
}

void SessionDetail::show_more_menu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Unlock connector…")), &QAction::triggered, this, &SessionDetail::unlockRequested);
    connect(menu->addAction(tr("Reset charge point…")), &QAction::triggered, this, &SessionDetail::resetRequested);
    menu->addSeparator();
    const bool curve = pictures_->currentIndex() == 0;
    connect(menu->addAction(curve ? tr("Readings as a table") : tr("Readings as a curve")), &QAction::triggered, this,
            &SessionDetail::toggle_table);
    menu->popup(more_->mapToGlobal(QPoint(0, more_->height() + 2)));
}

void SessionDetail::build_body()
{
    trouble_ = new Banner(themes_);
    trouble_->set_action(tr("Try again"));
    trouble_->hide();
    connect(trouble_, &Banner::actionTriggered, this, &SessionDetail::read_again);
    auto *trouble_row = new QVBoxLayout;
    trouble_row->setContentsMargins(Space::m, 0, Space::m, 0);
    trouble_row->addWidget(trouble_);
    card_->body()->addLayout(trouble_row);
    curve_ = new CurveView(themes_, format_.zone());
    curve_->setAccessibleName(tr("Curve of the session"));
    curve_->setMinimumHeight(190);
    readings_ = new ReadingsModel(this);
    readings_table_ = new DataTable(themes_);
    readings_table_->setAccessibleName(tr("Readings of the session"));
    readings_table_->setModel(readings_);
    readings_table_->set_columns({{CellKind::Text, 84, 76},
                                  {CellKind::Number, 70, 50},
                                  {CellKind::Number, 70, 54},
                                  {CellKind::Number, 70, 54},
                                  {CellKind::Number, 74, 54},
                                  {CellKind::Number, 74, 54},
                                  {CellKind::Text, 110, 60, 1}});
    pictures_ = new QStackedWidget;
    pictures_->addWidget(curve_);
    pictures_->addWidget(readings_table_);
    connect(curve_, &CurveView::tableRequested, this, &SessionDetail::toggle_table);
    card_->body()->addWidget(pictures_, 1);
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    card_->body()->addWidget(line);
    figures_ = new SessionFigures(themes_);
    card_->body()->addWidget(figures_);
    card_->body()->addWidget(build_fee_table());
}

QWidget *SessionDetail::build_fee_table()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Space::xs, Space::xs, Space::xs, Space::s);
    column->setSpacing(2);
    auto *caption = make_label(LabelRole::Caption, tr("How the fee comes about"));
    auto *caption_row = new QHBoxLayout;
    caption_row->setContentsMargins(Space::s, 0, Space::s, 0);
    caption_row->addWidget(caption);
    caption_row->addStretch(1);
    caption_row->addWidget(order_no_below_);
    column->addLayout(caption_row);
    fees_ = new FeeTableModel(this);
    fee_view_ = new DataTable(themes_);
    fee_view_->setAccessibleName(tr("How the fee comes about"));
    fee_view_->setSelectionMode(QAbstractItemView::NoSelection);
    fee_view_->setModel(fees_);
    column->addWidget(fee_view_);
    dress_fee_table();
    return box;
}

void SessionDetail::dress_fee_table()
{
    const auto spec = [this](CellKind kind, int width, int minimum, int column, int stretch = 0) {
        return ColumnSpec{kind, width, minimum, stretch, fees_->has_column(column)};
    };
    fee_view_->set_columns({spec(CellKind::Text, 180, 150, FeeTableModel::Period, 1),
                            spec(CellKind::Number, 86, 80, FeeTableModel::Energy),
                            spec(CellKind::Number, 78, 64, FeeTableModel::Electricity),
                            spec(CellKind::Number, 72, 60, FeeTableModel::Service),
                            spec(CellKind::Number, 72, 60, FeeTableModel::PerHour),
                            spec(CellKind::Number, 80, 66, FeeTableModel::Amount)});
    fee_view_->setItemDelegateForColumn(FeeTableModel::Period, new PeriodDelegate(themes_, fee_view_));
    const int rows = std::clamp(fees_->rowCount(), 2, most_fee_rows);
    fee_view_->setFixedHeight(header_height + rows * Space::row);
}

void SessionDetail::show_session(const SessionView &session)
{
    const bool another = !session_ || session_->order_no != session.order_no;
    session_ = session;
    if (another) {
        stopping_ = false;
        trouble_->hide();
        curve_->clear();
        fees_->clear();
        readings_->show_points({}, format_);
        curve_->set_currency(session.fee.currency());
        stack_->setCurrentWidget(card_);
    }
    show_head();
    if (another)
        schedule(choice_gap_ms);
}

void SessionDetail::update_session(const SessionView &session)
{
    if (!session_ || session_->order_no != session.order_no)
        return;
    const bool newer = session.at > session_->at;
    session_ = session;
    show_head();
    if (newer && is_running(session))
        curve_->append(SessionCurve::point_of(session));
    schedule(live_gap_ms);
}

void SessionDetail::read_again()
{
    if (session_)
        schedule(live_gap_ms);
}

void SessionDetail::set_stopping(bool stopping)
{
    stopping_ = stopping;
    if (session_)
        show_head();
}

void SessionDetail::clear()
{
    session_.reset();
    timer_.stop();
    stack_->setCurrentIndex(0);
}

void SessionDetail::toggle_table()
{
    const bool table = pictures_->currentIndex() == 0;
    if (table) {
        std::vector<CurvePoint> points;
        const CurveBuffer &buffer = curve_->buffer();
        for (std::size_t i = 0; i < buffer.size(); ++i)
            points.push_back(buffer.at(i));
        readings_->show_points(std::move(points), format_);
    }
    pictures_->setCurrentIndex(table ? 1 : 0);
    pictures_->currentWidget()->setFocus();
}

// The order number stands in the header where it has room, else above the fee.
void SessionDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    order_no_->setVisible(width() >= wide_enough);
    order_no_below_->setVisible(width() < wide_enough);
}

void SessionDetail::show_head()
{
    const SessionCondition condition = condition_of(*session_);
    const bool running = is_running(*session_);
    card_->set_title(SessionWords::point_id(session_->connector));
    if (running && stopping_)
        chip_->set_state(Tone::Info, ChipShape::Square, tr("Stopping…"));
    else
        chip_->set_state(tone_of(condition), shape_of(condition), SessionWords::condition(condition));
    for (ElidedLabel *label : {order_no_, order_no_below_}) {
        label->setText(QString::fromStdString(session_->order_no.text()));
        label->setToolTip(label->text());
    }
    stop_->setVisible(running);
    stop_->setEnabled(!stopping_);
    figures_->show_session(*session_, format_);
}

void SessionDetail::schedule(int gap_ms)
{
    if (asking_) {
        again_ = true;
        return;
    }
    if (timer_.isActive() && gap_ms >= timer_.remainingTime())
        return;
    const qint64 passed = since_asked_.isValid() ? since_asked_.elapsed() : gap_ms;
    timer_.start(static_cast<int>(std::max<qint64>(0, gap_ms - passed)));
}

void SessionDetail::explain()
{
    if (!session_)
        return;
    asking_ = true;
    again_ = false;
    since_asked_.restart();
    const OrderNo order_no = session_->order_no;
    desk_.explain_order(order_no).then(this, [this, order_no](const Result<OrderExplanation> &result) {
        asking_ = false;
        const bool current = session_ && session_->order_no == order_no;
        if (current)
            explained(order_no, result);
        if (again_ || !current)
            schedule(current ? live_gap_ms : choice_gap_ms);
    });
}

void SessionDetail::explained(const OrderNo &, const Result<OrderExplanation> &result)
{
    trouble_->setVisible(!result.has_value());
    if (!result) {
        trouble_->set_message(Tone::Warn,
                              tr("The readings could not be read. %1").arg(ErrorWords::sentence(result.error())));
        return;
    }
    const QTimeZone zone(QByteArray::fromStdString(result->time_zone));
    if (zone.isValid() && zone != format_.zone()) {
        format_ = Format(format_.locale(), zone);
        curve_->set_zone(zone);
    }
    SessionCurve content = SessionCurve::of(*result, format_, clock_.now());
    // What the feed has told since the readings were read stays.
    const UtcTime last = content.points.empty() ? UtcTime::min() : content.points.back().at;
    if (is_running(*session_) && session_->at > last && session_->received_at > session_->started_at)
        content.points.push_back(SessionCurve::point_of(*session_));
    content.show_in(*curve_);
    show_price(result->priced);
    show_head();
}

void SessionDetail::show_price(const PricedSession &priced)
{
    if (fees_->show_price(priced, format_))
        dress_fee_table();
}

}  // namespace aftercharge
