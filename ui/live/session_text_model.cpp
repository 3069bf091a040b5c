// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/session_text_model.h"

#include "ui/live/session_words.h"

namespace aftercharge {

using Column = SessionTableModel::Column;

SessionTextModel::SessionTextModel(SessionFilterModel &sessions, const Clock &clock, const Format &format,
                                   QObject *parent)
    : QIdentityProxyModel(parent), sessions_(sessions), clock_(clock), format_(format)
{
    setSourceModel(&sessions);
}

void SessionTextModel::set_format(const Format &format)
{
    format_ = format;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void SessionTextModel::tick()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Column::Left), index(rowCount() - 1, Column::Health), {Qt::DisplayRole});
}

QString SessionTextModel::text(const SessionView &session, int column) const
{
    switch (column) {
    case Column::Point:
        return SessionWords::point_id(session.connector);
    case Column::State:
        return SessionWords::condition(condition_of(session));
    case Column::Soc:
        return session.soc ? format_.percent(*session.soc) : QString();
    case Column::Power:
        return session.power ? format_.kw(*session.power) : QStringLiteral("—");
    case Column::Energy:
        return format_.kwh(session.energy);
    case Column::Fee:
        return format_.money(session.fee);
    case Column::Left:
        return SessionWords::left(session, clock_.now());
    case Column::Health:
        return SessionWords::health(session, format_, clock_.now());
    default:
        return {};
    }
}

// For screen readers: the row as one sentence.
QString SessionTextModel::sentence(const SessionView &session) const
{
    QStringList parts;
    for (int column = 0; column < SessionTableModel::column_count; ++column) {
        const QString value = text(session, column);
        if (!value.isEmpty() && value != QStringLiteral("—"))
            parts.append(headerData(column, Qt::Horizontal).toString() + u' ' + value);
    }
    return parts.join(QStringLiteral(", "));
}

QVariant SessionTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SessionView &session = sessions_.session(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(session, index.column());
    case Qt::ToolTipRole: {
        const QString signs = index.column() == Column::Health || index.column() == Column::State
                                  ? SessionWords::all_signs(session)
                                  : QString();
        return signs.isEmpty() ? QVariant() : QVariant(signs);
    }
    case Qt::AccessibleTextRole:
        return index.column() == Column::Point ? sentence(session) : text(session, index.column());
    case Qt::ForegroundRole: {
        // What is over steps back, unless something is wrong with it.
        const bool wrong = index.column() == Column::Health && health_tone(session) != Tone::Neutral;
        return is_running(session) || wrong ? QVariant() : QVariant(QColor(Qt::gray));
    }
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant SessionTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (section) {
    case Column::Point:
        return tr("Point");
    case Column::State:
        return tr("State");
    case Column::Soc:
        return tr("SOC");
    case Column::Power:
        return tr("kW");
    case Column::Energy:
        return tr("kWh");
    case Column::Fee:
        return tr("Fee");
    case Column::Left:
        return tr("Left");
    case Column::Health:
        return tr("Health");
    default:
        return {};
    }
}

}  // namespace aftercharge
