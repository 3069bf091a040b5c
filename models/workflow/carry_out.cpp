// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/carry_out.h"

#include "models/workflow/held_ledger.h"
#include "models/workflow/perform_decision.h"

namespace aftercharge {
namespace {

constexpr std::chrono::seconds lease_time{30};
// What was written by another in the meantime is read again, and mostly differs then.
constexpr int most_runs = 5;

// The store's own trouble, which says nothing about the decision.
bool is_of_the_store(ErrorCode code)
{
    return code == ErrorCode::StoreInUse || code == ErrorCode::StoreUnreachable || code == ErrorCode::StoreRetry;
}

// Whether the same may go well at once: another came between.
bool is_worth_another_run(ErrorCode code)
{
    return code == ErrorCode::StoreRetry || code == ErrorCode::StoreConflict || code == ErrorCode::StoreRule;
}

Result<Decision> read(const SubmittedDecision &submitted)
{
    auto decision = decision_from(submitted.verb, submitted.arguments);
    // What lists and the log say of it is the desk's word: it must be about what is done.
    if (decision && subject_of(*decision) != submitted.subject)
        return fail(ErrorCode::InputInvalid, "subject: not what the arguments are about");
    return decision;
}

// False: somebody else was faster, and nothing of this run may stay.
Result<bool> ended(const Result<void> &marked, UnitOfWork &unit)
{
    if (!marked && marked.error().code == ErrorCode::StoreConflict)
        return false;
    if (!marked)
        return pass_on(marked);
    return unit.commit().map([] { return true; });
}

// Does it and marks it done, or nothing at all.
Result<bool> run_once(Work &work, const SubmittedDecision &submitted)
{
    const auto decision = read(submitted);
    if (!decision)
        return pass_on(decision);
    HeldLedger ledger(work.ledger);
    Work held{ledger, work.telemetry, work.clock, work.random, work.changes};
    const auto outcome = perform(held, *decision, submitted.login);
    std::unique_ptr<UnitOfWork> unit = ledger.take();
    // What a void approval sent back stands, and is refused with it.
    if (!outcome && unit && outcome.error().code == ErrorCode::ApprovalVoided)
        return ended(unit->decisions().refused(submitted.id, work.clock.now(), outcome.error()), *unit);
    if (!outcome)
        return pass_on(outcome);
    if (!unit) {
        auto own = work.ledger.begin();
        if (!own)
            return pass_on(own);
        unit = std::move(*own);
    }
    return ended(unit->decisions().done(submitted.id, work.clock.now(), *outcome), *unit);
}

Result<bool> refuse(Work &work, const SubmittedDecision &submitted, const Error &error)
{
    const auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    return ended((*unit)->decisions().refused(submitted.id, work.clock.now(), error), **unit);
}

Result<bool> carry_out(Work &work, const SubmittedDecision &submitted)
{
    Error error;
    for (int run = 0; run < most_runs; ++run) {
        const Changes::Mark mark = work.changes.mark();
        auto done = run_once(work, submitted);
        if (!done || !*done)
            work.changes.rewind(mark);
        if (done)
            return done;
        error = done.error();
        if (!is_worth_another_run(error.code))
            break;
    }
    if (is_of_the_store(error.code))
        return tl::unexpected(error);
    return refuse(work, submitted, error);
}

Result<std::vector<SubmittedDecision>> lease(Work &work, const std::string &owner, int limit)
{
    // Mostly there is none: no transaction is begun for that.
    const auto waiting = work.ledger.reader().decisions().waiting();
    if (!waiting)
        return pass_on(waiting);
    if (*waiting == 0)
        return std::vector<SubmittedDecision>{};
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const UtcTime now = work.clock.now();
    auto leased = (*unit)->decisions().lease(now, owner, now + lease_time, limit);
    if (!leased || leased->empty())
        return leased;
    if (auto committed = (*unit)->commit(); !committed)
        return pass_on(committed);
    return leased;
}

}  // namespace

Result<int> carry_out_decisions(Work &work, const std::string &owner, int limit)
{
    const auto leased = lease(work, owner, limit);
    if (!leased)
        return pass_on(leased);
    int over = 0;
    for (const SubmittedDecision &submitted : *leased) {
        const auto done = carry_out(work, submitted);
        // The next one would meet the same store. What was done before is done: no error then.
        if (!done)
            return over > 0 ? Result<int>(over) : pass_on(done);
        over += *done ? 1 : 0;
    }
    return over;
}

}  // namespace aftercharge
