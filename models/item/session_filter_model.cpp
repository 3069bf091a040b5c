// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/session_filter_model.h"

namespace aftercharge {

namespace {

// What is not known comes last in either direction of interest: it is the smallest.
std::int64_t number_of(const auto &quantity)
{
    return quantity ? quantity->value() : -1;
}

std::int64_t left_of(const SessionView &session)
{
    if (!is_running(session))
        return std::numeric_limits<std::int64_t>::max();
    return session.estimated_end ? session.estimated_end->time_since_epoch().count()
                                 : std::numeric_limits<std::int64_t>::max() - 1;
}

int health_rank(const SessionView &session)
{
    const Tone tone = health_tone(session);
    return (is_running(session) ? 0 : 10) + (tone == Tone::Bad ? 0 : tone == Tone::Warn ? 1 : 2);
}

// Worst first; whatever else needs a look stands before what goes well.
int state_rank(const SessionView &session)
{
    const SessionCondition condition = condition_of(session);
    const int rank = static_cast<int>(condition) * 2;
    if (condition > SessionCondition::Silent && needs_look(session))
        return static_cast<int>(SessionCondition::Silent) * 2 + 1;
    return rank;
}

std::int64_t key_of(const SessionView &session, int column)
{
    switch (column) {
    case SessionTableModel::State:
        return state_rank(session);
    case SessionTableModel::Soc:
        return number_of(session.soc);
    case SessionTableModel::Power:
        return number_of(session.power);
    case SessionTableModel::Energy:
        return session.energy.value();
    case SessionTableModel::Fee:
        return session.fee.minor();
    case SessionTableModel::Left:
        return left_of(session);
    case SessionTableModel::Health:
        return health_rank(session);
    default:
        return 0;
    }
}

bool contains(const std::string &text, const QString &part)
{
    return QString::fromStdString(text).contains(part, Qt::CaseInsensitive);
}

}  // namespace

SessionFilterModel::SessionFilterModel(SessionTableModel &table, QObject *parent)
    : QSortFilterProxyModel(parent), table_(table)
{
    setSourceModel(&table);
    setDynamicSortFilter(true);
}

void SessionFilterModel::set_scope(SessionScope scope)
{
    if (scope == scope_)
        return;
    scope_ = scope;
    invalidateFilter();
}

void SessionFilterModel::set_station(const StationId &station)
{
    if (station == station_)
        return;
    station_ = station;
    invalidateFilter();
}

void SessionFilterModel::set_text(const QString &text)
{
    if (text == text_)
        return;
    text_ = text;
    invalidateFilter();
}

bool SessionFilterModel::at_station(const SessionView &session) const
{
    return station_.is_empty() || session.station_id == station_;
}

SessionCounts SessionFilterModel::counts() const
{
    SessionCounts counts;
    for (int row = 0; row < table_.rowCount(); ++row) {
        const SessionView &session = table_.session(row);
        if (!at_station(session))
            continue;
        ++counts.all;
        counts.need_look += needs_look(session) ? 1 : 0;
        counts.offline += is_offline(session) ? 1 : 0;
    }
    return counts;
}

const SessionView &SessionFilterModel::session(int row) const
{
    return table_.session(mapToSource(index(row, 0)).row());
}

int SessionFilterModel::row_of(const OrderNo &order_no) const
{
    const int row = table_.row_of(order_no);
    return row < 0 ? -1 : mapFromSource(table_.index(row, 0)).row();
}

bool SessionFilterModel::filterAcceptsRow(int source_row, const QModelIndex &) const
{
    const SessionView &session = table_.session(source_row);
    if (!at_station(session))
        return false;
    if (scope_ == SessionScope::NeedLook && !needs_look(session))
        return false;
    if (scope_ == SessionScope::Offline && !is_offline(session))
        return false;
    return text_.isEmpty() || contains(session.connector.charge_point_id.text(), text_) ||
           contains(session.order_no.text(), text_) || contains(session.member_id.text(), text_);
}

bool SessionFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const SessionView &a = table_.session(left.row());
    const SessionView &b = table_.session(right.row());
    const std::int64_t key_a = key_of(a, left.column());
    const std::int64_t key_b = key_of(b, left.column());
    if (key_a != key_b)
        return key_a < key_b;
    if (a.connector != b.connector)
        return a.connector < b.connector;
    return a.order_no < b.order_no;
}

}  // namespace aftercharge
