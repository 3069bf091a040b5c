// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/paged_table.h"

#include <QHeaderView>

#include "ui/common/empty_state.h"
#include "ui/common/error_words.h"

namespace aftercharge {

PagedTable::PagedTable(const ThemeController &themes, QWidget *parent)
    : DataTable(themes, parent), placeholder_(new EmptyState(themes, IconName::Table, {}))
{
    set_placeholder(placeholder_);
    connect(placeholder_, &EmptyState::actionTriggered, this, [this] {
        if (!trouble_.isEmpty())
            paged_->ask_anew();
        else
            Q_EMIT showAllRequested();
    });
}

void PagedTable::set_paged_model(PagedTableBase *model)
{
    paged_ = model;
    setModel(model);
    connect(model, &PagedTableBase::loadingChanged, this, [this](bool loading) {
        if (loading)
            trouble_.clear();
        dress();
    });
    connect(model, &PagedTableBase::failed, this, [this](const Error &error) {
        trouble_ = ErrorWords::sentence(error);
        dress();
    });
    dress();
}

void PagedTable::set_empty(IconName icon, const QString &title, const QString &sentence)
{
    icon_ = icon;
    title_ = title;
    sentence_ = sentence;
    dress();
}

void PagedTable::set_filtered(bool filtered)
{
    filtered_ = filtered;
    dress();
}

void PagedTable::dress()
{
    if (!trouble_.isEmpty()) {
        placeholder_->set_content(IconName::Warning, tr("This could not be read"), trouble_);
        placeholder_->set_action(tr("Try again"));
    } else if (paged_ && paged_->is_loading()) {
        placeholder_->set_content(icon_, tr("Reading…"), {});
        placeholder_->set_action({});
    } else if (filtered_) {
        placeholder_->set_content(IconName::Search, tr("Nothing matches"),
                                  tr("No row has what you searched and filtered for."));
        placeholder_->set_action(tr("Show all"));
    } else {
        placeholder_->set_content(icon_, title_, sentence_);
        placeholder_->set_action({});
    }
}

void PagedTable::set_sortable(std::function<bool(int column)> sortable, int column, Qt::SortOrder order)
{
    sortable_ = std::move(sortable);
    sorted_column_ = column;
    sorted_order_ = order;
    setSortingEnabled(false);
    horizontalHeader()->setSortIndicator(column, order);
    setSortingEnabled(true);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &PagedTable::keep_arrow);
}

void PagedTable::keep_arrow(int column, Qt::SortOrder order)
{
    if (column == sorted_column_ || sortable_(column)) {
        sorted_column_ = column;
        sorted_order_ = order;
        return;
    }
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(sorted_column_, sorted_order_);
}

}  // namespace aftercharge
