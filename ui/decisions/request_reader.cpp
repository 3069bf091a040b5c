// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/request_reader.h"

namespace aftercharge {

RequestReader::RequestReader(ApprovalDesk &desk, QObject *parent) : QObject(parent), desk_(desk) {}

template<typename T, typename Take>
void RequestReader::ask(Answered<T> answer, Take take)
{
    ++open_;
    answer.then(this, [this, asked = question_, take](const Result<T> &result) {
        if (asked != question_)
            return;
        if (result)
            take(*result);
        else
            error_ = result.error();
        finish_one();
    });
}

void RequestReader::read(const ApprovalSubject &subject, const Money &amount)
{
    ++question_;
    if (facts_ && facts_->subject != subject)
        facts_.reset();
    coming_ = {};
    coming_.subject = subject;
    error_.reset();
    open_ = 1;  // answers may come while the others are being asked for
    ask<std::vector<ApprovalVote>>(desk_.votes(subject),
                                   [this](const std::vector<ApprovalVote> &votes) { coming_.votes.votes = votes; });
    ask<int>(desk_.approvals_needed(amount), [this](int needed) { coming_.votes.needed = needed; });
    ask<std::chrono::milliseconds>(desk_.approval_life(),
                                   [this](std::chrono::milliseconds life) { coming_.life = life; });
    const bool of_batch = !subject.empty() && subject.front() == 'B';
    const auto refund_no = RefundNo::from_text(subject);
    if (!of_batch)
        ask<std::optional<ApprovalView>>(desk_.approval_picture(subject),
                                         [this](const std::optional<ApprovalView> &view) { coming_.view = view; });
    if (!of_batch && refund_no && subject.front() == 'R')
        ask<std::optional<BatchNo>>(desk_.batch_of(*refund_no),
                                    [this](const std::optional<BatchNo> &batch) { coming_.batch = batch; });
    finish_one();
}

void RequestReader::finish_one()
{
    if (--open_ > 0)
        return;
    if (error_) {
        Q_EMIT failed(*error_);
        return;
    }
    facts_ = coming_;
    Q_EMIT came();
}

}  // namespace aftercharge
