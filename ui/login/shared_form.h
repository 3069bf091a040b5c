// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/login/login_form.h"
#include "ui/login/store_access.h"

namespace aftercharge {

// Where a person logs in to a shared store. Who logs in is who works here.
class SharedForm : public LoginForm {
    Q_OBJECT
public:
    explicit SharedForm(const ThemeController &themes, QWidget *parent = nullptr);

    // "HOST[:PORT][,HOST…]/DATABASE".
    void set_place(const QString &address, const QString &login, const QString &ca_file);
    QString address() const;
    QString login() const;
    QString ca_file() const;
    // The screens of an open store are locked: the same login's password again, or nothing.
    void set_locked(bool locked);
    void set_busy(bool busy);
    // Where the person has to type next.
    void take_focus();
    // With the password, which is no longer in the form then.
    SharedLogin take_login();

Q_SIGNALS:
    void submitted();

private:
    void show_words();

    QLabel *title_;
    QLabel *note_;
    QLineEdit *address_;
    QLineEdit *login_;
    QLineEdit *password_;
    QLineEdit *ca_file_;
    Button *go_;
    bool locked_ = false;
    bool busy_ = false;
};

}  // namespace aftercharge
