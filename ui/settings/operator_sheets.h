// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/actor.h"
#include "ui/common/desk_context.h"
#include "ui/common/sheet.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace aftercharge {

class Banner;

// What the three questions about operators have in common: fields, trouble, the outcome.
class OperatorSheet : public Sheet {
    Q_OBJECT
public:
    OperatorSheet(DeskContext &context, QWidget *page);

Q_SIGNALS:
    // A sentence that says what was done.
    void done(const QString &sentence);

protected:
    QLineEdit *add_field(const QString &caption, const QString &hint);
    // A limit as typed: nothing for an empty field.
    Result<std::optional<Money>> limit_of(const QLineEdit &field) const;
    void say(const Error &error);
    void say_nothing();

    DeskContext &context_;
    Banner *trouble_;
};

class AddOperatorSheet : public OperatorSheet {
    Q_OBJECT
public:
    AddOperatorSheet(DeskContext &context, QWidget *page);
    void ask();

private:
    void dress();
    void add();

    QLineEdit *login_;
    QLineEdit *name_;
    QComboBox *role_;
    QLineEdit *limit_;
    QLineEdit *password_ = nullptr;  // where people log in with one
};

class LimitSheet : public OperatorSheet {
    Q_OBJECT
public:
    LimitSheet(DeskContext &context, QWidget *page);
    void ask(const Operator &person);

private:
    void dress();
    void set();

    Operator person_;
    QLabel *sentence_;
    QLineEdit *limit_;
};

class DisableSheet : public OperatorSheet {
    Q_OBJECT
public:
    DisableSheet(DeskContext &context, QWidget *page);
    void ask(const Operator &person);

private:
    void disable();

    Operator person_;
    QLabel *sentence_;
};

}  // namespace aftercharge
