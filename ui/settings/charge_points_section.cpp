// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/charge_points_section.h"

#include <QVBoxLayout>

#include "ui/common/card.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QStandardItem *item(const QString &text, bool muted = false)
{
    auto *made = new QStandardItem(text);
    made->setData(muted, CellRole::muted);
    made->setToolTip(text);
    return made;
}

}  // namespace

ChargePointsSection::ChargePointsSection(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    card_ = new Card(context.themes, this);
    card_->set_title(tr("Charge points"));
    table_ = new DataTable(context.themes, card_);
    table_->setAccessibleName(tr("Charge points"));
    model_.setHorizontalHeaderLabels({tr("Charge point"), tr("Station"), tr("Connectors"), tr("Max kW"), tr("Tariff"),
                                      tr("Vendor and model"), tr("Firmware"), tr("Last boot")});
    table_->setModel(&model_);
    table_->set_columns({{CellKind::Id, 110, 90},
                         {CellKind::Text, 120, 80, 1},
                         {CellKind::Number, 76, 64},
                         {CellKind::Number, 68, 56},
                         {CellKind::Id, 96, 70},
                         {CellKind::Text, 160, 90, 1},
                         {CellKind::Text, 96, 60},
                         {CellKind::Text, 138, 134}});
    table_->set_settings(&context.settings, QStringLiteral("settings/charge_points"));
    empty_ = new EmptyState(context.themes, IconName::Plug, tr("No charge points yet"),
                            tr("A charge point is registered with its password by afterchargectl charge-point add."));
    table_->set_placeholder(empty_);
    card_->body()->addWidget(table_, 1);
    column->addWidget(card_, 1);
    read();
    connect(&context.feed, &LiveFeed::rowsChanged, this, [this](const QList<Changed> &rows) {
        if (std::any_of(rows.begin(), rows.end(),
                        [](const Changed &row) { return row.table == ChangedTable::Registry; }))
            read();
    });
    connect(&context.feed, &LiveFeed::resynchronised, this, &ChargePointsSection::read);
}

void ChargePointsSection::read()
{
    context_.desk.stations().then(this, [this](const Result<std::vector<Station>> &stations) {
        if (!stations)
            return;
        for (const Station &station : *stations)
            station_names_.insert(text_of(station.id.text()), text_of(station.name));
    });
    context_.desk.charge_points().then(this, [this](const Result<std::vector<ChargePoint>> &points) {
        if (points)
            show_points(*points);
        else
            empty_->set_content(IconName::Warning, tr("This could not be read"), ErrorWords::sentence(points.error()));
    });
}

void ChargePointsSection::show_points(const std::vector<ChargePoint> &points)
{
    const Format &format = context_.format;
    model_.removeRows(0, model_.rowCount());
    card_->set_title(tr("Charge points"),
                     tr("%1 registered · times in %2")
                         .arg(format.number(static_cast<std::int64_t>(points.size())), format.zone_name()));
    for (const ChargePoint &point : points) {
        const QString station = text_of(point.station_id.text());
        const QString made_by = QString(text_of(point.vendor) + u' ' + text_of(point.model)).trimmed();
        model_.appendRow({
            item(text_of(point.id.text())),
            item(station_names_.value(station, station)),
            item(format.number(point.connectors)),
            item(point.max_power.value() > 0 ? format.kw(point.max_power) : QStringLiteral("—")),
            item(point.tariff_id.is_empty() ? tr("free") : text_of(point.tariff_id.text())),
            item(made_by.isEmpty() ? QStringLiteral("—") : made_by),
            item(point.firmware.empty() ? QStringLiteral("—") : text_of(point.firmware), true),
            item(point.last_boot_at
                     ? QString(format.date(*point.last_boot_at) + u' ' + format.time_short(*point.last_boot_at))
                     : tr("never"),
                 true),
        });
    }
}

}  // namespace aftercharge
