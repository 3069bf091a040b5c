// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_view.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/curve_view.h"
#include "ui/common/desk_context.h"
#include "ui/common/empty_state.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/session_curve.h"
#include "ui/tickets/case_tabs.h"
#include "ui/tickets/goods_tabs.h"
#include "ui/tickets/goods_words.h"
#include "ui/tickets/remember_splitter.h"
#include "ui/tickets/reply_box.h"
#include "ui/tickets/ticket_header.h"
#include "ui/tickets/ticket_words.h"

namespace aftercharge {

namespace {

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    return line;
}

}  // namespace

TicketView::TicketView(DeskContext &context, const PeopleNames &people, QWidget *parent)
    : Card(context.themes, parent), context_(context), people_(people), format_(context.format),
      stack_(new QStackedWidget), empty_(new EmptyState(context.themes, IconName::Tickets, {})), ticket_(new QWidget),
      header_(new TicketHeader(context, people)), banner_(new Banner(context.themes)), facts_(new FactStrip),
      curve_stack_(new QStackedWidget), curve_(new CurveView(context.themes, context.format.zone())),
      tabs_(new CaseTabs(context, people)), case_stack_(new QStackedWidget),
      goods_tabs_(new GoodsTabs(context, people)), reply_(new ReplyBox(context))
{
    build_ticket();
    stack_->addWidget(empty_);
    stack_->addWidget(ticket_);
    body()->addWidget(stack_, 1);
    connect(empty_, &EmptyState::actionTriggered, this, &TicketView::retryRequested);
    connect(curve_, &CurveView::tableRequested, tabs_, &CaseTabs::show_readings);
    connect(banner_, &Banner::actionTriggered, this, [this] { set_notice({}); });
    show_nothing();
}

void TicketView::build_ticket()
{
    auto *column = new QVBoxLayout(ticket_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(hairline());
    auto *strip = new QWidget;
    auto *strip_row = new QVBoxLayout(strip);
    strip_row->setContentsMargins(Space::m, Space::s, Space::m, 0);
    strip_row->addWidget(banner_);
    column->addWidget(strip);
    strip->hide();
    column->addWidget(facts_);
    auto *splitter = new QSplitter(Qt::Vertical);
    curve_stack_->addWidget(curve_);
    curve_stack_->addWidget(new EmptyState(context_.themes, IconName::Bolt, tr("No readings"),
                                           tr("The charge point reported no values for this order.")));
    curve_->setAccessibleName(tr("Curve of the session; T shows the table of its values"));
    curve_->setMinimumHeight(170);
    splitter->addWidget(curve_stack_);
    splitter->addWidget(tabs_);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 4);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(6);
    remember_splitter(*splitter, context_.settings, QStringLiteral("tickets/split_case"));
    case_stack_->addWidget(splitter);
    case_stack_->addWidget(goods_tabs_);
    column->addWidget(case_stack_, 1);
    column->addWidget(hairline());
    column->addWidget(reply_);
}

void TicketView::show_dossier(std::shared_ptr<const TicketDossier> dossier)
{
    const bool same = dossier_ && dossier_->ticket.ticket_no == dossier->ticket.ticket_no;
    dossier_ = std::move(dossier);
    format_ = context_.format;
    if (dossier_->order) {
        const QTimeZone zone(QByteArray::fromStdString(dossier_->order->time_zone));
        if (zone.isValid())
            format_ = Format(context_.format.locale(), zone);
    }
    header_->show_ticket(*dossier_);
    show_facts();
    if (!same) {
        reply_->clear();
        set_notice({});
    }
    case_stack_->setCurrentIndex(dossier_->goods ? 1 : 0);
    if (dossier_->goods) {
        goods_tabs_->show_dossier(*dossier_, format_);
    } else {
        show_curve();
        tabs_->show_dossier(*dossier_, format_);
    }
    stack_->setCurrentWidget(ticket_);
    setAccessibleName(TicketWords::title(dossier_->ticket));
}

