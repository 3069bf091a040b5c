// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journey/keys.h"

#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

namespace aftercharge::keys {
namespace {

// More stops than any page has.
constexpr int most_stops = 120;

QWidget *target()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *focus = QApplication::focusWidget())
        return focus;
    return QApplication::activeWindow();
}

}  // namespace

QString name_of(const QWidget &widget)
{
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return seen ? seen->text(QAccessible::Name) : QString();
}

QString focused()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus ? name_of(*focus) : QString();
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *to = target();
    if (!to)
        return QTest::qFail("nothing has the keyboard", __FILE__, __LINE__);
    QTest::keyClick(to, key, modifiers);
}

void type(const QString &text)
{
    for (const QChar letter : text) {
        if (QWidget *to = target())
            QTest::sendKeyEvent(QTest::Click, to, Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
}

void retype(const QString &text)
{
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    type(text);
}

bool tab_to(const QString &name)
{
    return tab_until([&name] { return focused() == name; }, name);
}

bool tab_until(const std::function<bool()> &is_there, const QString &what)
{
    QStringList met;
    for (int stop = 0; stop < most_stops; ++stop) {
        if (is_there())
            return true;
        met.append(focused());
        press(Qt::Key_Tab);
    }
    qWarning("no stop of the keyboard is \"%s\": %s", qPrintable(what), qPrintable(met.join(QStringLiteral(" | "))));
    return false;
}

void run_command(const QString &words)
{
    press(Qt::Key_K, Qt::ControlModifier);
    type(words);
    press(Qt::Key_Return);
}

}  // namespace aftercharge::keys
