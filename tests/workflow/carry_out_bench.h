// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QTest>

#include "models/workflow/carry_out.h"
#include "models/workflow/decision.h"
#include "models/workflow/forwarded_unit.h"
#include "tests/workflow/goods_stage.h"

namespace aftercharge {

// A ledger that a test comes between: before a unit of work begins, and before it is committed. An
// error there is the store's.
class WatchedLedger final : public LedgerStore {
public:
    using Between = std::function<Result<void>(int number)>;  // from 1

    explicit WatchedLedger(LedgerStore &ledger) : ledger_(ledger) {}

    Result<std::unique_ptr<UnitOfWork>> begin() override
    {
        if (auto passed = before_begin ? before_begin(++begun_) : Result<void>{}; !passed)
            return pass_on(passed);
        auto unit = ledger_.begin();
        if (!unit)
            return unit;
        return std::make_unique<Unit>(*this, std::move(*unit));
    }
    LedgerReader &reader() override { return ledger_.reader(); }
    Result<std::unique_ptr<LedgerReader>> open_reader() override { return ledger_.open_reader(); }

    Between before_begin;
    Between before_commit;

private:
    class Unit final : public ForwardedUnit {
    public:
        Unit(WatchedLedger &ledger, std::unique_ptr<UnitOfWork> unit)
            : ForwardedUnit(*unit), ledger_(ledger), unit_(std::move(unit))
        {
        }
        Result<void> commit() override
        {
            if (auto passed = ledger_.before_commit ? ledger_.before_commit(++ledger_.committed_) : Result<void>{};
                !passed)
                return passed;
            return unit_->commit();
        }

    private:
        WatchedLedger &ledger_;
        std::unique_ptr<UnitOfWork> unit_;
    };

    LedgerStore &ledger_;
    int begun_ = 0;
    int committed_ = 0;
};

// Decisions handed in on the stage of goods, and daemons that carry them out.
class CarryOutBench : public QObject {
protected:
    EngineRig &rig() { return stage_->rig; }

    void add_charging()
    {
        rig().add_tariff(R"({"country_code":"CN","party_id":"AFC","id":"T-1","currency":"CNY","elements":[
            {"price_components":[{"type":"ENERGY","price":1.00,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})");
        rig().add_point("CP-1", 2, 60'000);
    }

    Result<int> carry(const std::string &owner, int limit = 10)
    {
        return rig().run([&](Work &work) { return carry_out_decisions(work, owner, limit); });
    }
    // The same on a ledger that the test comes between; `work` is without it.
    template<typename Prepare>
    Result<int> carry_watched(Prepare &&prepare)
    {
        return rig().run([&](Work &work) {
            WatchedLedger ledger(work.ledger);
            prepare(ledger, work);
            Work watched{ledger, work.telemetry, work.clock, work.random, work.changes};
            return carry_out_decisions(watched, "one", 10);
        });
    }
    // Another daemon, after the lease of the first has run out, does it.
    Result<void> carry_elsewhere(Work &work, const Uuid &id)
    {
        rig().clock.advance(std::chrono::seconds{31});
        Changes changes;
        Work other{work.ledger, work.telemetry, work.clock, work.random, changes};
        const auto over = carry_out_decisions(other, "two", 10);
        if (!over)
            return pass_on(over);
        const bool is_told = !changes.rows.empty();
        return *over == 1 && is_told && find(id).done_at ? Result<void>{} : fail(ErrorCode::Internal, "not done");
    }

    static SubmittedDecision row_of(DecisionVerb verb, std::string subject, std::string arguments)
    {
        SubmittedDecision row;
        row.verb = verb;
        row.subject = std::move(subject);
        row.arguments = std::move(arguments);
        return row;
    }
    Uuid submit(const std::string &login, SubmittedDecision row, Duration after = {})
    {
        row.login = an<OperatorName>(login);
        row.submitted_at = rig().clock.now() + after;
        must(stage_->in_unit([&](UnitOfWork &unit, Work &work) {
            row.id = make_uuid(work.clock, work.random);
            return unit.decisions().submit(row);
        }));
        return row.id;
    }
    Uuid submit(const std::string &login, const Decision &decision, Duration after = {})
    {
        return submit(login, row_of(verb_of(decision), subject_of(decision), arguments_of(decision)), after);
    }
    SubmittedDecision find(const Uuid &id) { return must(rig().ledger().decisions().find(id)).value(); }

    // Joins the order's open ticket: done twice, it would be said twice.
    decision::OpenTicket complaint(const std::string &text)
    {
        TicketDraft draft;
        draft.kind = TicketKind::Refund;
        draft.order_no = stage_->order_no();
        draft.text = text;
        return {draft};
    }
    std::int64_t told_tickets()
    {
        return std::count_if(rig().told.rows.begin(), rig().told.rows.end(),
                             [](const Changed &row) { return row.table == ChangedTable::Tickets; });
    }
    std::vector<TicketEntry> messages() { return must(rig().ledger().tickets().entries(stage_->ticket_no())); }
    GoodsRefundDraft of_lines(const std::string &amount)
    {
        return stage_->of_lines("carol", {GoodsStage::line("L1", 1)}, amount);
    }
    ReshipDraft reship() { return stage_->reship_of("carol", {GoodsStage::line("L2", 1)}); }
    Refund newest_refund() { return must(rig().ledger().refunds().of_order(stage_->order_no())).back(); }
    static Operator new_person()
    {
        Operator person;
        person.name = an<OperatorName>("nina");
        person.display_name = "Nina";
        person.role = Role::Agent;
        return person;
    }

    std::unique_ptr<GoodsStage> stage_;
    std::pair<bool, bool> seen_before_;
};

}  // namespace aftercharge
