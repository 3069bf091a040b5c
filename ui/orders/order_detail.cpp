// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_detail.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QStackedWidget>

#include "models/item/order_table_model.h"
#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/labels.h"
#include "ui/common/page_parts.h"
#include "ui/common/session_curve.h"
#include "ui/common/state_chip.h"
#include "ui/live/fee_table_model.h"
#include "ui/live/readings_model.h"
#include "ui/orders/order_tables.h"
#include "ui/orders/order_words.h"

namespace aftercharge {

namespace {

constexpr int curve_height = 250;

}  // namespace

OrderDetail::OrderDetail(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), stack_(new QStackedLayout(this))
{
    auto *none = new Card(context.themes, this);
    empty_ = new EmptyState(context.themes, IconName::Orders, tr("No order chosen"),
                            tr("Choose an order at the left to see what was paid and why."), none);
    none->body()->addWidget(empty_);
    stack_->addWidget(none);
    build_card();
    stack_->addWidget(card_);
}

void OrderDetail::build_card()
{
    card_ = new Card(context_.themes, this);
    state_ = new StateChip(context_.themes, card_);
    card_->set_title(QStringLiteral(" "));
    card_->add_header_widget(state_);
    auto *ticket = new Button(context_.themes, ButtonRole::Secondary, tr("Open ticket"), card_);
    card_->add_action(ticket);
    connect(ticket, &QPushButton::clicked, this, [this] { Q_EMIT openTicketRequested(order_no_); });
    trouble_ = new Banner(context_.themes, card_);
    trouble_->hide();
    QBoxLayout *column = nullptr;
    QScrollArea *area = make_scroll_column(column);
    card_->body()->addWidget(area, 1);
    origin_ = make_label(LabelRole::Muted, {}, card_);
    origin_->setWordWrap(true);
    stop_ = make_label(LabelRole::Warn, {}, card_);
    stop_->setWordWrap(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Space::m, Space::s, Space::m, 0);
    head->setSpacing(2);
    head->addWidget(trouble_);
    head->addWidget(origin_);
    head->addWidget(stop_);
    column->addLayout(head);
    build_figures(*column);
    curve_ = new CurveView(context_.themes, context_.format.zone(), card_);
    curve_->set_currency(context_.network.currency);
    curve_->setAccessibleName(tr("Curve of the session"));
    build_readings();
    column->addWidget(pictures_);
    build_tables(*column);
    column->addStretch(1);
}

// The same values as a table, one key away, for those who cannot see the curve.
void OrderDetail::build_readings()
{
    readings_model_ = new ReadingsModel(this);
    readings_table_ = new DataTable(context_.themes, card_);
    readings_table_->setAccessibleName(tr("Readings of the session"));
    readings_table_->setModel(readings_model_);
    readings_table_->set_compact(true);
    readings_table_->set_columns({{CellKind::Text, 84, 76},
                                  {CellKind::Number, 66, 50},
                                  {CellKind::Number, 66, 54},
                                  {CellKind::Number, 66, 50},
                                  {CellKind::Number, 66, 50},
                                  {CellKind::Number, 70, 54},
                                  {CellKind::Text, 100, 60, 1}});
    pictures_ = new QStackedWidget(card_);
    pictures_->setFixedHeight(curve_height);
    pictures_->addWidget(curve_);
    pictures_->addWidget(readings_table_);
    connect(curve_, &CurveView::tableRequested, this, &OrderDetail::toggle_readings);
    auto *back = new QShortcut(QKeySequence(Qt::Key_T), readings_table_);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, this, &OrderDetail::toggle_readings);
}

