// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tariffs_section.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "models/gateway/ocpi/tariff_json.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"
#include "ui/common/labels.h"
#include "ui/common/page_parts.h"
#include "ui/settings/day_strip.h"
#include "ui/settings/tariff_words.h"

namespace aftercharge {

namespace {

enum ElementColumn { When, Name, Electricity, Service, Time, Parking, Flat, Step, element_columns };

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

// The Monday of the week in which the tariff is looked at; dates of restrictions follow it.
UtcTime monday_of(const std::optional<UtcTime> &imported)
{
    using namespace std::chrono;
    const auto day = floor<days>(imported.value_or(UtcTime{}));
    return day - (weekday{sys_days(day)} - Monday);
}

}  // namespace

TariffsSection::TariffsSection(DeskContext &context, QWidget *parent) : QWidget(parent), context_(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    QWidget *list = make_list();
    column->addWidget(make_splitter(list, make_detail(), context.settings, QStringLiteral("settings/tariffs"), 3, 8));
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            show_tariff(tariffs_[static_cast<std::size_t>(current.row())]);
    });
    read();
    connect(&context.feed, &LiveFeed::rowsChanged, this, [this](const QList<Changed> &rows) {
        if (std::any_of(rows.begin(), rows.end(),
                        [](const Changed &row) { return row.table == ChangedTable::Registry; }))
            read();
    });
    connect(&context.feed, &LiveFeed::resynchronised, this, &TariffsSection::read);
}

QWidget *TariffsSection::make_list()
{
    auto *card = new Card(context_.themes, this);
    card->set_title(tr("Tariffs"));
    list_ = new DataTable(context_.themes, card);
    list_->setAccessibleName(tr("Tariffs"));
    list_model_.setHorizontalHeaderLabels({tr("Tariff"), tr("Version"), tr("Imported")});
    list_->setModel(&list_model_);
    list_->set_columns({{CellKind::Id, 120, 80, 1}, {CellKind::Number, 66, 62}, {CellKind::Text, 102, 98}});
    empty_ = new EmptyState(context_.themes, IconName::Table, tr("No tariffs yet"),
                            tr("A tariff is imported as OCPI 2.2.1 JSON by afterchargectl tariff import."));
    list_->set_placeholder(empty_);
    card->body()->addWidget(list_, 1);
    return card;
}

QWidget *TariffsSection::make_detail()
{
    card_ = new Card(context_.themes, this);
    card_->set_title(tr("No tariff chosen"));
    QBoxLayout *column = nullptr;
    card_->body()->addWidget(make_scroll_column(column), 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Space::m, Space::m, Space::m, Space::m);
    head->setSpacing(Space::s);
    trouble_ = new Banner(context_.themes, card_);
    trouble_->hide();
    head->addWidget(trouble_);
    head->addWidget(
        make_label(LabelRole::Caption, tr("Energy price per kWh over the day, local to the station"), card_));
    strip_ = new DayStrip(context_.themes, context_.format, card_);
    head->addWidget(strip_);
    limits_ = make_label(LabelRole::Muted, {}, card_);
    limits_->setWordWrap(true);
    head->addWidget(limits_);
    column->addLayout(head);
    add_heading(*column, tr("Elements"), tr("for each kind of price the first that matches holds"));
    elements_ = new DataTable(context_.themes, card_);
    elements_->setAccessibleName(tr("Elements"));
    elements_->setModel(&element_model_);
    column->addWidget(elements_);
    column->addStretch(1);
    return card_;
}

void TariffsSection::read()
{
    context_.desk.tariffs().then(this, [this](const Result<std::vector<StoredTariff>> &tariffs) {
        if (tariffs)
            show_list(*tariffs);
        else
            empty_->set_content(IconName::Warning, tr("This could not be read"), ErrorWords::sentence(tariffs.error()));
    });
}

