// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/data_table.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

#include "models/item/table_csv.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/table_header.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

DataTable::DataTable(const ThemeController &themes, QWidget *parent)
    : QTableView(parent), themes_(themes), header_(new TableHeader(themes, this))
{
    setHorizontalHeader(header_);
    setItemDelegate(new CellDelegate(themes, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMinimumHeight(90);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Space::row_compact);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    set_compact(false);
    setSortingEnabled(false);
    header_->setSortIndicatorShown(false);
    connect(header_, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { column_dragged(column, width); });
    connect(header_, &QHeaderView::sectionMoved, this, [this] { save(); });
    connect(header_, &QHeaderView::sortIndicatorChanged, this, [this] { save(); });
    connect(header_, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *menu = make_column_menu();
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header_->mapToGlobal(at));
    });
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowActivated);
    // The vertical scroll bar came or went while the columns were being fitted: once more, when it rests.
    connect(
        verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { fit_columns(); }, Qt::QueuedConnection);
}

void DataTable::set_columns(const QList<ColumnSpec> &columns)
{
    columns_ = columns;
    QList<bool> right;
    for (int i = 0; i < columns_.size(); ++i) {
        const CellKind kind = columns_[i].kind;
        QAbstractItemDelegate *made = nullptr;
        switch (kind) {
        case CellKind::Text:
            break;
        case CellKind::Number:
            made = new NumberDelegate(themes_, this);
            break;
        case CellKind::Money:
            made = new MoneyDelegate(themes_, this);
            break;
        case CellKind::Chip:
            made = new ChipDelegate(themes_, this);
            break;
        case CellKind::Soc:
            made = new SocDelegate(themes_, this);
            break;
        case CellKind::Wrapped:
            made = new WrappedDelegate(themes_, this);
            break;
        case CellKind::Id:
            made = new IdDelegate(themes_, this);
            break;
        }
        delete itemDelegateForColumn(i);
        setItemDelegateForColumn(i, made);
        right.append(kind == CellKind::Number || kind == CellKind::Money);
    }
    header_->set_right_aligned(right);
    dress_columns();
}

void DataTable::set_settings(QSettings *settings, const QString &key)
{
    settings_ = settings;
    key_ = key;
    dress_columns();
}

void DataTable::set_compact(bool compact)
{
    set_row_height(compact ? Space::row_compact : Space::row);
}

void DataTable::set_row_height(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
}

void DataTable::set_placeholder(QWidget *placeholder)
{
    delete placeholder_;
    placeholder_ = placeholder;
    placeholder_->setParent(viewport());
    show_placeholder();
}

void DataTable::setModel(QAbstractItemModel *model)
{
    if (this->model())
        disconnect(this->model(), nullptr, this, nullptr);
    QTableView::setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, [this] {
            // What the person hid stays hidden when the rows are read anew.
            if (header_->count() == dressed_count_)
                fit_columns();
            else
                dress_columns();
            show_placeholder();
        });
        connect(model, &QAbstractItemModel::rowsInserted, this, &DataTable::show_placeholder);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &DataTable::show_placeholder);
    }
    dress_columns();
    show_placeholder();
}

void DataTable::dress_columns()
{
    if (!model() || columns_.isEmpty() || header_->count() == 0)
        return;
    {
        const QScopedValueRollback guard(fitting_, true);
        dressed_count_ = header_->count();
        for (int i = 0; i < columns_.size() && i < header_->count(); ++i)
            header_->setSectionHidden(i, !columns_[i].shown);
        restore();
    }
    fit_columns();
}

QList<int> DataTable::shown_columns() const
{
    QList<int> shown;
    for (int visual = 0; visual < header_->count(); ++visual) {
        const int column = header_->logicalIndex(visual);
        if (!header_->isSectionHidden(column))
            shown.append(column);
    }
    return shown;
}

