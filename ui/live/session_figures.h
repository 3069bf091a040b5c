// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/workflow/session_view.h"

namespace aftercharge {

class Format;
class KpiTile;
class ThemeController;

// What a session stands at: fee of what is frozen, energy with the register behind it, and
// when it will end; of one that is over, what became of it.
class SessionFigures : public QWidget {
    Q_OBJECT

public:
    explicit SessionFigures(const ThemeController &themes, QWidget *parent = nullptr);
    void show_session(const SessionView &session, const Format &format);

private:
    void show_end(const SessionView &session, const Format &format);

    KpiTile *fee_;
    KpiTile *energy_;
    KpiTile *end_;
};

}  // namespace aftercharge
