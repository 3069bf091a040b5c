// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/unlock_page.h"

#include <QtCore/QTimeZone>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/login/brand_mark.h"

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
    column->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    column->setSpacing(Space::xs);
    return form;
}

QLabel *add_words(QWidget *form, LabelRole role, const QString &text)
{
    auto *label = make_label(role, text, form);
    label->setWordWrap(true);
    column_of(form)->addWidget(label);
    return label;
}

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
    forms_ = {make_store_form(), make_new_form(), make_person_form()};
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

QLineEdit *UnlockPage::add_field(QWidget *form, const QString &caption, const QString &hint, Beside beside)
{
    auto *label = make_label(LabelRole::Caption, caption, form);
    auto *field = new QLineEdit(form);
    field->setAccessibleName(caption);
    field->setPlaceholderText(hint);
    label->setBuddy(field);
    column_of(form)->addSpacing(Space::xs);
    column_of(form)->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::xs);
    row->addWidget(field, 1);
    if (beside != Beside::Nothing)
        row->addWidget(make_beside(beside, field));
    column_of(form)->addLayout(row);
    return field;
}

Button *UnlockPage::make_beside(Beside beside, QLineEdit *field)
{
    auto *button = new Button(themes_, ButtonRole::Secondary, {}, field->parentWidget());
    besides_.append(button);
    const auto name = [button](const QString &text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    if (beside != Beside::Reveal) {
        button->setIcon(themes_.icons().icon(beside == Beside::Folder ? IconName::Folder : IconName::Key));
        name(beside == Beside::Folder ? tr("Choose a folder…") : tr("Choose a file…"));
        connect(button, &QPushButton::clicked, this, [this, beside, field] { choose_path(beside, field); });
        return button;
    }
    field->setEchoMode(QLineEdit::Password);
    button->setIcon(themes_.icons().icon(IconName::Eye));
    name(tr("Show the passphrase"));
    connect(button, &QPushButton::clicked, this, [this, button, field, name] {
        const bool show = field->echoMode() == QLineEdit::Password;
        field->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        button->setIcon(themes_.icons().icon(show ? IconName::EyeOff : IconName::Eye));
        name(show ? tr("Hide the passphrase") : tr("Show the passphrase"));
    });
    return button;
}

void UnlockPage::choose_path(Beside beside, QLineEdit *field)
{
    auto *dialog = new QFileDialog(this, field->accessibleName(), field->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (beside == Beside::Folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else if (beside == Beside::SaveFile) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
    }
    connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
    dialog->open();
}

Button *UnlockPage::add_wide_button(QWidget *form, const QString &text, bool primary)
{
    auto *button = new Button(themes_, primary ? ButtonRole::Primary : ButtonRole::Quiet, text, form);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column_of(form)->addSpacing(primary ? Space::m : Space::xs);
    column_of(form)->addWidget(button);
    return button;
}

// Tab goes from field to field and to the buttons that go on; what stands beside comes after.
void UnlockPage::put_besides_after(QWidget *last)
{
    for (QWidget *button : std::as_const(besides_)) {
        setTabOrder(last, button);
        last = button;
    }
    besides_.clear();
}

QWidget *UnlockPage::make_store_form()
{
    QWidget *form = make_form(this);
    store_title_ = add_words(form, LabelRole::Title, {});
    store_note_ = add_words(form, LabelRole::Muted, {});
    folder_ = add_field(form, tr("Store folder"), tr("the folder with ledger.db"), Beside::Folder);
    key_file_ = add_field(form, tr("Key file"), tr("leave empty to use the passphrase"), Beside::OpenFile);
    passphrase_ = add_field(form, tr("Passphrase"), {}, Beside::Reveal);
    open_ = add_wide_button(form, tr("Open"), true);
    make_new_ = add_wide_button(form, tr("Make a new store…"), false);
    put_besides_after(make_new_);
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
    QWidget *form = make_form(this);
    add_words(form, LabelRole::Title, tr("Make a new store"));
    new_folder_ = add_field(form, tr("Store folder"), tr("a new folder"), Beside::Folder);
    new_key_file_ = add_field(form, tr("Key file"), tr("made here; keep a copy apart from the store"),
                              Beside::SaveFile);
    new_passphrase_ = add_field(form, tr("Passphrase"), tr("optional: opens the store beside the key file"),
                                Beside::Reveal);
    network_ = add_field(form, tr("Name of the network"), {});
    currency_ = add_field(form, tr("Currency"), QStringLiteral("CNY"));
    currency_->setText(QStringLiteral("CNY"));
    zone_ = add_field(form, tr("Time zone"), QStringLiteral("Asia/Shanghai"));
    zone_->setText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    create_ = add_wide_button(form, tr("Make the store"), true);
    Button *back = add_wide_button(form, tr("Back"), false);
    put_besides_after(back);
    connect(create_, &QPushButton::clicked, this, &UnlockPage::create_store);
    connect(back, &QPushButton::clicked, this, &UnlockPage::ask_store);
    return form;
}

QWidget *UnlockPage::make_person_form()
{
    QWidget *form = make_form(this);
    add_words(form, LabelRole::Title, tr("Who works here?"));
    add_words(form, LabelRole::Muted,
              tr("On a local store whoever holds the key holds everything: approvals by two people are a "
                 "procedure here, not a barrier."));
    column_of(form)->addSpacing(Space::s);
    people_ = new QComboBox(form);
    people_->setAccessibleName(tr("Operator"));
    column_of(form)->addWidget(people_);
    Button *start = add_wide_button(form, tr("Start"), true);
    connect(start, &QPushButton::clicked, this, [this] {
        const int chosen = people_->currentIndex();
        if (chosen >= 0)
            Q_EMIT personChosen(known_[static_cast<std::size_t>(chosen)]);
    });
    return form;
}

// One form at a time, and the card is as high as that one.
void UnlockPage::show_form(Form form)
{
    form_ = form;
    banner_->hide();
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
    show_store_words(before.locked_);
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
