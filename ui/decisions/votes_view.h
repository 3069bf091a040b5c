// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtWidgets/QWidget>

#include "ui/common/desk_context.h"
#include "ui/decisions/request_reader.h"
#include "ui/tickets/ticket_words.h"

class QLabel;

namespace aftercharge {

class Button;
class StateChip;

// Under the figures of a request: how many approvals it has and needs, whose they are, when it
// expires, and the batch that it is a row of. Hidden where there is nothing of that to say.
class VotesView : public QWidget {
    Q_OBJECT
public:
    explicit VotesView(DeskContext &context, QWidget *parent = nullptr);

    // `asked_at` only of what still waits: then it expires.
    void show_facts(const RequestFacts &facts, std::optional<UtcTime> asked_at);
    void clear();

Q_SIGNALS:
    void batchRequested(const aftercharge::BatchNo &batch_no);

private:
    void dress();
    void dress_expiry();

    DeskContext &context_;
    PeopleNames people_;
    std::optional<RequestFacts> facts_;
    std::optional<UtcTime> asked_at_;
    StateChip *count_;
    QLabel *people_label_;
    StateChip *expiry_;
    QWidget *batch_row_;
    QLabel *batch_;
    Button *open_batch_;
};

}  // namespace aftercharge
