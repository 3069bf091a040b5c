// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

#include "ui/common/desk_context.h"

class QListWidget;

namespace aftercharge {

class SearchField;

// What the search field finds as one types: commands of the program, orders, tickets, charge
// points. Arrow keys choose, Enter does, Esc closes. It hangs below the field and takes no
// focus from it.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(DeskContext &context, SearchField &field, QWidget *window);

    // A command of the program, found by its words.
    void add_command(const QString &title, std::function<void()> run);
    void set_open_order(std::function<void(OrderNo)> open) { open_order_ = std::move(open); }
    void set_open_goods_order(std::function<void(OrderNo)> open) { open_goods_order_ = std::move(open); }
    void set_open_claim(std::function<void(ClaimNo)> open) { open_claim_ = std::move(open); }
    void set_open_ticket(std::function<void(TicketNo)> open) { open_ticket_ = std::move(open); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        QString title;
        QString kind;
        std::function<void()> run;
    };
    void search();
    void find_in_store(const QString &text, int generation);
    void find_goods(const QString &text, int generation);
    void add_entry(const Entry &entry);
    void run_current();
    void place();
    void close_palette();

    DeskContext &context_;
    SearchField &field_;
    QListWidget *list_;
    std::vector<Entry> commands_;
    std::vector<Entry> found_;
    std::function<void(OrderNo)> open_order_;
    std::function<void(OrderNo)> open_goods_order_;
    std::function<void(ClaimNo)> open_claim_;
    std::function<void(TicketNo)> open_ticket_;
    int generation_ = 0;
};

}  // namespace aftercharge
