// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include "ui/common/labels.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace aftercharge {

class Button;
class ThemeController;

// One form of the first page: a column of words, fields and buttons as wide as it is.
class LoginForm : public QWidget {
    Q_OBJECT
public:
    explicit LoginForm(const ThemeController &themes, QWidget *parent = nullptr);

    // What stands beside a field.
    enum class Beside { Nothing, Folder, OpenFile, SaveFile, Reveal };

    QVBoxLayout *column() const;
    QLabel *add_words(LabelRole role, const QString &text);
    QLineEdit *add_field(const QString &caption, const QString &hint, Beside beside = Beside::Nothing);
    // With what stands beside it.
    void set_enabled(QLineEdit *field, bool enabled);
    Button *add_wide_button(const QString &text, bool primary);
    // Tab goes from field to field and to the buttons that go on; what stands beside comes after.
    void put_besides_after(QWidget *last);

private:
    Button *make_beside(Beside beside, QLineEdit *field);
    void choose_path(Beside beside, QLineEdit *field);

    const ThemeController &themes_;
    QWidgetList besides_;
    QHash<QLineEdit *, Button *> beside_;
};

}  // namespace aftercharge
