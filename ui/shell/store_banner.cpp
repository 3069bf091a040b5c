// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/store_banner.h"

#include <QtWidgets/QVBoxLayout>

#include "ui/common/banner.h"
#include "ui/common/theme.h"

namespace aftercharge {

StoreBanner::StoreBanner(DeskContext &context, QWidget *parent)
    : QWidget(parent), context_(context), banner_(new Banner(context.themes, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    column->addWidget(banner_);
    hide();
    if (!context_.store)
        return;
    connect(context_.store, &StoreStatus::changed, this, &StoreBanner::show_state);
    show_state(context_.store->state());
}

void StoreBanner::show_state(const SharedStoreState &state)
{
    if (state.unreachable_since) {
        banner_->set_message(Tone::Bad, tr("The store cannot be reached since %1. Decisions are kept and tried again; "
                                           "what is shown may be old.")
                                            .arg(context_.format.time(*state.unreachable_since)));
    } else if (!state.a_daemon_works) {
        banner_->set_message(Tone::Warn, tr("No daemon is working: decisions wait."));
    }
    setVisible(state.unreachable_since || !state.a_daemon_works);
}

}  // namespace aftercharge
