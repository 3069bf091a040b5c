// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QtCore/QObject>

#include "models/workflow/approval_desk.h"
#include "ui/decisions/vote_words.h"

namespace aftercharge {

// What stands around a request for money: its approvals, what its requester saw, the batch.
struct RequestFacts {
    ApprovalSubject subject;
    VoteCase votes;
    std::optional<ApprovalView> view;  // none: approved at once, a batch, or from before pictures were kept
    std::optional<BatchNo> batch;      // of a refund that is a row of one
    std::chrono::milliseconds life = default_approval_life;
};

// Reads them together; of several questions only the last one is answered.
class RequestReader : public QObject {
    Q_OBJECT
public:
    explicit RequestReader(ApprovalDesk &desk, QObject *parent = nullptr);

    // `amount` is what the rules are held against: of a claim "up to".
    void read(const ApprovalSubject &subject, const Money &amount);
    // Of what was last read; nothing until then.
    const std::optional<RequestFacts> &facts() const { return facts_; }

Q_SIGNALS:
    void came();
    void failed(const aftercharge::Error &error);

private:
    template<typename T, typename Take>
    void ask(Answered<T> answer, Take take);
    void finish_one();

    ApprovalDesk &desk_;
    RequestFacts coming_;
    std::optional<RequestFacts> facts_;
    std::optional<Error> error_;
    int question_ = 0;
    int open_ = 0;
};

}  // namespace aftercharge
