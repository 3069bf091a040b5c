// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include "models/store/tickets.h"
#include "ui/common/card.h"

class QListView;
class QStackedWidget;
class QTimer;

namespace aftercharge {

class EmptyState;
class FilterChip;
class QueueText;
class SearchField;
class TicketQueueModel;
struct DeskContext;

enum class QueueFilter { Mine, Unassigned, DueSoon, WaitingApproval, AllOpen, Closed };

// What the store is asked for a filter. Due soon has no query of its own: it is the beginning
// of all open tickets by due time, cut where the hour ends.
TicketQuery queue_query(QueueFilter filter, const OperatorName &me, const std::string &text);
// Whether a ticket stands under a filter.
bool queue_holds(QueueFilter filter, const Ticket &ticket, const OperatorName &me, UtcTime now);

// The queue at the left: filters with counts, the tickets by due time, page by page. It
// follows what others do row by row and keeps the selection.
class TicketQueue : public Card {
    Q_OBJECT
public:
    TicketQueue(DeskContext &context, const Clock &clock, QWidget *parent = nullptr);

    void set_filter(QueueFilter filter);
    QueueFilter filter() const { return filter_; }
    void reload();                                             // rows and counts
    void refresh(const std::vector<std::string> &ticket_nos);  // these rows and the counts
    void move_selection(int steps);
    // Selects the row when it is in the list; the ticket is shown by the page in any case.
    void select(const TicketNo &ticket_no);
    // The same, and goes to a filter under which the ticket stands when this one does not hold it.
    void reveal(const Ticket &ticket);
    std::optional<TicketNo> selected() const;
    std::optional<TicketNo> after_selected() const;
    void focus_list();
    void focus_search();

    QListView *list() const { return list_; }
    TicketQueueModel *model() const { return model_; }
    FilterChip *chip(QueueFilter filter) const { return chips_[static_cast<std::size_t>(filter)]; }

Q_SIGNALS:
    void selectionMoved(const aftercharge::TicketNo &ticket_no);
    void opened(const aftercharge::TicketNo &ticket_no);  // Enter or double click
    void emptied();                                       // the filter holds nothing

private:
    void use_filter(QueueFilter filter);
    void open_first_filter(const TicketCounts &counts);
    QueueFilter filter_of(const Ticket &ticket) const;
    void build_filters();
    void build_list();
    void ask_counts();
    void ask_page(const std::string &after);
    void take_page(Page<Ticket> page, bool first);
    void take_row(const std::string &ticket_no, const Result<Page<Ticket>> &page);
    void show_state();
    void keep_selection();

    DeskContext &context_;
    const Clock &clock_;
    TicketQueueModel *model_;
    QueueText *text_;
    SearchField *search_;
    QListView *list_;
    QStackedWidget *stack_;
    EmptyState *empty_;
    QTimer *search_delay_;
    std::vector<FilterChip *> chips_;
    QueueFilter filter_ = QueueFilter::Mine;
    TicketNo selected_;
    std::optional<Error> failure_;
    int serial_ = 0;
    std::optional<Ticket> revealed_;  // waits for the rows of its filter
    bool loaded_ = false;
    bool filter_chosen_ = false;  // by a person, or by what was shown
    bool changing_ = false;       // rows come and go: the current row that Qt moves is not a choice
};

}  // namespace aftercharge
