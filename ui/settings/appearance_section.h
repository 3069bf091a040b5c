// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/desk_context.h"

class QButtonGroup;

namespace aftercharge {

// Light, dark or as the system has it; kept for the next start.
class AppearanceSection : public QWidget {
    Q_OBJECT
public:
    explicit AppearanceSection(DeskContext &context, QWidget *parent = nullptr);

private:
    void choose(ThemeChoice choice);

    DeskContext &context_;
    QButtonGroup *choices_;
};

}  // namespace aftercharge
