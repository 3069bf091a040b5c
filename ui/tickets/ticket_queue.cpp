// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/ticket_queue.h"

#include <QButtonGroup>
#include <QListView>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "models/item/ticket_queue_model.h"
#include "ui/common/desk_context.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/filter_chip.h"
#include "ui/common/flow_layout.h"
#include "ui/common/key_cap.h"
#include "ui/common/search_field.h"
#include "ui/tickets/queue_delegate.h"
#include "ui/tickets/queue_text.h"

namespace aftercharge {

namespace {

constexpr std::chrono::milliseconds search_pause{200};
constexpr std::chrono::seconds due_words_every{20};
constexpr std::size_t most_single_rows = 16;  // more changed at once: the page is read anew

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    return line;
}

}  // namespace

TicketQueue::TicketQueue(DeskContext &context, const Clock &clock, QWidget *parent)
    : Card(context.themes, parent), context_(context), clock_(clock), model_(new TicketQueueModel(this)),
      text_(new QueueText(model_, this)),
      search_(new SearchField(context.themes, tr("Filter these tickets…"), QStringLiteral("/"))), list_(new QListView),
      stack_(new QStackedWidget), empty_(new EmptyState(context.themes, IconName::Tickets, {})),
      search_delay_(new QTimer(this))
{
    set_title(tr("My queue"), tr("by due time"));
    for (const QString &key : {QStringLiteral("J"), QStringLiteral("K")})
        add_action(new KeyCap(context.themes, key));
    build_filters();
    build_list();
    model_->set_now(clock_.now());
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, [this] { model_->set_now(clock_.now()); });
    minute->start(due_words_every);
    search_delay_->setSingleShot(true);
    connect(search_delay_, &QTimer::timeout, this, &TicketQueue::reload);
    connect(search_, &QLineEdit::textChanged, this, [this] { search_delay_->start(search_pause); });
    connect(search_, &QLineEdit::returnPressed, this, &TicketQueue::focus_list);
    connect(search_, &SearchField::escaped, this, &TicketQueue::focus_list);
    connect(model_, &TicketQueueModel::moreWanted, this,
            [this](const QByteArray &after) { ask_page(after.toStdString()); });
    connect(empty_, &EmptyState::actionTriggered, this, [this] {
        if (failure_)
            reload();
        else
            set_filter(QueueFilter::AllOpen);
    });
}

void TicketQueue::build_filters()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(Space::m - 2, Space::s, Space::m - 2, Space::s);
    column->setSpacing(Space::s);
    auto *flow_box = new QWidget;
    auto *flow = new FlowLayout(6, flow_box);
    auto *group = new QButtonGroup(this);
    const QStringList names{tr("Mine"),     tr("Unassigned"), tr("Due soon"), tr("Waiting for approval"),
                            tr("All open"), tr("Closed")};
    for (int i = 0; i < names.size(); ++i) {
        auto *chip = new FilterChip(context_.themes, names[i]);
        chip->setObjectName(QStringLiteral("filter%1").arg(i));
        flow->addWidget(chip);
        group->addButton(chip, i);
        chips_.push_back(chip);
    }
    chips_.front()->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { set_filter(static_cast<QueueFilter>(id)); });
    column->addWidget(flow_box);
    search_->setAccessibleName(tr("Filter these tickets"));
    search_->setObjectName(QStringLiteral("queueSearch"));
    column->addWidget(search_);
    body()->addWidget(box);
    body()->addWidget(hairline());
}

void TicketQueue::build_list()
{
    list_->setModel(text_);
    list_->setItemDelegate(new QueueDelegate(context_.themes, list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setAccessibleName(tr("Tickets"));
    list_->setObjectName(QStringLiteral("queueList"));
    stack_->addWidget(list_);
    stack_->addWidget(empty_);
    body()->addWidget(stack_, 1);
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (!now.isValid() || changing_)
            return;
        const TicketNo &ticket_no = model_->ticket(now.row()).ticket_no;
        if (ticket_no == selected_)
            return;
        selected_ = ticket_no;
        Q_EMIT selectionMoved(selected_);
    });
    connect(list_, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(model_->ticket(index.row()).ticket_no); });
}

void TicketQueue::set_filter(QueueFilter filter)
{
    filter_chosen_ = true;
    use_filter(filter);
}

