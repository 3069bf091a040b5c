// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tickets/line_choice.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/tickets/figure_label.h"
#include "ui/tickets/goods_words.h"

namespace aftercharge {

namespace {

enum Column { ItemColumn, LeftColumn, RefundColumn, AgainColumn, FirstFigure, figures = 5 };
constexpr int box_width = 64;
constexpr int figure_width = 66;  // so that the columns do not move with every choice

}  // namespace

LineChoice::LineChoice(const ThemeController &themes, std::shared_ptr<const GoodsDossier> goods, const Format &format,
                       QWidget *parent)
    : QWidget(parent), themes_(themes), goods_(std::move(goods)), format_(format)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::m);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(ItemColumn, 1);
    for (int i = 0; i < figures; ++i)
        grid->setColumnMinimumWidth(FirstFigure + i, figure_width);
    build_header(*grid);
    for (const OrderItem &item : goods_->items)
        add_row(*grid, item);
    add_total(*grid);
    show_quote(nullptr);
}

void LineChoice::build_header(QGridLayout &grid)
{
    const QStringList names{tr("Item"),     tr("Left"), tr("Refund"),   tr("Send again"), tr("Gross"),
                            tr("Discount"), tr("Tax"),  tr("Refunded"), tr("This refund")};
    for (int column = 0; column < names.size(); ++column) {
        auto *label = make_label(LabelRole::Caption, names[column]);
        const bool number = column == LeftColumn || column >= FirstFigure;
        grid.addWidget(label, 0, column, number ? Qt::AlignRight : Qt::AlignLeft);
    }
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    grid.addWidget(line, 1, 0, 1, FirstFigure + figures);
}

QSpinBox *LineChoice::make_box(std::int64_t most, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(0, static_cast<int>(most));
    box->setFixedWidth(box_width);
    box->setAccessibleName(name);
    box->setAlignment(Qt::AlignRight);
    box->setEnabled(most > 0);
    return box;
}

void LineChoice::add_row(QGridLayout &grid, const OrderItem &item)
{
    const int at = grid.rowCount();
    const UnitsLeft left = units_left(*goods_, item.order_item_id);
    Row row{.id = item.order_item_id, .unused = left.unused, .partly = left.partly, .figures = {}};
    const QString name = QString::fromStdString(item.name);
    auto *label = make_label(LabelRole::Body, name);
    label->setWordWrap(true);
    label->setMinimumWidth(150);
    label->setToolTip(QString::fromStdString(item.sku));
    grid.addWidget(label, at, ItemColumn, Qt::AlignVCenter);
    auto *number = new FigureLabel(themes_);
    number->set_text(tr("%1 of %2").arg(left.unused + left.partly).arg(item.quantity));
    grid.addWidget(number, at, LeftColumn, Qt::AlignVCenter);
    row.refund = make_box(left.unused + left.partly, tr("Units of %1 to refund").arg(name));
    row.refund->setObjectName(QStringLiteral("refund%1").arg(item.line_no));
    grid.addWidget(row.refund, at, RefundColumn, Qt::AlignVCenter);
    connect(row.refund, &QSpinBox::valueChanged, this, [this, id = item.order_item_id] { edited(id); });
    if (item.kind == ItemKind::Goods) {
        row.again = make_box(left.unused, tr("Units of %1 to send again").arg(name));
        row.again->setObjectName(QStringLiteral("again%1").arg(item.line_no));
        grid.addWidget(row.again, at, AgainColumn, Qt::AlignVCenter);
        connect(row.again, &QSpinBox::valueChanged, this, [this, id = item.order_item_id] { edited(id); });
    }
    for (int i = 0; i < figures; ++i) {
        row.figures.push_back(new FigureLabel(themes_, i == figures - 1));
        grid.addWidget(row.figures.back(), at, FirstFigure + i, Qt::AlignVCenter);
    }
    rows_.push_back(std::move(row));
}

void LineChoice::add_total(QGridLayout &grid)
{
    const int at = grid.rowCount();
    auto *line = new QFrame;
    line->setProperty("role", QStringLiteral("separator"));
    line->setFixedHeight(1);
    grid.addWidget(line, at, 0, 1, FirstFigure + figures);
    grid.addWidget(make_label(LabelRole::Heading, tr("Total")), at + 1, ItemColumn);
    for (int i = 0; i < figures; ++i) {
        total_.push_back(new FigureLabel(themes_, i == figures - 1));
        grid.addWidget(total_.back(), at + 1, FirstFigure + i);
    }
}

// A unit is refunded or sent again: what one box takes, the other cannot have. Those refunded in
// part can only be refunded further.
void LineChoice::bound(const Row &row)
{
    if (!row.again)
        return;
    const auto refunded = static_cast<std::int64_t>(row.refund->value());
    const auto sent = static_cast<std::int64_t>(row.again->value());
    row.refund->setMaximum(static_cast<int>(row.unused - sent + row.partly));
    row.again->setMaximum(static_cast<int>(std::min(row.unused, row.unused + row.partly - refunded)));
}

void LineChoice::edited(const OrderItemId &id)
{
    if (setting_)
        return;
    for (const Row &row : rows_) {
        if (row.id == id)
            bound(row);
    }
    Q_EMIT changed();
}

void LineChoice::propose(const std::vector<ShipmentItem> &items)
{
    setting_ = true;
    for (const Row &row : rows_) {
        std::int64_t wanted = 0;
        for (const ShipmentItem &item : items)
            wanted += item.order_item_id == row.id ? item.quantity : 0;
        if (row.again)
            row.again->setValue(0);
        row.refund->setMaximum(static_cast<int>(row.unused + row.partly));
        row.refund->setValue(static_cast<int>(std::min(wanted, row.unused + row.partly)));
        bound(row);
    }
    setting_ = false;
    Q_EMIT changed();
}

std::vector<LineQuantity> LineChoice::refunds() const
{
    std::vector<LineQuantity> lines;
    for (const Row &row : rows_) {
        if (row.refund->value() > 0)
            lines.push_back({row.id, row.refund->value()});
    }
    return lines;
}

std::vector<LineQuantity> LineChoice::again() const
{
    std::vector<LineQuantity> lines;
    for (const Row &row : rows_) {
        if (row.again && row.again->value() > 0)
            lines.push_back({row.id, row.again->value()});
    }
    return lines;
}

void LineChoice::show_quote(const RefundQuote *quote)
{
    const auto fill = [](const std::vector<FigureLabel *> &labels, const CellRow *cells) {
        for (std::size_t i = 0; i < labels.size(); ++i)
            labels[i]->set_text(cells ? cells->at(static_cast<qsizetype>(i) + 2).text : QStringLiteral("—"));
    };
    const QList<CellRow> cells = quote ? GoodsWords::quote_rows(*quote, *goods_, format_) : QList<CellRow>();
    for (const Row &row : rows_) {
        const CellRow *found = nullptr;
        for (std::size_t i = 0; quote && i < quote->lines.size(); ++i) {
            if (quote->lines[i].item.order_item_id == row.id)
                found = &cells[static_cast<qsizetype>(i)];
        }
        fill(row.figures, found);
    }
    fill(total_, quote ? &cells.back() : nullptr);
}

}  // namespace aftercharge
