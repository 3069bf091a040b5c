// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/filter_chip.h"
#include "ui/common/labels.h"
#include "ui/live/command_sheet.h"
#include "ui/live/compare_pane.h"
#include "ui/live/day_totals.h"
#include "ui/live/event_filter.h"
#include "ui/live/event_list.h"
#include "ui/live/event_text_model.h"
#include "ui/live/live_tiles.h"
#include "ui/live/session_detail.h"
#include "ui/live/session_text_model.h"
#include "ui/live/sessions_card.h"
#include "ui/live/wall_clock.h"

namespace aftercharge {

namespace {

constexpr int tick_ms = 10'000;
constexpr int compare_index = 1;

}  // namespace

LivePage::LivePage(DeskContext &context, QWidget *parent, const Clock *clock)
    : QWidget(parent), context_(context), own_clock_(clock ? nullptr : std::make_unique<WallClock>()),
      clock_(clock ? *clock : *own_clock_), filter_(sessions_),
      texts_(new SessionTextModel(filter_, clock_, context.format, this)),
      event_texts_(new EventTextModel(events_, context.format, this)),
      event_filter_(new EventFilter(events_, *event_texts_, this)),
      day_(new DayTotals(context.desk, context.settings, clock_, context.format.zone(), this))
{
    build();
    connect_feed();
    connect_parts();
    add_keys();
    ticker_.setInterval(tick_ms);
    connect(&ticker_, &QTimer::timeout, this, &LivePage::tick);
    ticker_.start();
    show_feed_state();
    load();
}

LivePage::~LivePage()
{
    context_.settings.setValue(QStringLiteral("live/panes"), panes_->saveState());
    context_.settings.setValue(QStringLiteral("live/left"), left_->saveState());
    // The views let go of the models before they die.
    sessions_card_->table()->setModel(nullptr);
    event_list_->setModel(nullptr);
}

void LivePage::build()
{
    const ThemeController &themes = context_.themes;
    setProperty("role", QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    feed_banner_ = new Banner(themes);
    notice_banner_ = new Banner(themes);
    notice_banner_->set_action(tr("Dismiss"));
    for (Banner *banner : {feed_banner_, notice_banner_})
        banner->hide();
    connect(notice_banner_, &Banner::actionTriggered, notice_banner_, &QWidget::hide);
    tiles_ = new LiveTiles(themes);
    sessions_card_ = new SessionsCard(themes, context_.settings, filter_, *texts_);
    detail_ = new SessionDetail(themes, context_.desk, clock_, context_.format);
    compare_ = new ComparePane(themes, context_.desk, clock_, context_.format);
    right_ = new QStackedWidget;
    right_->addWidget(detail_);
    right_->addWidget(compare_);

    left_ = new QSplitter(Qt::Vertical);
    left_->setChildrenCollapsible(false);
    QBoxLayout *body = sessions_card_->card()->body();
    left_->addWidget(sessions_card_->table());
    left_->addWidget(build_events());
    body->addWidget(left_, 1);
    panes_ = new QSplitter(Qt::Horizontal);
    panes_->setChildrenCollapsible(false);
    panes_->addWidget(sessions_card_);
    panes_->addWidget(right_);
    restore_panes();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(feed_banner_);
    column->addWidget(notice_banner_);
    column->addWidget(tiles_);
    column->addWidget(panes_, 1);
    commands_ = new CommandSheet(themes, context_.desk, this);
}

QWidget *LivePage::build_events()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto hairline = [] {
        auto *line = new QFrame;
        line->setProperty("role", QStringLiteral("separator"));
        line->setFixedHeight(1);
        return line;
    };
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::m, 6, Space::m, 6);
    head->setSpacing(Space::s);
    head->addWidget(make_label(LabelRole::Heading, tr("Events")));
    head->addWidget(make_label(LabelRole::Caption, tr("newest first")));
    head->addStretch(1);
    auto *all = new FilterChip(context_.themes, tr("Show all"));
    all->setObjectName(QStringLiteral("allEvents"));
    all->setToolTip(tr("Also what charge points report in the ordinary course: free, preparing, finished, started up"));
    all->setChecked(context_.settings.value(QStringLiteral("live/all_events")).toBool());
    event_filter_->set_show_all(all->isChecked());
    connect(all, &QAbstractButton::toggled, this, [this](bool on) {
        event_filter_->set_show_all(on);
        context_.settings.setValue(QStringLiteral("live/all_events"), on);
    });
    head->addWidget(all);
    column->addWidget(hairline());
    column->addLayout(head);
    column->addWidget(hairline());
    event_list_ = new EventList(context_.themes);
    event_list_->setAccessibleName(tr("Events"));
    event_list_->setModel(event_filter_);
    event_list_->set_placeholder(tr("Nothing that needs attention. Routine reports are hidden."));
    column->addWidget(event_list_, 1);
    return box;
}

void LivePage::restore_panes()
{
    panes_->setStretchFactor(0, 105);
    panes_->setStretchFactor(1, 100);
    panes_->setSizes({605, 565});
    left_->setStretchFactor(0, 60);
    left_->setStretchFactor(1, 40);
    left_->setSizes({400, 260});
    panes_->restoreState(context_.settings.value(QStringLiteral("live/panes")).toByteArray());
    left_->restoreState(context_.settings.value(QStringLiteral("live/left")).toByteArray());
}