void TicketQueue::use_filter(QueueFilter filter)
{
    filter_ = filter;
    set_title(filter == QueueFilter::Mine ? tr("My queue") : tr("Queue"),
              filter == QueueFilter::Closed ? tr("newest first") : tr("by due time"));
    chips_[static_cast<std::size_t>(filter)]->setChecked(true);
    model_->set_order(filter == QueueFilter::Closed ? TicketQueueModel::Order::NewestFirst
                                                    : TicketQueueModel::Order::DueFirst);
    reload();
}

void TicketQueue::reload()
{
    search_delay_->stop();
    ++serial_;
    model_->set_now(clock_.now());
    ask_counts();
    ask_page({});
}

// Until somebody chooses, the first filter that holds something: own work, then what waits
// for anybody, then what the others have.
void TicketQueue::open_first_filter(const TicketCounts &counts)
{
    if (filter_chosen_ || !selected_.is_empty())
        return;
    const QueueFilter first = counts.mine > 0         ? QueueFilter::Mine
                              : counts.unassigned > 0 ? QueueFilter::Unassigned
                              : counts.open > 0       ? QueueFilter::AllOpen
                                                      : QueueFilter::Mine;
    if (first != filter_)
        use_filter(first);
}

void TicketQueue::ask_counts()
{
    context_.desk.ticket_counts().then(this, [this](const Result<TicketCounts> &counts) {
        if (!counts)
            return;
        const std::int64_t values[] = {counts->mine, counts->unassigned, counts->due_soon, counts->waiting_approval,
                                       counts->open};
        for (std::size_t i = 0; i < std::size(values); ++i)
            chips_[i]->set_count(static_cast<int>(values[i]));
        if (auto *layout = chips_.front()->parentWidget()->layout())
            layout->invalidate();
        open_first_filter(*counts);
    });
}

void TicketQueue::ask_page(const std::string &after)
{
    TicketQuery query = queue_query(filter_, context_.person.name, search_->text().trimmed().toStdString());
    query.page.after = after;
    const bool first = after.empty();
    context_.desk.tickets(query).then(this, [this, first, serial = serial_](const Result<Page<Ticket>> &page) {
        if (serial != serial_)
            return;
        if (page) {
            failure_.reset();
            take_page(*page, first);
        } else {
            model_->stop_fetching();
            if (first)
                model_->synchronise({}, {});
            failure_ = page.error();
        }
        show_state();
    });
}

void TicketQueue::take_page(Page<Ticket> page, bool first)
{
    loaded_ = true;
    changing_ = true;
    if (filter_ == QueueFilter::DueSoon) {
        const auto end = std::find_if(page.rows.begin(), page.rows.end(), [this](const Ticket &ticket) {
            return !queue_holds(QueueFilter::DueSoon, ticket, context_.person.name, clock_.now());
        });
        if (end != page.rows.end()) {
            page.rows.erase(end, page.rows.end());
            page.next.clear();
        }
    }
    if (first)
        model_->synchronise(std::move(page.rows), std::move(page.next));
    else
        model_->append(std::move(page.rows), std::move(page.next));
    // Further down than the first page reaches: its row stands here all the same.
    if (revealed_ && revealed_->ticket_no == selected_ && model_->row_of(selected_) < 0 &&
        queue_holds(filter_, *revealed_, context_.person.name, clock_.now()))
        model_->put(*revealed_);
    revealed_.reset();
    changing_ = false;
    keep_selection();
}

void TicketQueue::refresh(const std::vector<std::string> &ticket_nos)
{
    if (ticket_nos.size() > most_single_rows || !search_->text().isEmpty()) {
        reload();
        return;
    }
    model_->set_now(clock_.now());
    ask_counts();
    for (const std::string &ticket_no : ticket_nos) {
        TicketQuery query;
        query.scope = TicketQuery::Scope::All;
        query.text = ticket_no;
        context_.desk.tickets(query).then(this, [this, ticket_no, serial = serial_](const Result<Page<Ticket>> &page) {
            if (serial == serial_)
                take_row(ticket_no, page);
        });
    }
}

