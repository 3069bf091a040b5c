// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approval_queue.h"

#include <algorithm>
#include <utility>

#include "models/workflow/approval_rules.h"

namespace aftercharge {

namespace {

constexpr int page_rows = 256;
constexpr std::size_t most_decided = 100;

}  // namespace

ApprovalQueue::ApprovalQueue(DeskContext &context, QObject *parent) : QObject(parent), context_(context) {}

void ApprovalQueue::refresh()
{
    if (reading_) {
        again_ = true;
        return;
    }
    reading_ = true;
    coming_ = {};
    read_refunds({});
}

void ApprovalQueue::read_refunds(const std::string &after)
{
    RefundQuery query;
    query.approval = ApprovalState::Waiting;
    query.without_batches = true;
    query.page = {after, page_rows, true};
    context_.desk.refunds(query).then(this, [this](const Result<Page<Refund>> &page) {
        if (!page)
            return fail(page.error());
        for (const Refund &refund : page->rows)
            coming_.waiting.push_back({.request = refund});
        page->next.empty() ? read_claims({}) : read_refunds(page->next);
    });
}

void ApprovalQueue::read_claims(const std::string &after)
{
    ClaimQuery query;
    query.approval = ApprovalState::Waiting;
    query.page = {after, page_rows, true};
    context_.goods.claims(query).then(this, [this](const Result<Page<Claim>> &page) {
        if (!page)
            return fail(page.error());
        for (const Claim &claim : page->rows)
            coming_.waiting.push_back({.request = claim});
        page->next.empty() ? count_batches() : read_claims(page->next);
    });
}

void ApprovalQueue::count_batches()
{
    context_.approvals.batches_waiting().then(this, [this](const Result<std::int64_t> &waiting) {
        if (!waiting)
            return fail(waiting.error());
        read_batches({}, *waiting);
    });
}

// Newest first, decided and not: read on until every one that waits was met.
void ApprovalQueue::read_batches(const std::string &after, std::int64_t still_waiting)
{
    context_.approvals.batches({after, page_rows, true})
        .then(this, [this, still_waiting](const Result<Page<RefundBatch>> &page) {
            if (!page)
                return fail(page.error());
            std::int64_t missing = still_waiting;
            for (const RefundBatch &batch : page->rows) {
                const bool waits = batch.approval == ApprovalState::Waiting;
                missing -= waits ? 1 : 0;
                if (waits)
                    coming_.waiting.push_back({.request = batch});
                else if (coming_.decided.size() < most_decided)
                    coming_.decided.push_back({.request = batch});
            }
            missing <= 0 || page->next.empty() ? read_rules() : read_batches(page->next, missing);
        });
}

void ApprovalQueue::read_rules()
{
    context_.approvals.approval_life().then(this, [this](const Result<std::chrono::milliseconds> &life) {
        if (!life)
            return fail(life.error());
        coming_.life = *life;
        context_.approvals.approval_rules().then(this, [this](const Result<std::vector<ApprovalRule>> &rules) {
            if (!rules)
                return fail(rules.error());
            for (ApprovalEntry &entry : coming_.waiting)
                entry.needed = approvers_needed(*rules, amount_of(entry));
            read_votes(0);
        });
    });
}

// Only of those that need several: of the others nobody has approved yet.
void ApprovalQueue::read_votes(std::size_t from)
{
    while (from < coming_.waiting.size() && coming_.waiting[from].needed <= 1)
        ++from;
    if (from == coming_.waiting.size())
        return finish();
    context_.approvals.votes(subject_of(coming_.waiting[from]))
        .then(this, [this, from](const Result<std::vector<ApprovalVote>> &votes) {
            if (!votes)
                return fail(votes.error());
            coming_.waiting[from].given = static_cast<int>(votes->size());
            read_votes(from + 1);
        });
}

void ApprovalQueue::finish()
{
    std::stable_sort(coming_.waiting.begin(), coming_.waiting.end(),
                     [](const ApprovalEntry &a, const ApprovalEntry &b) { return asked_at(a) < asked_at(b); });
    shown_ = std::exchange(coming_, {});
    reading_ = false;
    Q_EMIT came();
    if (std::exchange(again_, false))
        refresh();
}

void ApprovalQueue::fail(const Error &error)
{
    reading_ = false;
    again_ = false;
    Q_EMIT failed(error);
}

}  // namespace aftercharge