void DataTable::fit_columns(int keep)
{
    const QList<int> shown = shown_columns();
    if (shown.isEmpty() || columns_.isEmpty())
        return;
    const QScopedValueRollback guard(fitting_, true);
    QHash<int, int> widths;
    int left = viewport()->width();
    int stretch = 0;
    int spare = 0;
    for (const int column : shown) {
        const ColumnSpec spec = columns_.value(column);
        const bool chosen = chosen_widths_.contains(column);
        widths[column] = chosen ? chosen_widths_[column] : spec.width;
        left -= widths[column];
        if (column == keep)
            continue;
        stretch += chosen ? 0 : spec.stretch;
        spare += std::max(0, widths[column] - spec.minimum);
    }
    if (left > 0 && stretch > 0) {
        for (const int column : shown) {
            if (column != keep && !chosen_widths_.contains(column) && columns_.value(column).stretch > 0)
                widths[column] += left * columns_.value(column).stretch / stretch;
        }
    } else if (left < 0 && spare > 0) {
        // Too narrow: everybody gives up the same share of what it can spare.
        const int needed = std::min(-left, spare);
        for (const int column : shown) {
            if (column != keep)
                widths[column] -= std::max(0, widths[column] - columns_.value(column).minimum) * needed / spare;
        }
    }
    int sum = 0;
    for (const int column : shown)
        sum += widths[column];
    const int over = viewport()->width() - sum;
    if (over > 0 || -over <= shown.size())
        widths[shown.last()] += over;  // rows reach the edge; what rounding left is here too
    for (const int column : shown)
        header_->resizeSection(column, widths[column]);
    setHorizontalScrollBarPolicy(-over > shown.size() ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void DataTable::column_dragged(int column, int width)
{
    if (fitting_ || columns_.isEmpty() || width == 0)
        return;
    chosen_widths_[column] = width;
    fit_columns(column);
    save();
}

void DataTable::restore()
{
    chosen_widths_.clear();
    if (!settings_ || settings_->value(key_ + QStringLiteral("/count")).toInt() != header_->count())
        return;
    header_->restoreState(settings_->value(key_ + QStringLiteral("/header")).toByteArray());
    const QStringList widths = settings_->value(key_ + QStringLiteral("/widths")).toStringList();
    for (const QString &entry : widths)
        chosen_widths_[entry.section(u'=', 0, 0).toInt()] = entry.section(u'=', 1).toInt();
}

void DataTable::save()
{
    if (fitting_ || !settings_ || header_->count() == 0)
        return;
    QStringList widths;
    for (auto it = chosen_widths_.cbegin(); it != chosen_widths_.cend(); ++it)
        widths.append(QStringLiteral("%1=%2").arg(it.key()).arg(it.value()));
    settings_->setValue(key_ + QStringLiteral("/count"), header_->count());
    settings_->setValue(key_ + QStringLiteral("/header"), header_->saveState());
    settings_->setValue(key_ + QStringLiteral("/widths"), widths);
}

void DataTable::reset_columns()
{
    if (settings_)
        settings_->remove(key_);
    {
        const QScopedValueRollback guard(fitting_, true);
        for (int i = 0; i < header_->count(); ++i)
            header_->moveSection(header_->visualIndex(i), i);
    }
    dress_columns();
}

QMenu *DataTable::make_column_menu()
{
    auto *menu = new QMenu(this);
    const QList<int> shown = shown_columns();
    for (int column = 0; column < header_->count(); ++column) {
        auto *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(shown.contains(column));
        action->setEnabled(shown.size() > 1 || !shown.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            header_->setSectionHidden(column, !on);
            fit_columns();
            save();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, &DataTable::reset_columns);
    connect(menu->addAction(tr("Export what you see…")), &QAction::triggered, this, &DataTable::exportRequested);
    return menu;
}

Result<std::int64_t> DataTable::export_csv(QIODevice &device, std::function<bool(int row)> keep_going) const
{
    if (!model())
        return fail(ErrorCode::InputInvalid, "the table has no model");
    TableCsvOptions options;
    options.columns = shown_columns();
    options.keep_going = std::move(keep_going);
    return write_table_csv(*model(), device, options);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit_columns();
    show_placeholder();
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void DataTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void DataTable::show_placeholder()
{
    if (!placeholder_)
        return;
    const bool none = !model() || model()->rowCount() == 0;
    placeholder_->setGeometry(viewport()->rect());
    placeholder_->setVisible(none);
}

}  // namespace aftercharge