void TicketQueue::take_row(const std::string &ticket_no, const Result<Page<Ticket>> &page)
{
    if (!page)
        return;
    changing_ = true;
    for (const Ticket &ticket : page->rows) {
        if (ticket.ticket_no.text() != ticket_no)
            continue;
        if (queue_holds(filter_, ticket, context_.person.name, clock_.now()))
            model_->put(ticket);
        else
            model_->remove(ticket.ticket_no);
    }
    changing_ = false;
    keep_selection();
    show_state();
}

// After rows came and went: the ticket that was chosen stays chosen; when it left the filter
// the row that took its place is only marked, so that what is being read does not change.
void TicketQueue::keep_selection()
{
    if (model_->rowCount() == 0)
        return;
    const int row = model_->row_of(selected_);
    if (row >= 0) {
        list_->selectionModel()->setCurrentIndex(text_->index(row, 0), QItemSelectionModel::ClearAndSelect);
        list_->scrollTo(text_->index(row, 0));
        return;
    }
    if (selected_.is_empty())
        list_->selectionModel()->setCurrentIndex(text_->index(0, 0), QItemSelectionModel::ClearAndSelect);
    else
        list_->selectionModel()->clearSelection();
}

void TicketQueue::show_state()
{
    if (model_->rowCount() > 0) {
        stack_->setCurrentWidget(list_);
        return;
    }
    if (failure_) {
        empty_->set_content(IconName::Warning, tr("The tickets could not be read"), ErrorWords::sentence(*failure_));
        empty_->set_action(tr("Try again"));
    } else if (!loaded_) {
        empty_->set_content(IconName::Tickets, tr("Reading…"), {});
        empty_->set_action({});
    } else if (!search_->text().isEmpty()) {
        empty_->set_content(IconName::Search, tr("Nothing found"), tr("No ticket here matches the filter."));
        empty_->set_action({});
    } else {
        empty_->set_content(IconName::Tickets, tr("Nothing waits here"),
                            filter_ == QueueFilter::Mine ? tr("Take the next one from the unassigned tickets.")
                                                         : tr("No ticket stands under this filter."));
        empty_->set_action(filter_ == QueueFilter::AllOpen ? QString() : tr("Show all open"));
    }
    stack_->setCurrentWidget(empty_);
    if (selected_.is_empty())
        Q_EMIT emptied();
}

void TicketQueue::move_selection(int steps)
{
    const int count = model_->rowCount();
    if (count == 0)
        return;
    const QModelIndex now = list_->currentIndex();
    const int row = std::clamp(now.isValid() ? now.row() + steps : 0, 0, count - 1);
    list_->setCurrentIndex(text_->index(row, 0));
    // Near the end of what is read the next page is asked for before the person is there.
    if (row + 8 > count && text_->canFetchMore({}))
        text_->fetchMore({});
}

void TicketQueue::select(const TicketNo &ticket_no)
{
    selected_ = ticket_no;
    keep_selection();
}

QueueFilter TicketQueue::filter_of(const Ticket &ticket) const
{
    const OperatorName &me = context_.person.name;
    for (const QueueFilter filter : {filter_, QueueFilter::Mine, QueueFilter::Unassigned, QueueFilter::AllOpen}) {
        if (queue_holds(filter, ticket, me, clock_.now()))
            return filter;
    }
    return QueueFilter::Closed;
}

void TicketQueue::reveal(const Ticket &ticket)
{
    filter_chosen_ = true;
    select(ticket.ticket_no);
    if (model_->row_of(ticket.ticket_no) >= 0)
        return;
    const QSignalBlocker quiet(search_);
    search_->clear();
    revealed_ = ticket;
    use_filter(filter_of(ticket));
}

std::optional<TicketNo> TicketQueue::selected() const
{
    return selected_.is_empty() ? std::nullopt : std::optional(selected_);
}

std::optional<TicketNo> TicketQueue::after_selected() const
{
    const int row = model_->row_of(selected_);
    const int next = row < 0 ? 0 : row + 1;
    return next < model_->rowCount() ? std::optional(model_->ticket(next).ticket_no) : std::nullopt;
}

void TicketQueue::focus_list()
{
    // An empty list is hidden: then the filter that holds nothing.
    QWidget *target = chip(filter_);
    if (list_->isVisibleTo(this))
        target = list_;
    target->setFocus(Qt::ShortcutFocusReason);
}

void TicketQueue::focus_search()
{
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

}  // namespace aftercharge
