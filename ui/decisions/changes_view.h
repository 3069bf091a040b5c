// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/workflow/approval_picture.h"
#include "ui/common/desk_context.h"

namespace aftercharge {

class DifferenceView;

// What a request was asked on and is another now, row by row: before → now. Hidden while nothing
// changed.
class ChangesView : public QWidget {
    Q_OBJECT
public:
    explicit ChangesView(DeskContext &context, QWidget *parent = nullptr);
    void show_view(const std::optional<ApprovalView> &view);
    DifferenceView *differences() const { return differences_; }

private:
    DeskContext &context_;
    DifferenceView *differences_;
};

}  // namespace aftercharge
