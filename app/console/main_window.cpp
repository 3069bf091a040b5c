// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/main_window.h"

#include <QtCore/QTimeZone>
#include <QtGui/QCloseEvent>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/labels.h"
#include "ui/common/sheet.h"
#include "ui/login/shared_form.h"
#include "ui/login/unlock_page.h"

namespace aftercharge {

MainWindow::MainWindow(DeskHost &host, ThemeController &themes, LanguageController &languages, QSettings &settings)
    : host_(host), themes_(themes), languages_(languages), settings_(settings)
{
    setWindowTitle(QStringLiteral("Aftercharge"));
    setMinimumSize(960, 600);
    resize(1440, 900);
    restoreGeometry(settings_.value(QStringLiteral("window/geometry")).toByteArray());
    layers_ = new QStackedLayout(this);
    make_unlock_page();
    connect(&languages_, &LanguageController::languageChanged, this, [this] {
        make_unlock_page();
        if (shell_)
            make_shell();
    });
}

MainWindow::~MainWindow()
{
    // The pages hold references into the context.
    delete shell_;
}

void MainWindow::make_unlock_page()
{
    const std::unique_ptr<UnlockPage> before(unlock_);
    unlock_ = new UnlockPage(themes_, host_, this);
    if (before)
        unlock_->take_over(*before);
    layers_->addWidget(unlock_);
    if (!shell_)
        layers_->setCurrentWidget(unlock_);
    connect(unlock_, &UnlockPage::languageToggled, this, &MainWindow::toggle_language, Qt::QueuedConnection);
    connect(unlock_, &UnlockPage::personChosen, this, [this](const Operator &person) {
        remember_store();
        work_as(person);
    });
}

void MainWindow::ask_store(const QString &folder, const QString &key_file)
{
    unlock_->set_folder(folder);
    unlock_->set_key_file(key_file);
    unlock_->ask_store();
    layers_->setCurrentWidget(unlock_);
}

void MainWindow::ask_login(const QString &address, const QString &login, const QString &ca_file)
{
    unlock_->set_shared(address, login, ca_file);
    unlock_->ask_login();
    layers_->setCurrentWidget(unlock_);
}

void MainWindow::ask_as_last_time(const QString &key_file)
{
    const auto last = [this](const char *key) { return settings_.value(QLatin1String(key)).toString(); };
    unlock_->set_shared(last("shared/address"), last("shared/login"), last("shared/ca"));
    ask_store(last("store"), key_file);
    if (settings_.value(QStringLiteral("shared/last")).toBool())
        unlock_->ask_login();
}

// Where one works; of a shared store never the password.
void MainWindow::remember_store()
{
    settings_.setValue(QStringLiteral("shared/last"), unlock_->is_shared());
    if (unlock_->is_shared()) {
        const SharedForm &form = unlock_->shared_form();
        settings_.setValue(QStringLiteral("shared/address"), form.address());
        settings_.setValue(QStringLiteral("shared/login"), form.login());
        settings_.setValue(QStringLiteral("shared/ca"), form.ca_file());
    } else if (!unlock_->folder().isEmpty()) {
        settings_.setValue(QStringLiteral("store"), unlock_->folder());
    }
}

void MainWindow::work_as(const Operator &person)
{
    DeskParts &parts = *host_.parts();
    DeskService &desk = parts.desk();
    desk.set_operator(person.name);
    delete shell_;
    shell_ = nullptr;
    if (!parts.login()) {
        if (const auto network = desk.network().result())
            start_work(parts, person, *network);
        return;
    }
    // Behind a lock it is known, also while the store is away.
    if (context_ && &context_->desk == &desk)
        return start_work(parts, person, Network(context_->network));
    // Over a network the answer takes its time, and the window goes on meanwhile.
    desk.network().then(this, [this, &parts, person](const Result<Network> &network) {
        if (host_.parts() != &parts)
            return;
        if (!network)
            return unlock_->show_error(network.error());
        start_work(parts, person, *network);
    });
}

void MainWindow::start_work(DeskParts &parts, const Operator &person, const Network &network)
{
    const Format format(languages_.locale(), QTimeZone(QByteArray::fromStdString(network.time_zone)));
    context_.reset(new DeskContext{.desk = parts.desk(),
                                   .goods = parts.goods(),
                                   .presence = parts.presence(),
                                   .approvals = parts.approvals(),
                                   .feed = parts.feed(),
                                   .themes = themes_,
                                   .settings = settings_,
                                   .format = format,
                                   .person = person,
                                   .network = network,
                                   .clock = host_.clock(),
                                   .store = parts.status()});
    make_shell();
}

void MainWindow::make_shell()
{
    const PageId page = shell_ ? shell_->current_page() : PageId::Live;
    delete shell_;
    context_->format = Format(languages_.locale(), context_->format.zone());
    shell_ = new Shell(*context_, this);
    layers_->addWidget(shell_);
    layers_->setCurrentWidget(shell_);
    shell_->show_page(page);
    connect(shell_, &Shell::lockRequested, this, &MainWindow::lock, Qt::QueuedConnection);
    connect(shell_, &Shell::languageToggled, this, &MainWindow::toggle_language, Qt::QueuedConnection);
    connect(
        shell_, &Shell::themeToggled, this,
        [this] {
            themes_.set_choice(themes_.theme().dark ? ThemeChoice::Light : ThemeChoice::Dark);
            settings_.setValue(QStringLiteral("theme"),
                               themes_.theme().dark ? QStringLiteral("dark") : QStringLiteral("light"));
        },
        Qt::QueuedConnection);
}

void MainWindow::toggle_language()
{
    const bool chinese = languages_.language() == Language::Chinese;
    languages_.set_language(chinese ? Language::English : Language::Chinese);
    settings_.setValue(QStringLiteral("language"), LanguageController::name_of(languages_.language()));
}

// The screens close; the engine of a local store runs on.
void MainWindow::lock()
{
    delete shell_;
    shell_ = nullptr;
    if (host_.parts()->login())
        unlock_->ask_shared_unlock();
    else
        unlock_->ask_unlock(host_.folder());
    layers_->setCurrentWidget(unlock_);
}

void MainWindow::remember_window()
{
    settings_.setValue(QStringLiteral("window/geometry"), saveGeometry());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool serves = host_.parts() && host_.parts()->serves_charge_points();
    if (may_close_ || !serves) {
        remember_window();
        return event->accept();
    }
    event->ignore();
    if (!closing_) {
        closing_ = new Sheet(themes_, this);
        auto *words = make_label(LabelRole::Body,
                                 tr("Charge points are connected to this desk. When it closes they go on charging and "
                                    "keep their readings, but nobody sees or stops them from here until a desk or a "
                                    "daemon serves them again."),
                                 closing_);
        words->setWordWrap(true);
        closing_->body()->addWidget(words);
        connect(closing_, &Sheet::accepted, this, [this] {
            may_close_ = true;
            close();
        });
    }
    closing_->set_title(tr("Close this desk?"));
    closing_->set_primary(tr("Close and stop serving"), true);
    closing_->open();
}

}  // namespace aftercharge
