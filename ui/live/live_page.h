// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>

#include <QTimer>
#include <QWidget>

#include "models/item/device_event_model.h"
#include "models/item/session_filter_model.h"
#include "ui/common/desk_context.h"

class QSplitter;
class QStackedWidget;

namespace aftercharge {

class Banner;
class CommandSheet;
class ComparePane;
class DayTotals;
class EventFilter;
class EventList;
class EventTextModel;
class LiveTiles;
class SessionDetail;
class SessionTextModel;
class SessionsCard;
class Sheet;

// Every running session, the sick ones first; what happened; and one session in full, to be
// looked at, stopped, unlocked, or taken into a ticket.
//
// Keys: J and K or the arrows choose a session, Enter goes to its curve, Esc back, S stops,
// T opens a ticket (on the curve: the readings as a table), F goes to the filters.
class LivePage : public QWidget {
    Q_OBJECT

public:
    // Without a clock, the computer's own.
    explicit LivePage(DeskContext &context, QWidget *parent = nullptr, const Clock *clock = nullptr);
    ~LivePage() override;

    // From the shell's search: part of a charge point, an order or a member.
    void set_search_text(const QString &text);
    bool show_order(const OrderNo &order_no);

    SessionsCard *sessions_card() const { return sessions_card_; }
    SessionDetail *detail() const { return detail_; }
    CommandSheet *commands() const { return commands_; }
    const SessionTableModel &sessions() const { return sessions_; }
    const DeviceEventModel &events() const { return events_; }

Q_SIGNALS:
    void openTicketRequested(const aftercharge::OrderNo &order_no);
    void toast(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    QWidget *build_events();
    void restore_panes();
    void connect_feed();
    void connect_parts();
    void add_keys();
    void add_key(const QKeySequence &key, void (LivePage::*slot)());

    void load();
    void load_sessions(bool after_gap);
    void sessions_answered(const Result<std::vector<SessionView>> &answer, bool after_gap);
    void load_events();
    void load_registry();
    void take_sessions(const QList<SessionView> &changed);
    void take_rows(const QList<Changed> &rows);
    void tell_ticket(const std::string &ticket_no);
    void show_feed_state();
    void let_go();
    void refresh();
    void tick();

    void choose(const SessionView &session);
    void stop();
    void unlock();
    void reset();
    void open_ticket();
    void compare();
    void leave_compare();
    void next() { move(1); }
    void previous() { move(-1); }
    void move(int rows);
    void focus_filter();
    void back();

    DeskContext &context_;
    std::unique_ptr<Clock> own_clock_;
    const Clock &clock_;
    SessionTableModel sessions_;
    SessionFilterModel filter_;
    DeviceEventModel events_;
    SessionTextModel *texts_;
    EventTextModel *event_texts_;
    EventFilter *event_filter_;
    DayTotals *day_;

    Banner *feed_banner_;
    Banner *notice_banner_;
    LiveTiles *tiles_;
    SessionsCard *sessions_card_;
    EventList *event_list_;
    SessionDetail *detail_;
    ComparePane *compare_;
    QStackedWidget *right_;
    QSplitter *panes_;
    QSplitter *left_;
    CommandSheet *commands_;

    QTimer ticker_;
    std::set<OrderNo> touched_;  // told by the feed while an answer is under way
    bool loading_ = false;
    std::set<OrderNo> stopping_;
    std::set<std::string> tickets_told_;
};

}  // namespace aftercharge
