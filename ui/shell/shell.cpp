// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include <QtCore/QTimer>
#include <QtGui/QShortcut>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include "ui/approvals/approvals_page.h"
#include "ui/audit/audit_page.h"
#include "ui/claims/claims_page.h"
#include "ui/common/search_field.h"
#include "ui/common/toast_area.h"
#include "ui/live/live_page.h"
#include "ui/orders/orders_page.h"
#include "ui/refunds/refunds_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/status_line.h"
#include "ui/shell/store_banner.h"
#include "ui/shell/top_bar.h"
#include "ui/tickets/tickets_page.h"

namespace aftercharge {
namespace {

// Under this width the navigation shows icons alone.
constexpr int narrow_below = 1200;
constexpr std::chrono::milliseconds count_delay{500};

}  // namespace

Shell::Shell(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    top_ = new TopBar(context, this);
    column->addWidget(top_);
    column->addWidget(new StoreBanner(context, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    navigation_ = new NavBar(context.themes, this);
    row->addWidget(navigation_);
    stack_ = new QStackedWidget(this);
    row->addWidget(stack_, 1);
    column->addLayout(row, 1);
    status_ = new StatusLine(context, this);
    column->addWidget(status_);
    toasts_ = new ToastArea(context.themes, this);
    palette_ = new CommandPalette(context, *top_->search(), this);
    add_pages();
    connect_pages();
    connect(navigation_, &NavBar::pageChosen, this, &Shell::show_page);
    connect(top_, &TopBar::lockRequested, this, &Shell::lockRequested);
    connect(top_, &TopBar::languageToggled, this, &Shell::languageToggled);
    connect(top_, &TopBar::themeToggled, this, &Shell::themeToggled);
    auto *find = new QShortcut(QKeySequence(QStringLiteral("Ctrl+K")), this);
    connect(find, &QShortcut::activated, this, [this] { top_->search()->setFocus(Qt::ShortcutFocusReason); });
    follow_counts();
    show_page(PageId::Live);
}

void Shell::add_page(PageId page, IconName icon, const QString &title, QWidget *widget)
{
    navigation_->add_page(page, icon, title);
    // A page takes the keyboard before it hands it on, and a screen reader names it then.
    widget->setAccessibleName(title);
    stack_->addWidget(widget);
    pages_.insert(page, widget);
    palette_->add_command(tr("Go to %1").arg(title), [this, page] { show_page(page); });
}

void Shell::add_pages()
{
    live_ = new LivePage(context_, stack_, context_.clock);
    tickets_ = new TicketsPage(context_, stack_, context_.clock);
    add_page(PageId::Live, IconName::Live, tr("Live"), live_);
    add_page(PageId::Tickets, IconName::Tickets, tr("Tickets"), tickets_);
    add_page(PageId::Refunds, IconName::Refunds, tr("Refunds"), new RefundsPage(context_, stack_));
    add_page(PageId::Claims, IconName::Claims, tr("Claims"), new ClaimsPage(context_, stack_));
    add_page(PageId::Orders, IconName::Orders, tr("Orders"), new OrdersPage(context_, stack_));
    add_page(PageId::Approvals, IconName::Approvals, tr("Approvals"), new ApprovalsPage(context_, stack_));
    add_page(PageId::Audit, IconName::Audit, tr("Audit"), new AuditPage(context_, stack_));
    add_page(PageId::Settings, IconName::Settings, tr("Settings"), new SettingsPage(context_, stack_));
    palette_->add_command(tr("Switch language"), [this] { Q_EMIT languageToggled(); });
    palette_->add_command(tr("Switch between light and dark"), [this] { Q_EMIT themeToggled(); });
    palette_->add_command(tr("Lock"), [this] { Q_EMIT lockRequested(); });
}

void Shell::connect_pages()
{
    const auto toast = [this](const QString &text) { toasts_->show_toast(Tone::Ok, text); };
    connect(live_, &LivePage::toast, this, toast);
    connect(tickets_, &TicketsPage::toast, this, toast);
    auto *orders = static_cast<OrdersPage *>(page(PageId::Orders));
    connect(live_, &LivePage::openTicketRequested, this, [this](const OrderNo &order_no) {
        show_page(PageId::Tickets);
        tickets_->open_for_order(order_no);
    });
    connect(orders, &OrdersPage::openTicketRequested, this, [this](const OrderNo &order_no) {
        show_page(PageId::Tickets);
        tickets_->open_for_order(order_no);
    });
    const auto show_ticket = [this](const TicketNo &ticket_no) {
        show_page(PageId::Tickets);
        tickets_->show_ticket(ticket_no);
    };
    connect(static_cast<RefundsPage *>(page(PageId::Refunds)), &RefundsPage::ticketRequested, this, show_ticket);
    auto *claims = static_cast<ClaimsPage *>(page(PageId::Claims));
    connect(claims, &ClaimsPage::toast, this, toast);
    connect(claims, &ClaimsPage::ticketRequested, this, show_ticket);
    auto *approvals = static_cast<ApprovalsPage *>(page(PageId::Approvals));
    connect(approvals, &ApprovalsPage::toast, this, toast);
    connect(approvals, &ApprovalsPage::ticketRequested, this, show_ticket);
    const auto show_batch = [this, approvals](const BatchNo &batch_no) {
        show_page(PageId::Approvals);
        approvals->show_batch(batch_no);
    };
    connect(static_cast<RefundsPage *>(page(PageId::Refunds)), &RefundsPage::batchRequested, this, show_batch);
    connect(orders, &OrdersPage::batchRequested, this, show_batch);
    connect(orders, &OrdersPage::toast, this, toast);
    connect(static_cast<RefundsPage *>(page(PageId::Refunds)), &RefundsPage::toast, this, toast);
    connect(static_cast<AuditPage *>(page(PageId::Audit)), &AuditPage::toast, this, toast);
    connect(static_cast<SettingsPage *>(page(PageId::Settings)), &SettingsPage::toast, this, toast);
    palette_->set_open_ticket(show_ticket);
    palette_->set_open_order([this, orders](const OrderNo &order_no) {
        show_page(PageId::Orders);
        orders->show_order(order_no);
    });
    palette_->set_open_goods_order([this, orders](const OrderNo &order_no) {
        show_page(PageId::Orders);
        orders->show_goods_order(order_no);
    });
    palette_->set_open_claim([this, claims](const ClaimNo &claim_no) {
        show_page(PageId::Claims);
        claims->show_claim(claim_no);
    });
}

void Shell::show_page(PageId page)
{
    current_ = page;
    navigation_->set_current(page);
    stack_->setCurrentWidget(pages_.value(page));
    pages_.value(page)->setFocus(Qt::OtherFocusReason);
}

// Counts follow what changed, gathered so that a burst asks once.
void Shell::follow_counts()
{
    connect(&context_.feed, &LiveFeed::rowsChanged, this, [this] {
        if (counts_due_)
            return;
        counts_due_ = true;
        QTimer::singleShot(count_delay, this, [this] {
            counts_due_ = false;
            ask_counts();
        });
    });
    connect(&context_.feed, &LiveFeed::stateChanged, this,
            [this](const FeedState &state) { navigation_->set_count(PageId::Live, state.sessions); });
    navigation_->set_count(PageId::Live, context_.feed.state().sessions);
    connect(&context_.feed, &LiveFeed::resynchronised, this, &Shell::ask_counts);
    ask_counts();
}

void Shell::ask_counts()
{
    context_.desk.ticket_counts().then(this, [this](const Result<TicketCounts> &counts) {
        if (counts)
            navigation_->set_count(PageId::Tickets, static_cast<int>(counts->open), counts->due_soon > 0);
    });
    // What waits for another person's word: refunds, the promises of claims and batches together.
    const auto count = [this](std::int64_t &what) {
        return [this, &what](const Result<std::int64_t> &waiting) {
            if (!waiting)
                return;
            what = *waiting;
            show_waiting();
        };
    };
    context_.desk.refunds_waiting().then(this, count(refunds_waiting_));
    context_.goods.claims_waiting().then(this, count(claims_waiting_));
    context_.approvals.batches_waiting().then(this, count(batches_waiting_));
    context_.goods.open_discrepancies().then(this, [this](const Result<std::int64_t> &open) {
        if (open)
            navigation_->set_count(PageId::Refunds, static_cast<int>(*open), *open > 0);
    });
}

void Shell::show_waiting()
{
    const std::int64_t waiting = refunds_waiting_ + claims_waiting_ + batches_waiting_;
    navigation_->set_count(PageId::Approvals, static_cast<int>(waiting), waiting > 0);
}

void Shell::resizeEvent(QResizeEvent *event)
{
    navigation_->set_narrow(width() < narrow_below);
    QWidget::resizeEvent(event);
}

}  // namespace aftercharge
