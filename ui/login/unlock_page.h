// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QtWidgets/QWidget>

#include "models/domain/actor.h"
#include "ui/common/theme_controller.h"
#include "ui/login/store_access.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace aftercharge {

class Banner;
class Button;
class LoginForm;
class SharedForm;
class ViewSwitch;

// The first page: open a store of this machine, make a new one, then say who works here; or log
// in to a shared one. The screens are locked behind it too; the engine of a local store runs on.
class UnlockPage : public QWidget {
    Q_OBJECT
public:
    UnlockPage(const ThemeController &themes, StoreAccess &access, QWidget *parent = nullptr);

    void set_folder(const QString &folder);
    void set_key_file(const QString &key_file);
    QString folder() const;
    QString key_file() const;
    // Straight to the question who works here, for a store that is open already.
    void ask_person(const std::vector<Operator> &people);
    void ask_store();
    // The screens of an open store are locked: the same form, saying so.
    void ask_unlock(const QString &folder);
    void ask_shared_unlock();
    // The form for a login at a shared store.
    void set_shared(const QString &address, const QString &login, const QString &ca_file);
    void ask_login();
    const SharedForm &shared_form() const { return *shared_; }
    bool is_shared() const { return form_ == SharedStoreForm; }
    void show_error(const Error &error);
    // Stands where another page stood: what was typed there (but no passphrase), and its question.
    void take_over(const UnlockPage &before);

Q_SIGNALS:
    void personChosen(const aftercharge::Operator &person);
    void languageToggled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Form { StoreForm, NewForm, PersonForm, SharedStoreForm, form_count };

    QWidget *make_store_form();
    QWidget *make_new_form();
    QWidget *make_person_form();
    QWidget *make_shared_form();
    void switch_way(int way);
    void show_form(Form form);
    void show_store_words(bool locked);
    StoreRequest request() const;
    void open_store();
    void create_store();
    void log_in();
    void answered(const Result<std::vector<Operator>> &people);
    void set_busy(bool busy);

    const ThemeController &themes_;
    StoreAccess &access_;
    std::array<QWidget *, form_count> forms_{};
    Form form_ = StoreForm;
    Banner *banner_;
    ViewSwitch *way_;  // this machine, or a shared store
    QWidget *ways_;    // the strip it stands in
    SharedForm *shared_ = nullptr;
    QLabel *store_title_ = nullptr;
    QLabel *store_note_ = nullptr;
    QLineEdit *folder_ = nullptr;
    QLineEdit *key_file_ = nullptr;
    QLineEdit *passphrase_ = nullptr;
    QLineEdit *network_ = nullptr;
    QLineEdit *currency_ = nullptr;
    QLineEdit *zone_ = nullptr;
    QLineEdit *new_folder_ = nullptr;
    QLineEdit *new_key_file_ = nullptr;
    QLineEdit *new_passphrase_ = nullptr;
    QComboBox *people_ = nullptr;
    Button *open_ = nullptr;
    Button *make_new_ = nullptr;
    Button *create_ = nullptr;
    std::vector<Operator> known_;
    bool locked_ = false;
};

}  // namespace aftercharge