void OrderDetail::toggle_readings()
{
    pictures_->setCurrentIndex(1 - pictures_->currentIndex());
    pictures_->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void OrderDetail::build_figures(QBoxLayout &column)
{
    const auto tile = [this](const QString &caption) {
        return new KpiTile(context_.themes, KpiTile::Look::Plain, caption, card_);
    };
    fee_ = tile(tr("Fee"));
    paid_ = tile(tr("Paid"));
    owed_ = tile(tr("Owed"));
    returned_ = tile(tr("Returned unused"));
    refunded_ = tile(tr("Refunded"));
    energy_ = tile(tr("Energy"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(Space::m, Space::s, Space::m, 0);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(0);
    const QList<KpiTile *> tiles{fee_, paid_, energy_, returned_, refunded_, owed_};
    for (int i = 0; i < tiles.size(); ++i) {
        grid->addWidget(tiles[i], i / 3, i % 3);
        grid->setColumnStretch(i % 3, 1);
    }
    column.addLayout(grid);
}

void OrderDetail::build_tables(QBoxLayout &column)
{
    add_heading(column, tr("How the fee comes about"));
    fee_model_ = new FeeTableModel(this);
    fee_table_ = new DataTable(context_.themes, card_);
    fee_table_->setModel(fee_model_);
    fee_table_->setAccessibleName(tr("How the fee comes about"));
    fee_table_->setSelectionMode(QAbstractItemView::NoSelection);
    column.addWidget(fee_table_);
    add_heading(column, tr("Movements of money"), {}, HeadingLine::None);
    transfer_model_ = new TransferModel(this);
    transfer_table_ = new DataTable(context_.themes, card_);
    transfer_table_->setModel(transfer_model_);
    transfer_table_->setAccessibleName(tr("Movements of money"));
    dress_transfer_table(*transfer_table_);
    column.addWidget(transfer_table_);
    add_heading(column, tr("Order log"), tr("oldest first"), HeadingLine::None);
    log_model_ = new OrderLogModel(this);
    log_table_ = new DataTable(context_.themes, card_);
    log_table_->setModel(log_model_);
    log_table_->setAccessibleName(tr("Order log"));
    dress_log_table(*log_table_);
    column.addWidget(log_table_);
}

void OrderDetail::show_nothing()
{
    order_no_ = {};
    empty_->set_content(IconName::Orders, tr("No order chosen"),
                        tr("Choose an order at the left to see what was paid and why."));
    stack_->setCurrentIndex(0);
}

void OrderDetail::show_order(const OrderNo &order_no)
{
    const bool other = order_no != order_no_;
    order_no_ = order_no;
    if (other) {
        empty_->set_content(IconName::Orders, tr("Reading %1…").arg(QString::fromStdString(order_no.text())), {});
        stack_->setCurrentIndex(0);
    }
    context_.desk.explain_order(order_no).then(this, [this, order_no](const Result<OrderExplanation> &result) {
        if (order_no != order_no_)
            return;
        if (result)
            explained(*result);
        else
            refused(result.error());
    });
    context_.desk.order_log(order_no).then(this, [this, order_no](const Result<std::vector<OrderLogEntry>> &log) {
        if (order_no != order_no_ || !log)
            return;
        log_model_->show_log(*log, context_.format, context_.network.currency);
        dress_log_table(*log_table_);
        fit_height(*log_table_);
    });
}

void OrderDetail::refused(const Error &error)
{
    const QString sentence = ErrorWords::sentence(error);
    if (stack_->currentIndex() == 0) {
        empty_->set_content(IconName::Warning, tr("This order could not be read"), sentence);
        return;
    }
    trouble_->set_message(Tone::Warn, tr("What you see may be old. %1").arg(sentence));
    trouble_->show();
}

void OrderDetail::explained(const OrderExplanation &explanation)
{
    const ChargingOrder &order = explanation.order;
    const QTimeZone zone(QByteArray::fromStdString(explanation.time_zone));
    const Format format(context_.format.locale(), zone.isValid() ? zone : context_.format.zone());
    trouble_->hide();
    card_->set_title(QString::fromStdString(order.order_no.text()));
    state_->set_state(order_tone(order), order_shape(order), OrderWords::state(order, format));
    origin_->setText(OrderWords::span(order, format) + u'\n' + OrderWords::origin(order, format));
    const QString stop = OrderWords::stop(order);
    stop_->setText(tr("Stopped: %1").arg(stop));
    stop_->setVisible(!stop.isEmpty());
    set_label_role(*stop_, is_fault(order.stop_reason) ? LabelRole::Bad : LabelRole::Muted);
    show_figures(explanation, format);
    curve_->set_zone(format.zone());
    show_curve(explanation, format);
    show_fee(explanation.priced, format);
    transfer_model_->show_transfers(explanation.transfers, format);
    dress_transfer_table(*transfer_table_);
    fit_height(*transfer_table_);
    stack_->setCurrentWidget(card_);
}

void OrderDetail::show_figures(const OrderExplanation &explanation, const Format &format)
{
    const ChargingOrder &order = explanation.order;
    fee_->set_value(format.money(order.fee), tr("%1 was frozen").arg(format.money(order.prepaid)));
    paid_->set_value(format.money(explanation.paid), EnumWords::settlement(order.settlement));
    energy_->set_value(format.energy_unit(order.energy),
                       order.meter_stop ? QString(format.number(order.meter_start.value()) + QStringLiteral(" → ") +
                                                  format.number(order.meter_stop->value()) + QStringLiteral(" Wh"))
                                        : tr("from %1 Wh").arg(format.number(order.meter_start.value())));
    returned_->set_value(format.money(order.returned), tr("of the prepayment"));
    refunded_->set_value(format.money(order.refunded),
                         tr("%1 can still be refunded").arg(format.money(explanation.refundable)));
    refunded_->set_tone(order.refunded.is_positive() ? Tone::Info : Tone::Neutral);
    owed_->set_value(format.money(order.owed), order.owed.is_positive() ? tr("taken at the next top-up") : QString());
    owed_->set_tone(order.owed.is_positive() ? Tone::Bad : Tone::Neutral);
}

void OrderDetail::show_curve(const OrderExplanation &explanation, const Format &format)
{
    const UtcTime last = explanation.readings.empty() ? explanation.order.started_at : explanation.readings.back().at;
    const SessionCurve content = SessionCurve::of(explanation, format, explanation.order.stopped_at.value_or(last));
    readings_model_->show_points(content.points, format);
    content.show_in(*curve_);
    curve_->fit();
}

void OrderDetail::show_fee(const PricedSession &priced, const Format &format)
{
    fee_model_->show_price(priced, format);
    QList<ColumnSpec> columns{{CellKind::Text, 150, 120, 1}, {CellKind::Number, 88, 72}, {CellKind::Number, 76, 60},
                              {CellKind::Number, 70, 56},    {CellKind::Number, 70, 56}, {CellKind::Money, 80, 66}};
    for (int column = 0; column < columns.size(); ++column)
        columns[column].shown = fee_model_->has_column(column);
    fee_table_->set_columns(columns);
    fee_table_->setItemDelegateForColumn(FeeTableModel::Period, new PeriodDelegate(context_.themes, fee_table_));
    fit_height(*fee_table_);
}

}  // namespace aftercharge
