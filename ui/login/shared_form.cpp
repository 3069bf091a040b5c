// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/shared_form.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include "ui/common/button.h"

namespace aftercharge {

SharedForm::SharedForm(const ThemeController &themes, QWidget *parent) : LoginForm(themes, parent)
{
    title_ = add_words(LabelRole::Title, {});
    note_ = add_words(LabelRole::Muted, {});
    address_ = add_field(tr("Address"), tr("server.example.com/aftercharge"));
    login_ = add_field(tr("Login"), tr("your name as an operator"));
    password_ = add_field(tr("Password"), {}, Beside::Reveal);
    ca_file_ = add_field(tr("Certificate authority"), tr("a PEM file; empty: the usual place"), Beside::OpenFile);
    go_ = add_wide_button({}, true);
    put_besides_after(go_);
    connect(go_, &QPushButton::clicked, this, &SharedForm::submitted);
    for (QLineEdit *field : {address_, login_, password_, ca_file_})
        connect(field, &QLineEdit::returnPressed, this, [this] {
            if (!busy_)
                Q_EMIT submitted();
        });
    show_words();
}

void SharedForm::set_place(const QString &address, const QString &login, const QString &ca_file)
{
    address_->setText(address);
    login_->setText(login);
    ca_file_->setText(ca_file);
}

QString SharedForm::address() const
{
    return address_->text().trimmed();
}

QString SharedForm::login() const
{
    return login_->text().trimmed();
}

QString SharedForm::ca_file() const
{
    return ca_file_->text().trimmed();
}

void SharedForm::set_locked(bool locked)
{
    locked_ = locked;
    // What is open stays open: another person closes the desk first.
    for (QLineEdit *field : {address_, login_, ca_file_})
        set_enabled(field, !locked);
    show_words();
}

void SharedForm::set_busy(bool busy)
{
    busy_ = busy;
    go_->setEnabled(!busy);
    show_words();
}

void SharedForm::show_words()
{
    title_->setText(locked_ ? tr("The screens are locked") : tr("Log in to the shared store"));
    note_->setText(locked_ ? tr("Charging goes on: the daemons serve it. Your password opens the screens again.")
                           : tr("You work as who you log in as. What you decide is checked by the store itself."));
    go_->setText(busy_ ? tr("Logging in…") : locked_ ? tr("Unlock") : tr("Log in"));
}

void SharedForm::take_focus()
{
    if (address_->text().isEmpty())
        return address_->setFocus();
    (login_->text().isEmpty() ? login_ : password_)->setFocus();
}

SharedLogin SharedForm::take_login()
{
    SharedLogin login{address().toStdString(), this->login().toStdString(), password_->text().toStdString(),
                      ca_file().toStdString()};
    password_->clear();
    return login;
}

}  // namespace aftercharge