void TariffsSection::show_list(const std::vector<StoredTariff> &tariffs)
{
    if (tariffs == tariffs_)
        return;
    const int before = std::max(0, list_->currentIndex().row());
    list_model_.removeRows(0, list_model_.rowCount());
    tariffs_ = tariffs;
    for (const StoredTariff &tariff : tariffs_)
        list_model_.appendRow({item(text_of(tariff.id.text())), item(context_.format.number(tariff.version)),
                               item(context_.format.date(tariff.imported_at), true)});
    if (!tariffs_.empty())
        list_->selectRow(std::min(before, list_model_.rowCount() - 1));
}

void TariffsSection::show_tariff(const StoredTariff &stored)
{
    const auto tariff = tariff_from_json(stored.json);
    trouble_->setVisible(!tariff);
    const QString id = text_of(stored.id.text());
    if (!tariff) {
        card_->set_title(id);
        trouble_->set_message(Tone::Bad, ErrorWords::sentence(tariff.error()));
        strip_->set_days({}, stored.currency);
        element_model_.clear();
        return;
    }
    const QString code = QString::fromUtf8(stored.currency.code().data(),
                                           static_cast<qsizetype>(stored.currency.code().size()));
    card_->set_title(tariff->name.empty() ? id : text_of(tariff->name),
                     tr("%1, version %2, %3").arg(id).arg(stored.version).arg(code));
    strip_->set_days(tariff_days(*tariff, monday_of(stored.imported_at)), stored.currency);
    add_limits(*tariff);
    show_elements(*tariff);
}

void TariffsSection::add_limits(const Tariff &tariff)
{
    const auto limit = [&](const PriceLimit &of) {
        return TariffWords::price(of.incl_vat.value_or(of.excl_vat), tariff.currency, context_.format);
    };
    QStringList parts;
    if (tariff.min_price)
        parts.append(tr("at least %1 a session").arg(limit(*tariff.min_price)));
    if (tariff.max_price)
        parts.append(tr("at most %1 a session").arg(limit(*tariff.max_price)));
    limits_->setText(parts.join(QStringLiteral(" · ")));
    limits_->setVisible(!parts.isEmpty());
}

void TariffsSection::show_elements(const Tariff &tariff)
{
    element_model_.clear();
    element_model_.setHorizontalHeaderLabels({tr("When"), tr("Name"), tr("Electricity /kWh"), tr("Service /kWh"),
                                              tr("Charging /h"), tr("Parking /h"), tr("Once"), tr("Step")});
    std::array<bool, element_columns> used{true, true, true, false, false, false, false, false};
    for (const TariffElement &element : tariff.elements) {
        QStringList cells(element_columns);
        cells[When] = TariffWords::when(element.restrictions, context_.format);
        cells[Name] = TariffWords::label(element.label);
        for (const PriceComponent &component : element.price_components) {
            static constexpr std::array<int, tariff_dimension_count> places{Electricity, Time, Flat, Parking};
            const int place = places[static_cast<std::size_t>(component.dimension)];
            cells[place] = TariffWords::price(component.price, tariff.currency, context_.format);
            if (component.service_price)
                cells[Service] = TariffWords::price(*component.service_price, tariff.currency, context_.format);
            if (component.step_size > 1)
                cells[Step] = component.dimension == TariffDimension::Energy ? tr("%1 Wh").arg(component.step_size)
                                                                             : tr("%1 s").arg(component.step_size);
        }
        QList<QStandardItem *> row;
        for (int column = 0; column < element_columns; ++column) {
            const auto index = static_cast<std::size_t>(column);
            used[index] = used[index] || !cells[column].isEmpty();
            row.append(item(cells[column], column == Name));
        }
        element_model_.appendRow(row);
    }
    QList<ColumnSpec> columns{{CellKind::Text, 190, 120, 1}, {CellKind::Text, 80, 60},   {CellKind::Number, 100, 84},
                              {CellKind::Number, 94, 80},    {CellKind::Number, 88, 70}, {CellKind::Number, 88, 70},
                              {CellKind::Number, 76, 60},    {CellKind::Number, 70, 54}};
    for (int column = 0; column < columns.size(); ++column)
        columns[column].shown = used[static_cast<std::size_t>(column)];
    elements_->set_columns(columns);
    fit_height(*elements_);
}

}  // namespace aftercharge
