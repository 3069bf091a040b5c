// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "ui/common/desk_context.h"

namespace aftercharge {

class Banner;

// Over every page of a desk on a shared store, while the store cannot be reached or no daemon
// works. Gone otherwise.
class StoreBanner : public QWidget {
    Q_OBJECT
public:
    StoreBanner(DeskContext &context, QWidget *parent = nullptr);

private:
    void show_state(const SharedStoreState &state);

    DeskContext &context_;
    Banner *banner_;
};

}  // namespace aftercharge
