// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/session_figures.h"

#include <QHBoxLayout>

#include "models/item/session_condition.h"
#include "ui/common/enum_words.h"
#include "ui/common/format.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/theme_controller.h"
#include "ui/live/session_words.h"

namespace aftercharge {

SessionFigures::SessionFigures(const ThemeController &themes, QWidget *parent)
    : QWidget(parent), fee_(new KpiTile(themes, KpiTile::Look::Plain, tr("Fee so far"))),
      energy_(new KpiTile(themes, KpiTile::Look::Plain, tr("Energy"))),
      end_(new KpiTile(themes, KpiTile::Look::Plain, tr("Estimated end")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::m, Space::xs, Space::m, Space::xs);
    row->setSpacing(Space::m);
    // The register's two values are the longest note.
    row->addWidget(fee_, 30);
    row->addWidget(energy_, 40);
    row->addWidget(end_, 34);
}

void SessionFigures::show_session(const SessionView &session, const Format &format)
{
    const bool running = is_running(session);
    fee_->set_caption(running ? tr("Fee so far") : tr("Fee"));
    QString note = tr("of %1 frozen").arg(format.money(session.prepaid));
    if (!running && session.owed.is_positive())
        note = tr("%1 owed").arg(format.money(session.owed));
    else if (!running)
        note = tr("%1 returned to balance").arg(format.money(session.returned));
    fee_->set_value(format.money(session.fee), note);
    const auto from = session.meter_start.value();
    energy_->set_value(
        format.energy_unit(session.energy),
        tr("register %1 → %2 Wh").arg(format.number(from), format.number(from + session.energy.value())));
    show_end(session, format);
}

void SessionFigures::show_end(const SessionView &session, const Format &format)
{
    if (session.stopped_at) {
        end_->set_caption(tr("Ended"));
        end_->set_value(format.time_short(*session.stopped_at), EnumWords::stop_reason(session.stop_reason));
        return;
    }
    end_->set_caption(tr("Estimated end"));
    const QString soc = session.soc ? tr("now at %1").arg(format.percent(*session.soc, 1)) : tr("no SOC reported");
    if (!session.estimated_end || condition_of(session) != SessionCondition::Charging) {
        end_->set_value(QStringLiteral("—"), soc);
        return;
    }
    end_->set_value(format.time_short(*session.estimated_end), tr("at 100 %, %1").arg(soc));
}

}  // namespace aftercharge
