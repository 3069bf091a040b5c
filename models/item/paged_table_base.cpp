// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/paged_table_base.h"

namespace aftercharge {

void PagedTableBase::ask_anew()
{
    ++question_;
    complete_ = false;
    refresh_due_ = false;
    next_.clear();
    // A view that looks for more as soon as the rows are gone finds the question under way.
    set_loading(true);
    forget_rows();
    ask({}, page_rows, true);
}

void PagedTableBase::refresh()
{
    if (loading_) {
        refresh_due_ = true;
        return;
    }
    ++question_;
    set_loading(true);
    ask({}, std::clamp(shown_rows(), page_rows, refresh_rows), true);
}

bool PagedTableBase::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !loading_ && !complete_ && question_ > 0;
}

void PagedTableBase::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    set_loading(true);
    ask(next_, page_rows, false);
}

void PagedTableBase::page_came(const std::string &next)
{
    next_ = next;
    complete_ = next.empty();
    set_loading(false);
    Q_EMIT loaded();
    if (refresh_due_) {
        refresh_due_ = false;
        refresh();
    }
}

void PagedTableBase::page_failed(const Error &error)
{
    // No further page by itself: the page offers to try again.
    complete_ = true;
    refresh_due_ = false;
    set_loading(false);
    Q_EMIT failed(error);
}

void PagedTableBase::set_loading(bool loading)
{
    if (loading_ == loading)
        return;
    loading_ = loading;
    Q_EMIT loadingChanged(loading);
}

}  // namespace aftercharge
