// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_tiles.h"

#include <map>

#include <QHBoxLayout>

#include "models/item/session_table_model.h"
#include "ui/common/format.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/theme_controller.h"
#include "ui/live/day_totals.h"
#include "ui/live/session_words.h"

namespace aftercharge {

namespace {

// What a session counts as among those that need a look: its state, but a fast meter and the
// like by their own names.
QString look_word(const SessionView &session)
{
    const SessionCondition condition = condition_of(session);
    if (condition == SessionCondition::Charging)
        return LiveTiles::tr("meter");
    if (!is_running(session) && condition != SessionCondition::Settling)
        return SessionWords::condition(SessionCondition::Fault).toLower();
    return SessionWords::condition(condition).toLower();
}

}  // namespace

LiveTiles::LiveTiles(const ThemeController &themes, QWidget *parent)
    : QWidget(parent), charging_(new KpiTile(themes, KpiTile::Look::Framed, tr("Charging now"))),
      power_(new KpiTile(themes, KpiTile::Look::Framed, tr("Power"))),
      energy_(new KpiTile(themes, KpiTile::Look::Framed, tr("Energy today"))),
      look_(new KpiTile(themes, KpiTile::Look::Framed, tr("Need a look"))),
      reports_(new KpiTile(themes, KpiTile::Look::Framed, tr("Reports")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (KpiTile *tile : {charging_, power_, energy_, look_, reports_})
        row->addWidget(tile);
}

LiveTiles::Now LiveTiles::count(const SessionTableModel &sessions)
{
    Now now;
    for (int row = 0; row < sessions.rowCount(); ++row) {
        const SessionView &session = sessions.session(row);
        if (!is_running(session))
            continue;
        ++now.charging;
        if (session.power && !is_offline(session))
            now.power = now.power + *session.power;
    }
    return now;
}

void LiveTiles::show_figures(const SessionTableModel &sessions, const DayTotals &day, const FeedState &feed,
                             const Format &format)
{
    const Now now = count(sessions);
    charging_->set_value(format.number(now.charging),
                         connectors_ > 0 ? tr("of %1 connectors").arg(format.number(connectors_)) : QString());
    power_->set_value(format.power_unit(now.power), peak_words(now.power, day, format));
    energy_->set_value(format.energy_unit(day.energy()), tr("%1 fees").arg(format.money(day.fees())));
    reports_->set_value(tr("%1 /s").arg(format.fixed(feed.reports_per_second_milli, 1000, 1)),
                        tr("%1 rejected").arg(format.number(feed.rejected)));
    reports_->set_tone(feed.kind == FeedState::Lost    ? Tone::Bad
                       : feed.kind == FeedState::Stale ? Tone::Warn
                                                       : Tone::Neutral);
    show_need_look(sessions);
}

// Without its unit where it is that of the figure beside it.
QString LiveTiles::peak_words(PowerW now, const DayTotals &day, const Format &format)
{
    if (day.peak() <= PowerW{})
        return {};
    if (now >= day.peak())
        return tr("today's peak");
    QString peak = format.power_unit(day.peak());
    const QString unit = format.power_unit(now).section(u' ', -1);
    if (peak.endsWith(unit))
        peak.chop(unit.size() + 1);
    return tr("peak %1 at %2").arg(peak, format.time_short(day.peak_at()));
}

void LiveTiles::show_need_look(const SessionTableModel &sessions)
{
    // Worst first, as the table sorts.
    std::map<int, std::pair<QString, int>> kinds;
    int all = 0;
    bool bad = false;
    for (int row = 0; row < sessions.rowCount(); ++row) {
        const SessionView &session = sessions.session(row);
        if (!needs_look(session))
            continue;
        ++all;
        const bool cut_off = !is_running(session) && condition_of(session) != SessionCondition::Settling;
        const auto rank = static_cast<int>(cut_off ? SessionCondition::Fault : condition_of(session));
        auto &[word, number] = kinds[rank];
        word = look_word(session);
        ++number;
        bad = bad || health_tone(session) == Tone::Bad;
    }
    QStringList parts;
    int said = 0;
    const std::size_t room = kinds.size() > 3 ? 2 : 3;
    for (const auto &[rank, kind] : kinds) {
        if (static_cast<std::size_t>(parts.size()) == room)
            break;
        parts.append(tr("%1 %2", "a number and a kind: 2 offline").arg(kind.second).arg(kind.first));
        said += kind.second;
    }
    if (said < all)
        parts.append(tr("%1 more").arg(all - said));
    look_->set_value(QString::number(all), all == 0 ? tr("all is well") : parts.join(QStringLiteral(" · ")));
    look_->set_tone(bad ? Tone::Bad : all > 0 ? Tone::Warn : Tone::Neutral);
}

}  // namespace aftercharge
