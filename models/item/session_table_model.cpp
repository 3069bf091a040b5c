// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/session_table_model.h"

#include <algorithm>
#include <unordered_set>

namespace aftercharge {

namespace {

using Table = SessionTableModel;

// First and last column that look different; nothing when none does.
std::optional<std::pair<int, int>> changed_columns(const SessionView &before, const SessionView &after)
{
    int first = Table::column_count;
    int last = -1;
    const auto mark = [&](int column, bool differs) {
        if (!differs)
            return;
        first = std::min(first, column);
        last = std::max(last, column);
    };
    // An ended row is greyed all over.
    const bool ended = is_running(before) != is_running(after);
    mark(Table::Point, ended);
    mark(Table::State, condition_of(before) != condition_of(after));
    mark(Table::Soc, before.soc != after.soc);
    mark(Table::Power, before.power != after.power);
    mark(Table::Energy, before.energy != after.energy);
    mark(Table::Fee, before.fee != after.fee);
    mark(Table::Left, before.estimated_end != after.estimated_end);
    mark(Table::Health, ended || worst_sign(before) != worst_sign(after) || before.stop_reason != after.stop_reason ||
                            before.returned != after.returned || before.owed != after.owed);
    if (last < 0)
        return std::nullopt;
    return std::pair(first, last);
}

QVariant optional_number(const auto &quantity)
{
    return quantity ? QVariant(static_cast<qlonglong>(quantity->value())) : QVariant();
}

QVariant number_in(const SessionView &session, int column)
{
    switch (column) {
    case Table::Soc:
        return optional_number(session.soc);
    case Table::Power:
        return optional_number(session.power);
    case Table::Energy:
        return static_cast<qlonglong>(session.energy.value());
    case Table::Fee:
        return static_cast<qlonglong>(session.fee.minor());
    case Table::Left:
        return session.estimated_end ? QVariant(qlonglong(session.estimated_end->time_since_epoch().count()))
                                     : QVariant();
    case Table::State:
        return static_cast<int>(condition_of(session));
    case Table::Health:
        return worst_sign(session) ? static_cast<int>(*worst_sign(session)) : 0;
    default:
        return {};
    }
}

QString point_name(const SessionView &session)
{
    return QString::fromStdString(session.connector.charge_point_id.text()) + u'/' +
           QString::number(session.connector.connector_id);
}

}  // namespace

SessionTableModel::SessionTableModel(QObject *parent) : QAbstractTableModel(parent) {}

int SessionTableModel::row_of(const OrderNo &order_no) const
{
    const auto found = rows_.find(order_no);
    return found == rows_.end() ? -1 : found->second;
}

void SessionTableModel::apply(const QList<SessionView> &sessions)
{
    std::vector<Span> changed;
    std::vector<SessionView> fresh;
    std::unordered_map<OrderNo, std::size_t> fresh_rows;
    for (const SessionView &session : sessions) {
        const int row = row_of(session.order_no);
        if (row < 0) {
            const auto [place, is_new] = fresh_rows.try_emplace(session.order_no, fresh.size());
            if (is_new)
                fresh.push_back(session);
            else
                fresh[place->second] = session;
            continue;
        }
        SessionView &known = sessions_[static_cast<std::size_t>(row)];
        if (known == session)
            continue;
        if (const auto columns = changed_columns(known, session))
            changed.push_back({row, columns->first, columns->second});
        known = session;
    }
    tell(std::move(changed));
    append(fresh);
}

void SessionTableModel::tell(std::vector<Span> changed)
{
    std::sort(changed.begin(), changed.end(), [](const Span &a, const Span &b) { return a.row < b.row; });
    for (std::size_t i = 0; i < changed.size();) {
        Span run = changed[i];
        int end = run.row;
        while (++i < changed.size() && changed[i].row <= end + 1) {
            end = changed[i].row;
            run.first = std::min(run.first, changed[i].first);
            run.last = std::max(run.last, changed[i].last);
        }
        Q_EMIT dataChanged(index(run.row, run.first), index(end, run.last));
    }
}

void SessionTableModel::append(const std::vector<SessionView> &fresh)
{
    if (fresh.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    sessions_.insert(sessions_.end(), fresh.begin(), fresh.end());
    index_from(static_cast<std::size_t>(first));
    endInsertRows();
}

void SessionTableModel::synchronise(const QList<SessionView> &sessions)
{
    std::unordered_set<OrderNo> named;
    for (const SessionView &session : sessions)
        named.insert(session.order_no);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!named.contains(session(row).order_no))
            remove_rows(row, row);
    }
    apply(sessions);
}

void SessionTableModel::drop_ended_before(UtcTime time)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const SessionView &known = session(row);
        if (known.stopped_at && *known.stopped_at < time)
            remove_rows(row, row);
    }
}

void SessionTableModel::remove_rows(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row)
        rows_.erase(session(row).order_no);
    sessions_.erase(sessions_.begin() + first, sessions_.begin() + last + 1);
    index_from(static_cast<std::size_t>(first));
    endRemoveRows();
}

void SessionTableModel::index_from(std::size_t row)
{
    for (; row < sessions_.size(); ++row)
        rows_[sessions_[row].order_no] = static_cast<int>(row);
}

int SessionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(sessions_.size());
}

int SessionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QVariant SessionTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SessionView &row = session(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Point ? QVariant(point_name(row)) : number_in(row, index.column());
    case CellRole::sort_key:
        return index.column() == Point ? QVariant(point_name(row)) : number_in(row, index.column());
    case CellRole::tone:
        if (index.column() == State)
            return static_cast<int>(tone_of(condition_of(row)));
        return static_cast<int>(index.column() == Health ? health_tone(row) : Tone::Neutral);
    case CellRole::chip_shape:
        return index.column() == State ? QVariant(static_cast<int>(shape_of(condition_of(row)))) : QVariant();
    case CellRole::permille:
        return index.column() == Soc && row.soc ? QVariant(static_cast<int>(row.soc->value())) : QVariant();
    default:
        return {};
    }
}

}  // namespace aftercharge
