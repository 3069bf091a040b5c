// SPDX-License-Identifier: GPL-3.0-or-later
// What LivePage reads and hears: the first answers, then the feed.
#include <QSplitter>

#include "ui/common/banner.h"
#include "ui/common/data_table.h"
#include "ui/common/error_words.h"
#include "ui/live/compare_pane.h"
#include "ui/live/day_totals.h"
#include "ui/live/live_page.h"
#include "ui/live/live_tiles.h"
#include "ui/live/session_detail.h"
#include "ui/live/session_text_model.h"
#include "ui/live/sessions_card.h"

namespace aftercharge {

namespace {

constexpr int events_at_first = 200;
constexpr Duration ended_stays = std::chrono::hours(1);
constexpr std::size_t most_tickets_remembered = 1000;

}  // namespace

void LivePage::connect_feed()
{
    LiveFeed &feed = context_.feed;
    connect(&feed, &LiveFeed::sessionsChanged, this, &LivePage::take_sessions);
    connect(&feed, &LiveFeed::rowsChanged, this, &LivePage::take_rows);
    connect(&feed, &LiveFeed::eventsArrived, this, [this](const QList<DeviceEvent> &arrived) {
        std::vector<LiveEvent> fresh;
        for (const DeviceEvent &event : arrived) {
            if (!is_told_by_session(event))
                fresh.push_back(event_of(event));
        }
        events_.add(std::move(fresh));
    });
    connect(&feed, &LiveFeed::noticesWritten, this, [this](const QList<Notice> &notices) {
        for (const Notice &notice : notices) {
            if (notice.kind == NoticeKind::FaultStopReturned || notice.kind == NoticeKind::ChargingEnded ||
                notice.kind == NoticeKind::Owed)
                events_.mark_told(notice.order_no);
        }
    });
    connect(&feed, &LiveFeed::stateChanged, this, [this] {
        show_feed_state();
        refresh();
    });
    connect(&feed, &LiveFeed::resynchronised, this, [this] {
        load_sessions(true);
        load_events();
        load_registry();
        day_->load();
        detail_->read_again();
    });
}

void LivePage::load()
{
    sessions_card_->set_emptiness(SessionsCard::Emptiness::Loading);
    load_sessions(false);
    load_registry();
    day_->load();
}

void LivePage::load_sessions(bool after_gap)
{
    loading_ = true;
    touched_.clear();
    context_.desk.sessions().then(this, [this, after_gap](const Result<std::vector<SessionView>> &answer) {
        sessions_answered(answer, after_gap);
    });
}

void LivePage::sessions_answered(const Result<std::vector<SessionView>> &answer, bool after_gap)
{
    loading_ = false;
    if (!answer) {
        sessions_card_->set_emptiness(SessionsCard::Emptiness::Refused, ErrorWords::sentence(answer.error()));
        return;
    }
    // What the feed has told meanwhile is newer than this answer.
    QList<SessionView> list;
    for (const SessionView &session : *answer) {
        if (!touched_.contains(session.order_no))
            list.append(session);
    }
    for (const OrderNo &order_no : touched_) {
        if (const int row = sessions_.row_of(order_no); row >= 0)
            list.append(sessions_.session(row));
    }
    std::vector<LiveEvent> told;
    for (const SessionView &session : list) {
        const auto of_session = events_of(session);
        told.insert(told.end(), of_session.begin(), of_session.end());
    }
    sessions_.synchronise(list);
    events_.add(std::move(told));
    day_->take(list);
    if (!after_gap)
        load_events();
    sessions_card_->set_emptiness(SessionsCard::Emptiness::NoSessions);
    refresh();
    let_go();
    if (detail_->session())
        detail_->update_session(sessions_.session(sessions_.row_of(detail_->session()->order_no)));
}

void LivePage::load_events()
{
    context_.desk.latest_events(events_at_first).then(this, [this](const Result<std::vector<DeviceEvent>> &answer) {
        if (!answer)
            return;
        std::vector<LiveEvent> fresh;
        for (const DeviceEvent &event : *answer) {
            // Of a session that is in the table, its own state tells more.
            if (!is_told_by_session(event) || sessions_.row_of(event.order_no) < 0)
                fresh.push_back(event_of(event));
        }
        events_.add(std::move(fresh));
    });
}

void LivePage::load_registry()
{
    context_.desk.stations().then(this, [this](const Result<std::vector<Station>> &answer) {
        if (answer)
            sessions_card_->set_stations(*answer);
    });
    context_.desk.charge_points().then(this, [this](const Result<std::vector<ChargePoint>> &answer) {
        if (!answer)
            return;
        int connectors = 0;
        for (const ChargePoint &point : *answer)
            connectors += point.connectors;
        tiles_->set_connectors(connectors);
        refresh();
    });
}

void LivePage::take_sessions(const QList<SessionView> &changed)
{
    std::vector<LiveEvent> told;
    for (const SessionView &session : changed) {
        const int row = sessions_.row_of(session.order_no);
        const auto news = events_between(row < 0 ? nullptr : &sessions_.session(row), session);
        told.insert(told.end(), news.begin(), news.end());
        if (loading_)
            touched_.insert(session.order_no);
        if (!is_running(session))
            stopping_.erase(session.order_no);
    }
    sessions_.apply(changed);
    events_.add(std::move(told));
    day_->take(changed);
    for (const SessionView &session : changed) {
        detail_->update_session(session);
        compare_->update_session(session);
    }
    let_go();
    refresh();
}

// A session that has left the table is let go; the first one takes its place.
void LivePage::let_go()
{
    if (detail_->session() && sessions_.row_of(detail_->session()->order_no) < 0)
        detail_->clear();
    if (!detail_->session() && filter_.rowCount() > 0)
        sessions_card_->select(filter_.session(0).order_no);
}

void LivePage::take_rows(const QList<Changed> &rows)
{
    for (const Changed &row : rows) {
        switch (row.table) {
        case ChangedTable::Orders:
        case ChangedTable::Refunds:
            if (detail_->session() && (row.id.empty() || row.id == detail_->session()->order_no.text()))
                detail_->read_again();
            break;
        case ChangedTable::Tickets:
            if (!row.id.empty())
                tell_ticket(row.id);
            break;
        case ChangedTable::Registry:
            load_registry();
            break;
        case ChangedTable::Orphans:
        case ChangedTable::GoodsOrders:
        case ChangedTable::Shipments:
        case ChangedTable::Claims:
        case ChangedTable::Discrepancies:
        case ChangedTable::Reconciliations:
        case ChangedTable::Batches:
            break;
        }
    }
}

// A ticket that is new is an event; later changes of it are the Tickets page's.
void LivePage::tell_ticket(const std::string &ticket_no)
{
    const auto number = TicketNo::from_text(ticket_no);
    if (!number || !tickets_told_.insert(ticket_no).second)
        return;
    if (tickets_told_.size() > most_tickets_remembered)
        tickets_told_.clear();
    context_.desk.ticket(*number).then(this, [this](const Result<TicketDossier> &dossier) {
        if (!dossier || dossier->ticket.state != TicketState::Open)
            return;
        LiveEvent event;
        event.kind = LiveEvent::Kind::TicketOpened;
        event.at = dossier->ticket.opened_at;
        event.connector = dossier->ticket.connector;
        event.order_no = dossier->ticket.order_no;
        event.severity = Severity::Warning;
        event.detail = dossier->ticket.ticket_no.text();
        events_.add({event});
    });
}

void LivePage::show_feed_state()
{
    const FeedState::Kind kind = context_.feed.state().kind;
    feed_banner_->setVisible(kind == FeedState::Stale || kind == FeedState::Lost);
    if (kind == FeedState::Stale)
        feed_banner_->set_message(Tone::Warn, tr("Nothing has been heard for a while. What you see may be old."));
    else if (kind == FeedState::Lost)
        feed_banner_->set_message(Tone::Bad,
                                  tr("The live feed is lost and is being tried again. What you see was so at "
                                     "%1; charging goes on, and nothing is lost.")
                                      .arg(context_.format.time(clock_.now())));
}

void LivePage::refresh()
{
    day_->take_power(LiveTiles::count(sessions_).power);
    tiles_->show_figures(sessions_, *day_, context_.feed.state(), context_.format);
    sessions_card_->refresh();
}

void LivePage::tick()
{
    sessions_.drop_ended_before(clock_.now() - ended_stays);
    let_go();
    day_->roll_over();
    texts_->tick();
    refresh();
}

}  // namespace aftercharge
