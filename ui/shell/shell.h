// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include "ui/common/desk_context.h"
#include "ui/shell/nav_bar.h"

class QStackedWidget;

namespace aftercharge {

class CommandPalette;
class LivePage;
class StatusLine;
class TicketsPage;
class ToastArea;
class TopBar;

// The frame around the pages: top bar with the palette, navigation, the page, status line.
// It is made anew when the language changes, so that every word is.
class Shell : public QWidget {
    Q_OBJECT
public:
    explicit Shell(DeskContext &context, QWidget *parent = nullptr);

    void show_page(PageId page);
    PageId current_page() const { return current_; }
    QWidget *page(PageId page) const { return pages_.value(page); }
    LivePage *live_page() const { return live_; }
    TicketsPage *tickets_page() const { return tickets_; }

Q_SIGNALS:
    void lockRequested();
    void languageToggled();
    void themeToggled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void add_page(PageId page, IconName icon, const QString &title, QWidget *widget);
    void add_pages();
    void connect_pages();
    void follow_counts();
    void ask_counts();
    void show_waiting();

    DeskContext &context_;
    TopBar *top_;
    NavBar *navigation_;
    QStackedWidget *stack_;
    StatusLine *status_;
    ToastArea *toasts_;
    CommandPalette *palette_;
    LivePage *live_ = nullptr;
    TicketsPage *tickets_ = nullptr;
    QHash<PageId, QWidget *> pages_;
    PageId current_ = PageId::Live;
    std::int64_t refunds_waiting_ = 0;
    std::int64_t claims_waiting_ = 0;
    std::int64_t batches_waiting_ = 0;
    bool counts_due_ = false;
};

}  // namespace aftercharge
