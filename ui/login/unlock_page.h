// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/domain/actor.h"
#include "ui/common/theme_controller.h"
#include "ui/login/store_access.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedLayout;

namespace aftercharge {

class Banner;
class Button;

// The first page: open a store, make a new one, then say who works here. The screens are
// locked behind it too; the engine of a local store runs on.
class UnlockPage : public QWidget {
    Q_OBJECT
public:
    UnlockPage(const ThemeController &themes, StoreAccess &access, QWidget *parent = nullptr);

    void set_folder(const QString &folder);
    void set_key_file(const QString &key_file);
    // Straight to the question who works here, for a store that is open already.
    void ask_person(const std::vector<Operator> &people);
    void ask_store();
    void show_error(const Error &error);

Q_SIGNALS:
    void personChosen(const aftercharge::Operator &person);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *make_store_form();
    QWidget *make_new_form();
    QWidget *make_person_form();
    QLineEdit *add_field(QWidget *form, const QString &caption, const QString &hint);
    StoreRequest request() const;
    void open_store();
    void create_store();
    void answered(const Result<std::vector<Operator>> &people);
    void set_busy(bool busy);

    const ThemeController &themes_;
    StoreAccess &access_;
    QStackedLayout *forms_;
    Banner *banner_;
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
    Button *create_ = nullptr;
    std::vector<Operator> known_;
};

}  // namespace aftercharge
