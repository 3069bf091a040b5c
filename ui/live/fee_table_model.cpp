// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/fee_table_model.h"

#include <algorithm>

#include <QPainter>

#include "ui/common/chip.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

namespace {

constexpr std::int64_t micro_wh_in_wh = 1'000'000;
constexpr std::int64_t micro_wh_in_digit = 10'000'000;  // 0.01 kWh, the last decimal shown
constexpr std::int64_t price_unit = 1'000'000;

std::int64_t digits_of(EnergyMicroWh energy)
{
    return (energy.value() + micro_wh_in_digit / 2) / micro_wh_in_digit;
}

EnergyWh whole_wh(EnergyMicroWh energy)
{
    return EnergyWh{(energy.value() + micro_wh_in_wh / 2) / micro_wh_in_wh};
}

// Tariffs name their periods freely; the usual names are said in the desk's language.
QString label_word(const std::string &label)
{
    if (label == "sharp")
        return FeeTableModel::tr("sharp");
    if (label == "peak")
        return FeeTableModel::tr("peak");
    if (label == "flat")
        return FeeTableModel::tr("flat");
    if (label == "valley")
        return FeeTableModel::tr("valley");
    return QString::fromStdString(label);
}

Tone label_tone(const std::string &label)
{
    if (label == "sharp")
        return Tone::Bad;
    if (label == "peak")
        return Tone::Warn;
    return label == "valley" ? Tone::Ok : Tone::Neutral;
}

}  // namespace

bool FeeTableModel::show_price(const PricedSession &priced, const Format &format)
{
    if (priced == priced_ && !rows_.empty())
        return false;
    beginResetModel();
    priced_ = priced;
    rows_.clear();
    told_ = {};
    for (const FeePeriod &period : priced_.periods)
        add_period(period, format);
    for (const FeeLine &line : priced_.lines) {
        if (line.period < 0)
            add_line(line, format);
    }
    add_total(format);
    endResetModel();
    return true;
}

void FeeTableModel::clear()
{
    beginResetModel();
    priced_ = {};
    rows_.clear();
    endResetModel();
}

bool FeeTableModel::has_column(int column) const
{
    const auto any = [this](auto member) {
        return std::any_of(priced_.periods.begin(), priced_.periods.end(),
                           [member](const FeePeriod &period) { return (period.*member).has_value(); });
    };
    switch (column) {
    case Electricity:
        return any(&FeePeriod::electricity);
    case Service:
        return any(&FeePeriod::service);
    case PerHour:
        return any(&FeePeriod::time) || any(&FeePeriod::parking);
    default:
        return true;
    }
}

// Prices have up to six decimals; the currency's own, and more only where they are needed.
QString FeeTableModel::price(UnitPrice price, const Format &format) const
{
    const Currency currency = priced_.total.currency();
    int decimals = currency.exponent();
    std::int64_t step = price_unit;
    for (int i = 0; i < decimals; ++i)
        step /= 10;
    while (step > 1 && price.value() % step != 0) {
        step /= 10;
        ++decimals;
    }
    return Format::currency_sign(currency) + format.fixed(price.value(), price_unit, decimals);
}

void FeeTableModel::add_period(const FeePeriod &period, const Format &format)
{
    Row row;
    row.cells[Period] = format.time_short(period.from) + u" – " + format.time_short(period.to);
    // Rounded where the periods meet, so that the rows add up to the total as they are shown.
    const EnergyMicroWh before = told_;
    told_ = told_ + period.energy;
    row.cells[Energy] = format.kwh(EnergyWh{(digits_of(told_) - digits_of(before)) * 10}) + u" kWh";
    if (period.electricity)
        row.cells[Electricity] = price(*period.electricity, format);
    if (period.service)
        row.cells[Service] = price(*period.service, format);
    if (period.time || period.parking)
        row.cells[PerHour] = price(period.time ? *period.time : *period.parking, format);
    row.cells[Amount] = format.money(period.amount);
    row.label = period.element < 0 ? tr("free") : label_word(period.label);
    row.label_tone = label_tone(period.label);
    rows_.push_back(row);
}

void FeeTableModel::add_line(const FeeLine &line, const Format &format)
{
    Row row;
    switch (line.kind) {
    case FeeKind::Flat:
        row.cells[Period] = tr("Flat fee");
        break;
    case FeeKind::PriceLimit:
        row.cells[Period] = line.amount.is_negative() ? tr("Highest price") : tr("Lowest price");
        break;
    case FeeKind::Electricity:
    case FeeKind::Service:
        row.cells[Period] = tr("Rounded up to the step");
        row.cells[Energy] = format.kwh(whole_wh(line.energy_added)) + u" kWh";
        row.cells[line.kind == FeeKind::Service ? Service : Electricity] = price(line.unit_price, format);
        break;
    case FeeKind::Time:
    case FeeKind::Parking:
        row.cells[Period] = tr("Rounded up to the step");
        row.cells[PerHour] = price(line.unit_price, format);
        break;
    }
    row.cells[Amount] = format.money(line.amount);
    rows_.push_back(row);
}

void FeeTableModel::add_total(const Format &format)
{
    Row row;
    row.total = true;
    row.cells[Period] = tr("Total");
    row.cells[Energy] = format.kwh(priced_.energy) + u" kWh";
    row.cells[Amount] = format.money(priced_.total);
    rows_.push_back(row);
}

int FeeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FeeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QVariant FeeTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.cells[index.column()];
    case CellRole::strong:
        return row.total && (index.column() == Period || index.column() == Amount);
    case label_role:
        return index.column() == Period && !row.total ? QVariant(row.label) : QVariant();
    case label_tone_role:
        return static_cast<int>(row.label_tone);
    default:
        return {};
    }
}

QVariant FeeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Period:
        return tr("Period");
    case Energy:
        return tr("Energy");
    case Electricity:
        return tr("Electricity");
    case Service:
        return tr("Service");
    case PerHour:
        return tr("Per hour");
    case Amount:
        return tr("Amount");
    default:
        return {};
    }
}

void PeriodDelegate::paint_content(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    CellDelegate::paint_content(painter, rect, option, index);
    const QString label = index.data(FeeTableModel::label_role).toString();
    if (label.isEmpty())
        return;
    const Theme &theme = themes_.theme();
    const qreal used = tabular_width(index.data().toString(), theme.fonts.body) + Space::s;
    const auto tone = static_cast<Tone>(index.data(FeeTableModel::label_tone_role).toInt());
    paint_chip(painter, rect.adjusted(used, 0, 0, 0), theme, tone, ChipShape::None, label);
}

}  // namespace aftercharge
