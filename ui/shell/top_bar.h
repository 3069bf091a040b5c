// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/common/desk_context.h"

namespace aftercharge {

class SearchField;
class StateChip;

// The bar at the top: the program's name, the search field that is the command palette, the
// store, and who works here with a menu (language, theme, lock).
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(DeskContext &context, QWidget *parent = nullptr);
    SearchField *search() const { return search_; }

Q_SIGNALS:
    void lockRequested();
    void languageToggled();
    void themeToggled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void add_person();
    void show_store();

    DeskContext &context_;
    SearchField *search_;
    StateChip *store_;
};

}  // namespace aftercharge
