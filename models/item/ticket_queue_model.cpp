// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/ticket_queue_model.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace aftercharge {

bool is_over(const Ticket &ticket)
{
    return ticket.state == TicketState::Resolved || ticket.state == TicketState::Rejected ||
           ticket.state == TicketState::Closed;
}

DueState due_state(const Ticket &ticket, UtcTime now)
{
    if (is_over(ticket))
        return DueState::Ended;
    const Duration left = ticket.due_at - now;
    if (left < Duration{})
        return DueState::Overdue;
    if (left <= std::chrono::minutes{30})
        return DueState::Pressing;
    return left <= std::chrono::hours{1} ? DueState::Soon : DueState::Later;
}

Tone due_tone(DueState state)
{
    switch (state) {
    case DueState::Overdue:
    case DueState::Pressing:
        return Tone::Bad;
    case DueState::Soon:
        return Tone::Warn;
    case DueState::Later:
        return Tone::Ok;
    case DueState::Ended:
        break;
    }
    return Tone::Neutral;
}

TicketQueueModel::TicketQueueModel(QObject *parent) : QAbstractListModel(parent) {}

int TicketQueueModel::row_of(const TicketNo &ticket_no) const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const Ticket &ticket) { return ticket.ticket_no == ticket_no; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int TicketQueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant TicketQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Ticket &row = ticket(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.ticket_no.text());
    case CellRole::tone:
        return static_cast<int>(due_tone(due_state(row, now_)));
    case CellRole::sort_key:
        return static_cast<qlonglong>(row.due_at.time_since_epoch().count());
    default:
        return {};
    }
}

bool TicketQueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !next_.empty() && !fetching_;
}

void TicketQueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    fetching_ = true;
    Q_EMIT moreWanted(QByteArray::fromStdString(next_));
}

void TicketQueueModel::stop_fetching()
{
    fetching_ = false;
}

void TicketQueueModel::append(std::vector<Ticket> rows, std::string next)
{
    fetching_ = false;
    next_ = std::move(next);
    // A ticket that moved between two pages while they were read comes twice.
    std::erase_if(rows, [this](const Ticket &ticket) { return row_of(ticket.ticket_no) >= 0; });
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    rows_.insert(rows_.end(), rows.begin(), rows.end());
    endInsertRows();
}

void TicketQueueModel::synchronise(std::vector<Ticket> rows, std::string next)
{
    fetching_ = false;
    next_ = std::move(next);
    std::unordered_set<std::string> wanted;
    for (const Ticket &ticket : rows)
        wanted.insert(ticket.ticket_no.text());
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!wanted.contains(ticket(row).ticket_no.text()))
            remove_at(row);
    }
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const Ticket &target = rows[static_cast<std::size_t>(row)];
        const int now_at = row_of(target.ticket_no);
        if (now_at < 0) {
            insert_at(row, target);
            continue;
        }
        if (now_at != row)
            move_to(now_at, row);
        change_at(row, target);
    }
}

bool TicketQueueModel::stands_before(const Ticket &a, const Ticket &b) const
{
    if (order_ == Order::NewestFirst)
        return std::tie(b.opened_at, b.ticket_no) < std::tie(a.opened_at, a.ticket_no);
    return std::tie(a.due_at, a.ticket_no) < std::tie(b.due_at, b.ticket_no);
}

void TicketQueueModel::put(const Ticket &ticket)
{
    int row = row_of(ticket.ticket_no);
    int place = 0;
    while (place < rowCount() && (place == row || stands_before(this->ticket(place), ticket)))
        ++place;
    if (row < 0) {
        // Behind the last row that is read there may be others before it: it comes with them.
        if (place < rowCount() || next_.empty())
            insert_at(place, ticket);
        return;
    }
    if (place > row)
        --place;
    if (place != row)
        move_to(row, place);
    change_at(place, ticket);
}

void TicketQueueModel::remove(const TicketNo &ticket_no)
{
    if (const int row = row_of(ticket_no); row >= 0)
        remove_at(row);
}

void TicketQueueModel::set_now(UtcTime now)
{
    const UtcTime before = now_;
    now_ = now;
    if (rows_.empty() || before == now)
        return;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole, CellRole::tone});
}

void TicketQueueModel::insert_at(int row, const Ticket &ticket)
{
    beginInsertRows({}, row, row);
    rows_.insert(rows_.begin() + row, ticket);
    endInsertRows();
}

void TicketQueueModel::remove_at(int row)
{
    beginRemoveRows({}, row, row);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
}

void TicketQueueModel::change_at(int row, const Ticket &ticket)
{
    Ticket &old = rows_[static_cast<std::size_t>(row)];
    if (old == ticket)
        return;
    old = ticket;
    Q_EMIT dataChanged(index(row), index(row));
}

void TicketQueueModel::move_to(int from, int to)
{
    // Qt's "before which row" counts in the list as it is now.
    if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    const auto begin = rows_.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
}

}  // namespace aftercharge
