// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtWidgets/QWidget>

namespace aftercharge::keys {

// What a screen reader says of a widget; for a combo box its name, not its choice.
QString name_of(const QWidget &widget);
// The name of what has the keyboard now; empty: nothing.
QString focused();

// To where the keyboard is: an open menu, the focused widget, else the window.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
void type(const QString &text);
// Over what stands in a field.
void retype(const QString &text);

// Presses Tab until the widget of this name has the keyboard; false when it comes round
// without having met it.
bool tab_to(const QString &name);
bool tab_until(const std::function<bool()> &is_there, const QString &what);
// The command palette: Ctrl+K, some words of a command, Enter.
void run_command(const QString &words);

}  // namespace aftercharge::keys
