// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QtCore/QSettings>
#include <QtWidgets/QWidget>

#include "app/console/desk_host.h"
#include "ui/common/desk_context.h"
#include "ui/shell/language_controller.h"
#include "ui/shell/shell.h"

class QStackedLayout;

namespace aftercharge {

class Sheet;
class UnlockPage;

// The window: the unlock page, then the shell for who works here. It makes the shell anew
// when the language changes, and asks before it closes a desk that serves charge points.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    MainWindow(DeskHost &host, ThemeController &themes, LanguageController &languages, QSettings &settings);
    ~MainWindow() override;

    void ask_store(const QString &folder, const QString &key_file);
    // The page for a login at a shared store.
    void ask_login(const QString &address, const QString &login, const QString &ca_file);
    // As the settings remember it from last time.
    void ask_as_last_time(const QString &key_file);
    void work_as(const Operator &person);
    void lock();
    Shell *shell() const { return shell_; }
    UnlockPage *unlock_page() const { return unlock_; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void start_work(DeskParts &parts, const Operator &person, const Network &network);
    void make_shell();
    void make_unlock_page();
    void toggle_language();
    void remember_window();
    void remember_store();

    DeskHost &host_;
    ThemeController &themes_;
    LanguageController &languages_;
    QSettings &settings_;
    QStackedLayout *layers_;
    UnlockPage *unlock_ = nullptr;
    std::unique_ptr<DeskContext> context_;
    Shell *shell_ = nullptr;
    Sheet *closing_ = nullptr;
    bool may_close_ = false;
};

}  // namespace aftercharge
