// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/desk_context.h"

namespace aftercharge {

// What the store was made for; fixed from then on.
class NetworkSection : public QWidget {
    Q_OBJECT
public:
    explicit NetworkSection(DeskContext &context, QWidget *parent = nullptr);
};

}  // namespace aftercharge
