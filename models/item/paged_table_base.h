// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QAbstractTableModel>

#include "models/domain/error.h"

namespace aftercharge {

// What every keyset-paged table has beside its rows. Pages are asked for by fetchMore(), so a
// view gets them as it is scrolled; answers arrive in the thread of the model.
class PagedTableBase : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    static constexpr int page_rows = 256;
    // A refresh reads at most so many rows at once; a longer list starts again at its head.
    static constexpr int refresh_rows = 2048;

    // Forgets the rows and asks for the first page: another question.
    void ask_anew();
    // The same question again: the shown rows are replaced, in place where they are the same
    // ones. Asked for while a page is under way, it follows that page.
    void refresh();

    bool is_loading() const { return loading_; }
    bool is_complete() const { return complete_; }

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    // Rows arrived: a page more, or the shown ones anew.
    void loaded();
    void failed(const aftercharge::Error &error);

protected:
    virtual void ask(const std::string &after, int limit, bool replace) = 0;
    virtual void forget_rows() = 0;
    virtual int shown_rows() const = 0;

    // Answers of an earlier question are passed over.
    int question() const { return question_; }
    const std::string &next() const { return next_; }
    void page_came(const std::string &next);
    void page_failed(const Error &error);

private:
    void set_loading(bool loading);

    int question_ = 0;
    bool loading_ = false;
    bool complete_ = false;
    bool refresh_due_ = false;
    std::string next_;
};

}  // namespace aftercharge
