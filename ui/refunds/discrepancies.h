// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QWidget>

#include "models/item/book_rows.h"
#include "ui/common/desk_context.h"

class QButtonGroup;
class QLabel;
class QStackedLayout;

namespace aftercharge {

class Button;
class Card;
class DataTable;
class EmptyState;
class FactList;
class FindField;
class ResolveSheet;
class StateChip;

// What does not fit between our books, the gateways and the carriers; each stays open until a
// person says how it was resolved.
class Discrepancies : public QWidget {
    Q_OBJECT
public:
    explicit Discrepancies(DeskContext &context, QWidget *parent = nullptr);
    // Reads the rows; the page does so first when it has connected itself.
    void refresh();
    const Discrepancy *shown() const;

Q_SIGNALS:
    void openCounted(int open);
    void toast(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    QWidget *make_list();
    QWidget *make_chips(QWidget *parent);
    QWidget *make_detail();
    void ask();
    void came(const std::vector<Discrepancy> &rows);
    void dress_empty(const QString &trouble);
    void select_shown();
    void show_row(const Discrepancy &row);

    DeskContext &context_;
    DiscrepancyModel *model_;
    QSortFilterProxyModel *sorted_;
    DataTable *table_;
    EmptyState *empty_;
    FindField *find_;
    QButtonGroup *states_;
    QStackedLayout *stack_;
    Card *card_;
    StateChip *state_;
    Button *resolve_;
    QLabel *detail_;
    QLabel *meaning_;
    FactList *facts_;
    ResolveSheet *sheet_;
    Uuid shown_;
};

}  // namespace aftercharge
