// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/unlock_page.h"

#include <QtCore/QTimeZone>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/enum_words.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/view_switch.h"
#include "ui/login/brand_mark.h"
#include "ui/login/login_form.h"
#include "ui/login/login_words.h"
#include "ui/login/shared_form.h"

namespace aftercharge {
namespace {

using Beside = LoginForm::Beside;

constexpr int panel_width = 440;
constexpr int here = 0;  // the ways of the switch
constexpr int shared = 1;

}  // namespace

UnlockPage::UnlockPage(const ThemeController &themes, StoreAccess &access, QWidget *parent)
    : QWidget(parent), themes_(themes), access_(access)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(new BrandMark(themes, this), 0, Qt::AlignHCenter);
    outer->addSpacing(Space::xs);
    outer->addWidget(make_label(LabelRole::Figure, QStringLiteral("Aftercharge"), this), 0, Qt::AlignHCenter);
    outer->addSpacing(Space::m);
    auto *card = new Card(themes, this);
    card->setFixedWidth(panel_width);
    banner_ = new Banner(themes, card);
    banner_->hide();
    card->body()->addWidget(banner_);
    way_ = new ViewSwitch(themes, {tr("On this machine"), tr("Shared store")}, card);
    ways_ = new QWidget(card);
    auto *ways = new QHBoxLayout(ways_);
    ways->setContentsMargins(Space::xl, Space::l, Space::xl, 0);
    ways->addWidget(way_);
    ways->addStretch();
    card->body()->addWidget(ways_);
    connect(way_, &ViewSwitch::chosen, this, &UnlockPage::switch_way);
    forms_ = {make_store_form(), make_new_form(), make_person_form(), make_shared_form()};
    for (QWidget *form : forms_)
        card->body()->addWidget(form);
    // In a row of its own, not aligned: so the card is as high as its wrapped words need.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addSpacing(Space::s);
    auto *language = new Button(themes, ButtonRole::Quiet, tr("中文"), this);
    language->setIcon(themes.icons().icon(IconName::Language));
    language->setToolTip(tr("Switch language"));
    connect(language, &QPushButton::clicked, this, &UnlockPage::languageToggled);
    outer->addWidget(language, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    show_store_words(false);
    show_form(StoreForm);
}

QWidget *UnlockPage::make_store_form()
{
    auto *form = new LoginForm(themes_, this);
    store_title_ = form->add_words(LabelRole::Title, {});
    store_note_ = form->add_words(LabelRole::Muted, {});
    folder_ = form->add_field(tr("Store folder"), tr("the folder with ledger.db"), Beside::Folder);
    key_file_ = form->add_field(tr("Key file"), tr("leave empty to use the passphrase"), Beside::OpenFile);
    passphrase_ = form->add_field(tr("Passphrase"), {}, Beside::Reveal);
    open_ = form->add_wide_button(tr("Open"), true);
    make_new_ = form->add_wide_button(tr("Make a new store…"), false);
    form->put_besides_after(make_new_);
    connect(open_, &QPushButton::clicked, this, &UnlockPage::open_store);
    for (QLineEdit *field : {folder_, key_file_, passphrase_})
        connect(field, &QLineEdit::returnPressed, this, &UnlockPage::open_store);
    connect(make_new_, &QPushButton::clicked, this, [this] {
        show_form(NewForm);
        new_folder_->setFocus();
    });
    return form;
}

QWidget *UnlockPage::make_new_form()
{
    auto *form = new LoginForm(themes_, this);
    form->add_words(LabelRole::Title, tr("Make a new store"));
    new_folder_ = form->add_field(tr("Store folder"), tr("a new folder"), Beside::Folder);
    new_key_file_ = form->add_field(tr("Key file"), tr("made here; keep a copy apart from the store"),
                                    Beside::SaveFile);
    new_passphrase_ = form->add_field(tr("Passphrase"), tr("optional: opens the store beside the key file"),
                                      Beside::Reveal);
    network_ = form->add_field(tr("Name of the network"), {});
    currency_ = form->add_field(tr("Currency"), QStringLiteral("CNY"));
    currency_->setText(QStringLiteral("CNY"));
    zone_ = form->add_field(tr("Time zone"), QStringLiteral("Asia/Shanghai"));
    zone_->setText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    create_ = form->add_wide_button(tr("Make the store"), true);
    Button *back = form->add_wide_button(tr("Back"), false);
    form->put_besides_after(back);
    connect(create_, &QPushButton::clicked, this, &UnlockPage::create_store);
    connect(back, &QPushButton::clicked, this, &UnlockPage::ask_store);
    return form;
}

QWidget *UnlockPage::make_person_form()
{
    auto *form = new LoginForm(themes_, this);
    form->add_words(LabelRole::Title, tr("Who works here?"));
    form->add_words(LabelRole::Muted,
                    tr("On a local store whoever holds the key holds everything: approvals by two people are a "
                       "procedure here, not a barrier."));
    form->column()->addSpacing(Space::s);
    people_ = new QComboBox(form);
    people_->setAccessibleName(tr("Operator"));
    form->column()->addWidget(people_);
    Button *start = form->add_wide_button(tr("Start"), true);
    connect(start, &QPushButton::clicked, this, [this] {
        const int chosen = people_->currentIndex();
        if (chosen >= 0)
            Q_EMIT personChosen(known_[static_cast<std::size_t>(chosen)]);
    });
    return form;
}

QWidget *UnlockPage::make_shared_form()
{
    shared_ = new SharedForm(themes_, this);
    connect(shared_, &SharedForm::submitted, this, &UnlockPage::log_in);
    return shared_;
}

void UnlockPage::switch_way(int way)
{
    if (way == shared)
        ask_login();
    else
        ask_store();
}

// One form at a time, and the card is as high as that one.
void UnlockPage::show_form(Form form)
{
    form_ = form;
    banner_->hide();
    way_->set_current(form == SharedStoreForm ? shared : here);
    // The way is chosen before a store is open.
    ways_->setVisible(!locked_ && (form == StoreForm || form == SharedStoreForm));
    for (int i = 0; i < form_count; ++i)
        forms_[static_cast<std::size_t>(i)]->setVisible(i == form);
}

void UnlockPage::show_store_words(bool locked)
{
    locked_ = locked;
    store_title_->setText(locked ? tr("The screens are locked") : tr("Open the store"));
    store_note_->setText(tr("Charging goes on behind them: charge points are served, sessions are settled, nothing "
                            "is lost. The key of this store opens the screens again."));
    store_note_->setVisible(locked);
    make_new_->setVisible(!locked);
    open_->setText(locked ? tr("Unlock") : tr("Open"));
}

void UnlockPage::set_folder(const QString &folder)
{
    folder_->setText(folder);
}

void UnlockPage::set_key_file(const QString &key_file)
{
    key_file_->setText(key_file);
}

QString UnlockPage::folder() const
{
    return folder_->text();
}

QString UnlockPage::key_file() const
{
    return key_file_->text();
}

void UnlockPage::ask_store()
{
    show_store_words(false);
    show_form(StoreForm);
    (folder_->text().isEmpty() ? folder_ : passphrase_)->setFocus();
}

void UnlockPage::ask_unlock(const QString &folder)
{
    folder_->setText(folder);
    show_store_words(true);
    show_form(StoreForm);
    passphrase_->setFocus();
}

void UnlockPage::set_shared(const QString &address, const QString &login, const QString &ca_file)
{
    shared_->set_place(address, login, ca_file);
}

void UnlockPage::ask_login()
{
    locked_ = false;
    shared_->set_locked(false);
    show_form(SharedStoreForm);
    shared_->take_focus();
}

void UnlockPage::ask_shared_unlock()
{
    locked_ = true;
    shared_->set_locked(true);
    show_form(SharedStoreForm);
    shared_->take_focus();
}

void UnlockPage::ask_person(const std::vector<Operator> &people)
{
    known_.clear();
    people_->clear();
    for (const Operator &person : people) {
        if (person.disabled)
            continue;
        known_.push_back(person);
        const QString name = QString::fromStdString(person.display_name.empty() ? person.name.text()
                                                                                : person.display_name);
        people_->addItem(name + QStringLiteral(" · ") + EnumWords::role(person.role));
    }
    show_form(PersonForm);
    people_->setFocus();
}

void UnlockPage::take_over(const UnlockPage &before)
{
    folder_->setText(before.folder_->text());
    key_file_->setText(before.key_file_->text());
    new_folder_->setText(before.new_folder_->text());
    new_key_file_->setText(before.new_key_file_->text());
    network_->setText(before.network_->text());
    currency_->setText(before.currency_->text());
    zone_->setText(before.zone_->text());
    shared_->set_place(before.shared_->address(), before.shared_->login(), before.shared_->ca_file());
    show_store_words(before.locked_);
    shared_->set_locked(before.locked_);
    if (before.form_ == PersonForm)
        ask_person(before.known_);
    else
        show_form(before.form_);
}

StoreRequest UnlockPage::request() const
{
    return {folder_->text().toStdString(), key_file_->text().toStdString(), passphrase_->text().toStdString()};
}

void UnlockPage::open_store()
{
    set_busy(true);
    access_.open(request()).then(this, [this](const Result<std::vector<Operator>> &people) { answered(people); });
    passphrase_->clear();
}

void UnlockPage::create_store()
{
    set_busy(true);
    NewStore store;
    store.where = {new_folder_->text().toStdString(), new_key_file_->text().toStdString(),
                   new_passphrase_->text().toStdString()};
    new_passphrase_->clear();
    store.network = network_->text().toStdString();
    store.currency = currency_->text().toStdString();
    store.time_zone = zone_->text().toStdString();
    access_.create(std::move(store)).then(this, [this](const Result<std::vector<Operator>> &people) {
        answered(people);
    });
}

void UnlockPage::log_in()
{
    shared_->set_busy(true);
    banner_->hide();
    access_.log_in(shared_->take_login()).then(this, [this](const Result<Operator> &person) {
        shared_->set_busy(false);
        if (!person) {
            show_error(person.error());
            return shared_->take_focus();
        }
        Q_EMIT personChosen(*person);
    });
}

void UnlockPage::answered(const Result<std::vector<Operator>> &people)
{
    set_busy(false);
    if (people)
        return ask_person(*people);
    show_error(people.error());
}

void UnlockPage::show_error(const Error &error)
{
    banner_->set_message(Tone::Bad, is_shared() ? LoginWords::of_shared(error) : LoginWords::of_local(error));
    banner_->show();
}

void UnlockPage::set_busy(bool busy)
{
    open_->setEnabled(!busy);
    create_->setEnabled(!busy);
    show_store_words(locked_);
    if (!busy)
        return;
    open_->setText(tr("Opening…"));
    banner_->hide();
}

void UnlockPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themes_.theme().background);
}

}  // namespace aftercharge