void LivePage::connect_parts()
{
    connect(sessions_card_, &SessionsCard::sessionChosen, this, &LivePage::choose);
    connect(sessions_card_, &SessionsCard::sessionActivated, this, [this] { detail_->curve()->setFocus(); });
    connect(sessions_card_, &SessionsCard::compareRequested, this, &LivePage::compare);
    connect(sessions_card_, &SessionsCard::retryRequested, this, &LivePage::load);
    connect(sessions_card_, &SessionsCard::exported, this, &LivePage::toast);
    const auto refused = [this](const QString &text) {
        notice_banner_->set_message(Tone::Bad, text);
        notice_banner_->show();
    };
    connect(sessions_card_, &SessionsCard::exportRefused, this, refused);
    connect(commands_, &CommandSheet::refused, this, refused);
    connect(commands_, &CommandSheet::done, this, &LivePage::toast);
    connect(commands_, &CommandSheet::done, notice_banner_, &QWidget::hide);
    connect(commands_, &CommandSheet::stopAccepted, this, [this](const OrderNo &order_no) {
        stopping_.insert(order_no);
        if (detail_->session() && detail_->session()->order_no == order_no)
            detail_->set_stopping(true);
    });
    connect(detail_, &SessionDetail::stopRequested, this, &LivePage::stop);
    connect(detail_, &SessionDetail::unlockRequested, this, &LivePage::unlock);
    connect(detail_, &SessionDetail::resetRequested, this, &LivePage::reset);
    connect(detail_, &SessionDetail::ticketRequested, this, &LivePage::open_ticket);
    connect(compare_, &ComparePane::closed, this, &LivePage::leave_compare);
    connect(compare_, &ComparePane::sessionChosen, this, [this](const OrderNo &order_no) {
        leave_compare();
        show_order(order_no);
    });
    connect(event_list_, &EventList::eventActivated, this, [this](const QModelIndex &index) {
        show_order(events_.event(event_filter_->mapToSource(index).row()).order_no);
    });
    connect(day_, &DayTotals::changed, this, &LivePage::refresh);
}

void LivePage::add_keys()
{
    add_key(Qt::Key_J, &LivePage::next);
    add_key(Qt::Key_K, &LivePage::previous);
    add_key(Qt::Key_S, &LivePage::stop);
    add_key(Qt::Key_T, &LivePage::open_ticket);
    add_key(Qt::Key_F, &LivePage::focus_filter);
    add_key(Qt::Key_Escape, &LivePage::back);
    // On the curve T is the curve's own: the readings as a table.
    detail_->curve()->canvas()->installEventFilter(this);
}

void LivePage::add_key(const QKeySequence &key, void (LivePage::*slot)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, slot] {
        if (!commands_->is_open())
            (this->*slot)();
        else if (slot == &LivePage::back)
            commands_->sheet()->cancel_button()->click();
    });
}

bool LivePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_T &&
        static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// Arrows choose a session as soon as the page is shown.
void LivePage::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    sessions_card_->table()->setFocus(event->reason());
}

void LivePage::choose(const SessionView &session)
{
    detail_->show_session(session);
    detail_->set_stopping(stopping_.contains(session.order_no));
}

bool LivePage::show_order(const OrderNo &order_no)
{
    if (order_no.is_empty() || sessions_.row_of(order_no) < 0)
        return false;
    if (!sessions_card_->select(order_no)) {
        filter_.set_station({});
        filter_.set_text({});
        sessions_card_->set_scope(SessionScope::All);
        sessions_card_->select(order_no);
    }
    return true;
}

void LivePage::set_search_text(const QString &text)
{
    filter_.set_text(text);
    sessions_card_->refresh();
}

void LivePage::stop()
{
    const auto &session = detail_->session();
    if (session && is_running(*session) && !stopping_.contains(session->order_no))
        commands_->ask_stop(*session, detail_->format());
}

void LivePage::unlock()
{
    if (const auto &session = detail_->session())
        commands_->ask_unlock(*session, detail_->format());
}

void LivePage::reset()
{
    const auto &session = detail_->session();
    if (!session)
        return;
    int others = 0;
    for (int row = 0; row < sessions_.rowCount(); ++row) {
        const SessionView &other = sessions_.session(row);
        others += is_running(other) && other.order_no != session->order_no &&
                          other.connector.charge_point_id == session->connector.charge_point_id
                      ? 1
                      : 0;
    }
    commands_->ask_reset(*session, others, detail_->format());
}

void LivePage::open_ticket()
{
    if (const auto &session = detail_->session())
        Q_EMIT openTicketRequested(session->order_no);
}

void LivePage::compare()
{
    compare_->show_sessions(sessions_card_->selected());
    right_->setCurrentIndex(compare_index);
}

void LivePage::leave_compare()
{
    right_->setCurrentWidget(detail_);
    compare_->show_sessions({});
    sessions_card_->table()->setFocus();
}

void LivePage::move(int rows)
{
    sessions_card_->move_current(rows);
}

void LivePage::focus_filter()
{
    sessions_card_->focus_filter();
}

void LivePage::back()
{
    if (right_->currentIndex() == compare_index)
        return leave_compare();
    sessions_card_->table()->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace aftercharge
