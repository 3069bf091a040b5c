// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QSplitter>

namespace aftercharge {

// Restores where the person left the handle of a splitter, and keeps it from now on.
inline void remember_splitter(QSplitter &splitter, QSettings &settings, const QString &key)
{
    splitter.restoreState(settings.value(key).toByteArray());
    QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter,
                     [&splitter, &settings, key] { settings.setValue(key, splitter.saveState()); });
}

}  // namespace aftercharge
