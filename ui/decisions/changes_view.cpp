// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/changes_view.h"

#include <QtWidgets/QVBoxLayout>

#include "ui/common/difference_view.h"
#include "ui/common/page_parts.h"
#include "ui/decisions/picture_words.h"

namespace aftercharge {

ChangesView::ChangesView(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), differences_(new DifferenceView(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Space::m);
    column->setSpacing(0);
    add_heading(*column, tr("Another now than when it was asked for"), tr("any change voids a request"));
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(Space::m, 0, Space::m, 0);
    frame->addWidget(differences_);
    column->addLayout(frame);
    hide();
}

void ChangesView::show_view(const std::optional<ApprovalView> &view)
{
    const bool changed = view && !view->changes.empty();
    if (changed)
        differences_->set_rows(
            PictureWords(view->picture, context_.format, context_.network.currency).differences(view->changes));
    setVisible(changed);
}

}  // namespace aftercharge
