// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include "models/live/live_feed.h"
#include "ui/common/desk_context.h"

class QLabel;

namespace aftercharge {

// The line at the bottom that tells the truth about store, feed, outbox and audit chain.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(DeskContext &context, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part {
        QWidget *dot = nullptr;
        QLabel *label = nullptr;
    };
    Part add_part();
    void set_part(Part &part, Tone tone, const QString &text);
    void show_store(bool readable);
    void show_feed(const FeedState &state);
    void ask();

    DeskContext &context_;
    Part store_;
    Part feed_;
    Part outbox_;
    Part chain_;
    bool asking_ = false;
};

}  // namespace aftercharge
