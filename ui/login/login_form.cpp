// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/login/login_form.h"

#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/theme_controller.h"

namespace aftercharge {

LoginForm::LoginForm(const ThemeController &themes, QWidget *parent) : QWidget(parent), themes_(themes)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    column->setSpacing(Space::xs);
}

QVBoxLayout *LoginForm::column() const
{
    return static_cast<QVBoxLayout *>(layout());
}

QLabel *LoginForm::add_words(LabelRole role, const QString &text)
{
    auto *label = make_label(role, text, this);
    label->setWordWrap(true);
    column()->addWidget(label);
    return label;
}

QLineEdit *LoginForm::add_field(const QString &caption, const QString &hint, Beside beside)
{
    auto *label = make_label(LabelRole::Caption, caption, this);
    auto *field = new QLineEdit(this);
    field->setAccessibleName(caption);
    field->setPlaceholderText(hint);
    label->setBuddy(field);
    column()->addSpacing(Space::xs);
    column()->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::xs);
    row->addWidget(field, 1);
    if (beside != Beside::Nothing)
        row->addWidget(make_beside(beside, field));
    column()->addLayout(row);
    return field;
}

Button *LoginForm::make_beside(Beside beside, QLineEdit *field)
{
    auto *button = new Button(themes_, ButtonRole::Secondary, {}, this);
    besides_.append(button);
    beside_.insert(field, button);
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
    const QString what = field->accessibleName();
    field->setEchoMode(QLineEdit::Password);
    button->setIcon(themes_.icons().icon(IconName::Eye));
    name(tr("Show: %1").arg(what));
    connect(button, &QPushButton::clicked, this, [this, button, field, name, what] {
        const bool show = field->echoMode() == QLineEdit::Password;
        field->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
        button->setIcon(themes_.icons().icon(show ? IconName::EyeOff : IconName::Eye));
        name((show ? tr("Hide: %1") : tr("Show: %1")).arg(what));
    });
    return button;
}

void LoginForm::set_enabled(QLineEdit *field, bool enabled)
{
    field->setEnabled(enabled);
    if (Button *button = beside_.value(field))
        button->setEnabled(enabled);
}

void LoginForm::choose_path(Beside beside, QLineEdit *field)
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

Button *LoginForm::add_wide_button(const QString &text, bool primary)
{
    auto *button = new Button(themes_, primary ? ButtonRole::Primary : ButtonRole::Quiet, text, this);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column()->addSpacing(primary ? Space::m : Space::xs);
    column()->addWidget(button);
    return button;
}

void LoginForm::put_besides_after(QWidget *last)
{
    for (QWidget *button : std::as_const(besides_)) {
        setTabOrder(last, button);
        last = button;
    }
    besides_.clear();
}

}  // namespace aftercharge
