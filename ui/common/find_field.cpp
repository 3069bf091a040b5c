// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/find_field.h"

#include <QShortcut>

namespace aftercharge {

namespace {

constexpr int typing_rests_ms = 220;

}  // namespace

FindField::FindField(const ThemeController &themes, const QString &placeholder, QWidget *page)
    : SearchField(themes, placeholder, QStringLiteral("Ctrl F"), page)
{
    setMaximumWidth(270);
    setMinimumWidth(170);
    rest_.setSingleShot(true);
    rest_.setInterval(typing_rests_ms);
    connect(&rest_, &QTimer::timeout, this, &FindField::searched);
    connect(this, &QLineEdit::textChanged, &rest_, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, [this] {
        rest_.stop();
        Q_EMIT searched();
    });
    auto *find = new QShortcut(QKeySequence(QStringLiteral("Ctrl+F")), page);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
}

}  // namespace aftercharge
