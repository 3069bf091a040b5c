// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/unlock_page.h"

#include <QtCore/QTimeZone>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

namespace aftercharge {
namespace {

constexpr int panel_width = 440;

QVBoxLayout *column_of(QWidget *form)
{
    return static_cast<QVBoxLayout *>(form->layout());
}

QWidget *make_form(QWidget *parent)
{
    auto *form = new QWidget(parent);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(Space::xl, Space::l, Space::xl, Space::xl);
    column->setSpacing(Space::s);
    return form;
}

}  // namespace

UnlockPage::UnlockPage(const ThemeController &themes, StoreAccess &access, QWidget *parent)
    : QWidget(parent), themes_(themes), access_(access)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *title = make_label(LabelRole::Figure, QStringLiteral("Aftercharge"), this);
    title->setAlignment(Qt::AlignCenter);
    outer->addWidget(title, 0, Qt::AlignHCenter);
    outer->addSpacing(Space::l);
    auto *card = new Card(themes, this);
    card->setFixedWidth(panel_width);
    banner_ = new Banner(themes, card);
    banner_->hide();
    card->body()->addWidget(banner_);
    auto *holder = new QWidget(card);
    forms_ = new QStackedLayout(holder);
    forms_->addWidget(make_store_form());
    forms_->addWidget(make_new_form());
    forms_->addWidget(make_person_form());
    card->body()->addWidget(holder);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
}

QLineEdit *UnlockPage::add_field(QWidget *form, const QString &caption, const QString &hint)
{
    auto *label = make_label(LabelRole::Caption, caption, form);
    auto *field = new QLineEdit(form);
    field->setAccessibleName(caption);
    field->setPlaceholderText(hint);
    label->setBuddy(field);
    column_of(form)->addWidget(label);
    column_of(form)->addWidget(field);
    return field;
}

QWidget *UnlockPage::make_store_form()
{
    QWidget *form = make_form(this);
    column_of(form)->addWidget(make_label(LabelRole::Title, tr("Open the store"), form));
    folder_ = add_field(form, tr("Store folder"), tr("the folder with ledger.db"));
    key_file_ = add_field(form, tr("Key file"), tr("leave empty to use the passphrase"));
    passphrase_ = add_field(form, tr("Passphrase"), {});
    passphrase_->setEchoMode(QLineEdit::Password);
    column_of(form)->addSpacing(Space::s);
    open_ = new Button(themes_, ButtonRole::Primary, tr("Open"), form);
    column_of(form)->addWidget(open_);
    auto *create = new Button(themes_, ButtonRole::Quiet, tr("Make a new store…"), form);
    column_of(form)->addWidget(create);
    column_of(form)->addStretch();
    connect(open_, &QPushButton::clicked, this, &UnlockPage::open_store);
    for (QLineEdit *field : {folder_, key_file_, passphrase_})
        connect(field, &QLineEdit::returnPressed, this, &UnlockPage::open_store);
    connect(create, &QPushButton::clicked, this, [this] {
        banner_->hide();
        forms_->setCurrentIndex(1);
        new_folder_->setFocus();
    });
    return form;
}

QWidget *UnlockPage::make_new_form()
{
    QWidget *form = make_form(this);
    column_of(form)->addWidget(make_label(LabelRole::Title, tr("Make a new store"), form));
    new_folder_ = add_field(form, tr("Store folder"), tr("a new folder"));
    new_key_file_ = add_field(form, tr("Key file"), tr("made here; keep a copy apart from the store"));
    new_passphrase_ = add_field(form, tr("Passphrase"), tr("optional: opens the store beside the key file"));
    new_passphrase_->setEchoMode(QLineEdit::Password);
    network_ = add_field(form, tr("Name of the network"), {});
    currency_ = add_field(form, tr("Currency"), QStringLiteral("CNY"));
    currency_->setText(QStringLiteral("CNY"));
    zone_ = add_field(form, tr("Time zone"), QStringLiteral("Asia/Shanghai"));
    zone_->setText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    column_of(form)->addSpacing(Space::s);
    create_ = new Button(themes_, ButtonRole::Primary, tr("Make the store"), form);
    column_of(form)->addWidget(create_);
    auto *back = new Button(themes_, ButtonRole::Quiet, tr("Back"), form);
    column_of(form)->addWidget(back);
    connect(create_, &QPushButton::clicked, this, &UnlockPage::create_store);
    connect(back, &QPushButton::clicked, this, &UnlockPage::ask_store);
    return form;
}

QWidget *UnlockPage::make_person_form()
{
    QWidget *form = make_form(this);
    column_of(form)->addWidget(make_label(LabelRole::Title, tr("Who works here?"), form));
    auto *note = make_label(LabelRole::Muted,
                            tr("On a local store whoever holds the key holds everything: approvals by two people are a "
                               "procedure here, not a barrier."),
                            form);
    note->setWordWrap(true);
    column_of(form)->addWidget(note);
    people_ = new QComboBox(form);
    people_->setAccessibleName(tr("Operator"));
    column_of(form)->addWidget(people_);
    column_of(form)->addSpacing(Space::s);
    auto *start = new Button(themes_, ButtonRole::Primary, tr("Start"), form);
    column_of(form)->addWidget(start);
    column_of(form)->addStretch();
    connect(start, &QPushButton::clicked, this, [this] {
        const int chosen = people_->currentIndex();
        if (chosen >= 0)
            Q_EMIT personChosen(known_[static_cast<std::size_t>(chosen)]);
    });
    return form;
}

void UnlockPage::set_folder(const QString &folder)
{
    folder_->setText(folder);
}

void UnlockPage::set_key_file(const QString &key_file)
{
    key_file_->setText(key_file);
}

void UnlockPage::ask_store()
{
    banner_->hide();
    forms_->setCurrentIndex(0);
    (folder_->text().isEmpty() ? folder_ : passphrase_)->setFocus();
}

void UnlockPage::ask_person(const std::vector<Operator> &people)
{
    known_.clear();
    people_->clear();
    for (const Operator &person : people) {
        if (person.disabled)
            continue;
        known_.push_back(person);
        const QString name = QString::fromStdString(person.display_name.empty() ? person.name.text() : person.display_name);
        people_->addItem(name + QStringLiteral(" · ") + EnumWords::role(person.role));
    }
    banner_->hide();
    forms_->setCurrentIndex(2);
    people_->setFocus();
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

void UnlockPage::answered(const Result<std::vector<Operator>> &people)
{
    set_busy(false);
    if (people)
        return ask_person(*people);
    show_error(people.error());
}

void UnlockPage::show_error(const Error &error)
{
    banner_->set_message(Tone::Bad, ErrorWords::sentence(error));
    banner_->show();
}

void UnlockPage::set_busy(bool busy)
{
    open_->setEnabled(!busy);
    create_->setEnabled(!busy);
    open_->setText(busy ? tr("Opening…") : tr("Open"));
    if (busy)
        banner_->hide();
}

void UnlockPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themes_.theme().background);
}

}  // namespace aftercharge