void TicketView::show_curve()
{
    const bool some = dossier_->order && !dossier_->order->readings.empty();
    curve_stack_->setCurrentIndex(some ? 0 : 1);
    if (!some) {
        curve_->clear();
        return;
    }
    curve_->set_zone(format_.zone());
    const OrderExplanation &order = *dossier_->order;
    SessionCurve::of(order, format_, order.priced.to, dossier_->order_log).show_in(*curve_);
    curve_->fit();
}

void TicketView::show_facts()
{
    const Ticket &ticket = dossier_->ticket;
    QList<FactStrip::Fact> facts;
    if (!ticket.order_no.is_empty())
        facts.append({tr("Order"), QString::fromStdString(ticket.order_no.text()), true});
    if (dossier_->order)
        facts.append({tr("State"), EnumWords::order_state(dossier_->order->order.state)});
    if (dossier_->goods)
        facts.append({tr("State"), EnumWords::goods_order_state(dossier_->goods->order.state)});
    if (!ticket.connector.charge_point_id.is_empty())
        facts.append({tr("Connector"), TicketWords::connector(ticket.connector), true});
    if (!ticket.member_id.is_empty()) {
        const QString name = QString::fromStdString(dossier_->member.name);
        facts.append({tr("Member"), name.isEmpty() ? QString::fromStdString(ticket.member_id.text()) : name});
    }
    if (dossier_->order)
        add_charging_facts(facts);
    if (dossier_->goods)
        add_goods_facts(facts);
    if (!ticket.decision.empty())
        facts.append({tr("Decision"), TicketWords::decision(ticket).left(60)});
    facts_->set_facts(facts);
}

void TicketView::add_charging_facts(QList<FactStrip::Fact> &facts) const
{
    facts.append({tr("Charged"), format_.energy_unit(dossier_->order->priced.energy)});
    facts.append({tr("Paid"), format_.money(dossier_->order->paid)});
    facts.append({tr("Refundable"), format_.money(dossier_->order->refundable)});
}

void TicketView::add_goods_facts(QList<FactStrip::Fact> &facts) const
{
    const GoodsDossier &goods = *dossier_->goods;
    const QString where = GoodsWords::where_paid(goods);
    const QString paid = format_.money(goods.order.paid);
    facts.append({tr("Paid"), where.isEmpty() ? paid : tr("%1 by %2").arg(paid, where)});
    facts.append({tr("Refunded"), format_.money(goods.order.refunded)});
    facts.append({tr("Refundable"), format_.money(goods.refundable)});
    if (!goods.order.locked_by.is_empty())
        facts.append({tr("Locked by"), QString::fromStdString(goods.order.locked_by.text()), true});
    for (const ParcelView &parcel : goods.parcels) {
        const QString tracking = QString::fromStdString(parcel.shipment.tracking_no);
        facts.append({tr("Parcel"), tracking.isEmpty()
                                        ? GoodsWords::parcel(parcel.shipment)
                                        : tr("%1 · %2").arg(GoodsWords::parcel(parcel.shipment), tracking)});
    }
}

void TicketView::set_notice(const QString &text)
{
    banner_->set_message(Tone::Warn, text);
    banner_->set_action(tr("Understood"));
    banner_->parentWidget()->setVisible(!text.isEmpty());
}

void TicketView::show_nothing()
{
    dossier_.reset();
    empty_->set_content(IconName::Tickets, tr("No ticket chosen"), tr("J and K go through the queue."));
    empty_->set_action({});
    stack_->setCurrentWidget(empty_);
}

void TicketView::show_loading()
{
    if (dossier_)
        return;
    empty_->set_content(IconName::Tickets, tr("Reading…"), {});
    empty_->set_action({});
    stack_->setCurrentWidget(empty_);
}

void TicketView::show_error(const Error &error)
{
    dossier_.reset();
    empty_->set_content(IconName::Warning, tr("The ticket could not be read"), ErrorWords::sentence(error));
    empty_->set_action(tr("Try again"));
    stack_->setCurrentWidget(empty_);
}

void TicketView::focus_first()
{
    if (!dossier_)
        return;
    if (dossier_->goods)
        goods_tabs_->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    else
        curve_->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace aftercharge
