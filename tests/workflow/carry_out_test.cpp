// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/held_ledger.h"
#include "tests/workflow/carry_out_bench.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// Decisions that were handed in: each is done once, with its outcome, or refused, or still waits.
class CarryOutTest : public CarryOutBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GoodsStage>();
        rig().add_operator("olga", Role::Ops);
        rig().add_operator("wilma", Role::Worker);
        stage_->add_parcel("S-1", ShipmentState::InTransit, {GoodsStage::line("L1", 1), GoodsStage::line("L2", 3)},
                           "271.00");
    }
    void cleanup()
    {
        QVERIFY2(stage_->broken().isEmpty(), qPrintable(stage_->broken()));
        QVERIFY(must(rig().ledger().audit().verify([](auto, auto) { return true; })).intact);
    }

    void done_with_its_outcome()
    {
        QCOMPARE(must(carry("one")), 0);
        const Uuid id = submit("alice", complaint("broken"));
        rig().clock.advance(1s);
        rig().told.rows.clear();
        QCOMPARE(must(rig().ledger().decisions().waiting()), 1);
        QCOMPARE(must(carry("one")), 1);
        const SubmittedDecision row = find(id);
        QCOMPARE(row.done_at, std::optional(rig().clock.now()));
        QCOMPARE(row.outcome, stage_->ticket_no().text());
        QVERIFY(row.refusal_code.empty());
        QCOMPARE(must(rig().ledger().decisions().waiting()), 0);
        QCOMPARE(messages().back().actor, (Actor{Source::Admin, "alice"}));
        QCOMPARE(messages().back().text, std::string("broken"));
        QCOMPARE(told_tickets(), 1);
        // Over is over.
        rig().clock.advance(1h);
        QCOMPARE(must(carry("two")), 0);
        QCOMPARE(find(id), row);
    }

    void outcomes_of_other_verbs()
    {
        const Uuid both = submit("alice", decision::DecideException{{of_lines("10.00"), reship()}});
        QCOMPARE(must(carry("one")), 1);
        const Refund refund = newest_refund();
        const std::string parcel =
            must(rig().ledger().shipments().of_order(stage_->order_no())).back().shipment_no.text();
        QCOMPARE(find(both).outcome, refund.refund_no.text() + " " + parcel);
        QCOMPARE(refund.requested_by, an<OperatorName>("alice"));

        const Uuid parcel_only = submit("alice", decision::DecideException{{std::nullopt, reship()}});
        const Uuid refund_only = submit("nick", decision::DecideException{{of_lines("5.00"), std::nullopt}});
        const Uuid day = submit("bob", decision::Reconcile{"2026-11-23"});
        const Uuid person = submit("admin", decision::AddOperator{new_person()});
        QCOMPARE(must(carry("one")), 4);
        QVERIFY(find(parcel_only).outcome.starts_with("- S"));
        QCOMPARE(find(refund_only).outcome, newest_refund().refund_no.text() + " -");
        QCOMPARE(must(rig().ledger().gateways().reconciliations(1)).front().id.to_text(), find(day).outcome);
        QCOMPARE(find(person).outcome, std::string("nina"));
        QCOMPARE(must(rig().ledger().registry().find_operator(an<OperatorName>("nina"))).display_name,
                 std::string("Nina"));

        // Two persons, as at a desk.
        QCOMPARE(newest_refund().approval, ApprovalState::Waiting);
        const auto approve = decision::ApproveRefund{newest_refund().refund_no, EngineRig::yuan("5.00")};
        const Uuid own = submit("nick", approve);
        const Uuid other = submit("bob", approve);
        QCOMPARE(must(carry("one")), 2);
        QVERIFY(!find(own).refusal_code.empty());
        QCOMPARE(find(other).outcome, approve.refund_no.text());
        QCOMPARE(stage_->refund(approve.refund_no).approved_by, an<OperatorName>("bob"));
    }

    void a_command_answers_by_its_outbox_row()
    {
        add_charging();
        const Uuid reset = submit("olga", decision::ResetChargePoint{an<ChargePointId>("CP-1"), true});
        const Uuid by_worker = submit("wilma", decision::ResetChargePoint{an<ChargePointId>("CP-1"), true});
        QCOMPARE(must(carry("one")), 2);
        const Uuid effect_id = an<Uuid>(find(reset).outcome);
        const auto effect = must(rig().ledger().outbox().find(effect_id));
        QCOMPARE(effect.value().payload, std::string("CP-1 Reset Hard"));
        QCOMPARE(effect->actor, (Actor{Source::Admin, "olga"}));
        QCOMPARE(rig().gateway.sent.size(), std::size_t{1});
        rig().gateway.sent[0].done({});
        QVERIFY(must(rig().ledger().outbox().find(effect_id))->done_at.has_value());
        QCOMPARE(find(by_worker).refusal_code, std::string("operator.not_permitted"));
    }

    // Its decision is one unit of work; the rows, each in its own, are the effect worker's then.
    void a_batch_is_decided_in_one()
    {
        add_charging();
        rig().top_up("M-1", "100.00");
        BatchDraft draft;
        draft.orders = {rig().session(12'340).order_no};
        draft.note = "no power";
        const Uuid id = submit("bob", decision::RequestBatch{draft});
        QCOMPARE(must(carry("one")), 1);
        rig().engine().tick();
        const RefundBatch batch = must(rig().ledger().approvals().batch(an<BatchNo>(find(id).outcome)));
        QCOMPARE(batch.total, EngineRig::yuan("12.34"));
        QVERIFY(batch.carried_out_at.has_value());
        QCOMPARE(must(rig().ledger().refunds().of_order(draft.orders.front())).front().status, RefundStatus::Success);
    }

    void refused_with_its_code()
    {
        const Ticket ticket = stage_->ticket();
        rig().told.rows.clear();
        const Uuid stale = submit("alice", decision::TakeTicket{ticket.ticket_no, ticket.version + 1});
        const Uuid worker = submit("wilma", decision::TakeTicket{ticket.ticket_no, ticket.version});
        const Uuid nobody = submit("mallory", decision::TakeTicket{ticket.ticket_no, ticket.version});
        const Uuid unknown = submit("alice", decision::TakeTicket{an<TicketNo>("T-1"), 0});
        const Uuid oneself = submit("admin", decision::SetOperatorLimit{an<OperatorName>("admin"), std::nullopt});
        QCOMPARE(must(carry("one")), 5);
        QCOMPARE(find(stale).refusal_code, std::string("store.conflict"));
        QCOMPARE(find(stale).refusal_detail, ticket.ticket_no.text() + " was changed by somebody else");
        QCOMPARE(find(stale).done_at, std::optional(rig().clock.now()));
        QVERIFY(find(stale).outcome.empty());
        QCOMPARE(find(worker).refusal_code, std::string("operator.not_permitted"));
        QCOMPARE(find(nobody).refusal_code, std::string("operator.not_found"));
        QCOMPARE(find(unknown).refusal_code, std::string("ticket.not_found"));
        QCOMPARE(find(oneself).refusal_code, std::string("operator.not_permitted"));
        QCOMPARE(stage_->ticket(), ticket);
        QVERIFY(rig().told.rows.empty());
        rig().clock.advance(1h);
        QCOMPARE(must(carry("one")), 0);
    }

    void what_cannot_be_read_is_refused_and_kept()
    {
        const std::string arguments = R"({"ticket_no":"T-1","version":"x"})";
        const Uuid id = submit("alice", row_of(DecisionVerb::TakeTicket, "T-1", arguments));
        const Uuid other = submit(
            "alice", row_of(DecisionVerb::TakeTicket, "T-2",
                            arguments_of(decision::TakeTicket{stage_->ticket_no(), stage_->ticket().version})));
        QCOMPARE(must(carry("one")), 2);
        QCOMPARE(find(id).refusal_code, std::string("input.invalid"));
        QVERIFY(find(id).refusal_detail.starts_with("version"));
        QCOMPARE(find(id).arguments, arguments);
        // A subject that is not what is done.
        QCOMPARE(find(other).refusal_code, std::string("input.invalid"));
        QCOMPARE(stage_->ticket().state, TicketState::Open);
    }

    void oldest_first_and_no_more_than_asked_for()
    {
        const Uuid second = submit("alice", complaint("b"), 2s);
        const Uuid first = submit("alice", complaint("a"), 1s);
        const Uuid third = submit("alice", complaint("c"), 3s);
        rig().clock.advance(10s);
        QCOMPARE(must(carry("one", 2)), 2);
        QVERIFY(find(first).done_at && find(second).done_at && !find(third).done_at);
        QCOMPARE(messages().back().text, std::string("b"));
        QCOMPARE(must(carry("one", 2)), 1);
        QCOMPARE(messages().back().text, std::string("c"));
    }

    // The first daemon stops for breath between lease and unit of work; the lease runs out.
    void in_two_leases_it_acts_once()
    {
        const Uuid id = submit("alice", complaint("broken"));
        const std::size_t before = messages().size();
        rig().told.rows.clear();
        const auto slow = carry_watched([&](WatchedLedger &ledger, Work &work) {
            ledger.before_begin = [&](int number) -> Result<void> {
                return number == 2 ? carry_elsewhere(work, id) : Result<void>{};
            };
        });
        QCOMPARE(must(slow), 0);
        QCOMPARE(messages().size(), before + 1);
        QCOMPARE(find(id).outcome, stage_->ticket_no().text());
        // Nor is told what the slow one did: the other told its own listeners.
        QCOMPARE(told_tickets(), 0);
    }

    // Refused by the slow one after it was done by the other: it stays done.
    void what_is_done_is_not_refused_any_more()
    {
        const Ticket ticket = stage_->ticket();
        const Uuid id = submit("alice", decision::TakeTicket{ticket.ticket_no, ticket.version});
        const auto slow = carry_watched([&](WatchedLedger &ledger, Work &work) {
            ledger.before_begin = [&](int number) -> Result<void> {
                return number == 2 ? carry_elsewhere(work, id) : Result<void>{};
            };
        });
        QCOMPARE(must(slow), 0);
        QVERIFY(find(id).refusal_code.empty());
        QCOMPARE(find(id).outcome, ticket.ticket_no.text());
        QCOMPARE(stage_->ticket().version, ticket.version + 1);
    }

    // Nobody else sees one without the other.
    void done_and_marked_in_one()
    {
        const Uuid id = submit("alice", complaint("broken"));
        const std::size_t before = messages().size();
        const auto reader = must(rig().store().open_reader());
        const auto is_seen = [&] {
            const bool is_done = must(reader->decisions().find(id)).value().done_at.has_value();
            const bool is_there = must(reader->tickets().entries(stage_->ticket_no())).size() == before + 1;
            return std::pair(is_there, is_done);
        };
        const auto carried = carry_watched([&](WatchedLedger &ledger, Work &work) {
            ledger.before_commit = [&](int number) -> Result<void> {
                if (number != 2)
                    return {};
                // Within: both are there, the outcome too.
                const auto row = must(work.ledger.reader().decisions().find(id));
                must(work.ledger.reader().tickets().entries(stage_->ticket_no()));
                QTest::qCompare(row.value().outcome, stage_->ticket_no().text(), "outcome", "ticket", __FILE__,
                                __LINE__);
                seen_before_ = is_seen();
                return {};
            };
        });
        QCOMPARE(must(carried), 1);
        QCOMPARE(seen_before_, std::pair(false, false));
        QCOMPARE(is_seen(), std::pair(true, true));
    }

    void a_crash_in_between_leaves_it_waiting()
    {
        const Uuid id = submit("alice", complaint("broken"));
        const std::size_t before = messages().size();
        const auto lost = carry_watched([&](WatchedLedger &ledger, Work &) {
            ledger.before_commit = [](int number) -> Result<void> {
                return number == 2 ? fail(ErrorCode::StoreUnreachable, "gone") : Result<void>{};
            };
        });
        QCOMPARE(lost.error().code, ErrorCode::StoreUnreachable);
        rig().restart();
        QCOMPARE(messages().size(), before);
        QVERIFY(!find(id).done_at);
        QCOMPARE(must(rig().ledger().decisions().waiting()), 1);
        // Held by the one that is gone, for as long as it said.
        QCOMPARE(must(carry("two")), 0);
        rig().clock.advance(31s);
        QCOMPARE(must(carry("two")), 1);
        QCOMPARE(messages().size(), before + 1);
        QCOMPARE(find(id).outcome, stage_->ticket_no().text());
        QCOMPARE(find(id).attempts, 2);
    }

    // The store says that it went wrong, though it went well: the row tells the truth.
    void a_commit_that_was_not_heard_of()
    {
        const Uuid id = submit("alice", complaint("broken"));
        const std::size_t before = messages().size();
        const auto lost = carry_watched([&](WatchedLedger &ledger, Work &work) {
            ledger.before_begin = [&](int number) -> Result<void> {
                return number == 2 ? carry_elsewhere(work, id) : Result<void>{};
            };
            ledger.before_commit = [](int number) -> Result<void> {
                return number == 2 ? fail(ErrorCode::StoreRetry, "again") : Result<void>{};
            };
        });
        QCOMPARE(must(lost), 0);
        QCOMPARE(messages().size(), before + 1);
    }

    void what_another_came_between_is_run_again()
    {
        const Uuid id = submit("alice", complaint("broken"));
        const std::size_t before = messages().size();
        rig().told.rows.clear();
        int commits = 0;
        const auto carried = carry_watched([&](WatchedLedger &ledger, Work &) {
            ledger.before_commit = [&](int number) -> Result<void> {
                commits = number;
                return number > 1 && number < 4 ? fail(ErrorCode::StoreRetry, "serialization") : Result<void>{};
            };
        });
        QCOMPARE(must(carried), 1);
        QCOMPARE(commits, 4);
        QCOMPARE(messages().size(), before + 1);
        QVERIFY(find(id).done_at.has_value());
        QCOMPARE(told_tickets(), 1);
    }

    void the_stores_own_trouble_is_no_refusal_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("in use") << static_cast<int>(ErrorCode::StoreInUse);
        QTest::newRow("unreachable") << static_cast<int>(ErrorCode::StoreUnreachable);
        QTest::newRow("again and again") << static_cast<int>(ErrorCode::StoreRetry);
    }
    void the_stores_own_trouble_is_no_refusal()
    {
        QFETCH(int, code);
        const Uuid first = submit("alice", complaint("a"), 1s);
        const Uuid second = submit("alice", complaint("b"), 2s);
        rig().clock.advance(2s);
        const std::size_t before = messages().size();
        // After the first was done: that is told, and no error.
        const auto half = carry_watched([&](WatchedLedger &ledger, Work &) {
            ledger.before_begin = [&](int number) -> Result<void> {
                return number > 2 ? fail(static_cast<ErrorCode>(code), "made to") : Result<void>{};
            };
        });
        QCOMPARE(must(half), 1);
        QVERIFY(find(first).done_at.has_value());
        QVERIFY(!find(second).done_at);
        QVERIFY(find(second).refusal_code.empty());
        rig().clock.advance(31s);
        QCOMPARE(must(carry("one")), 1);
        QCOMPARE(messages().size(), before + 2);
    }

    void a_held_unit_of_work()
    {
        const auto note = [&](HeldLedger &ledger) {
            auto unit = must(ledger.begin());
            must(unit->tickets().append_entry({.ticket_no = stage_->ticket_no(),
                                               .at = rig().clock.now(),
                                               .kind = TicketEntryKind::Note,
                                               .actor = {Source::Admin, "alice"},
                                               .text = "held"}));
            must(unit->commit());
            QCOMPARE(unit->commit().error().code, ErrorCode::Internal);
        };
        const std::size_t before = messages().size();
        {
            HeldLedger ledger(rig().store());
            QVERIFY(!ledger.take());
            // Given up by the workflow: nothing is held, and another may begin.
            must(ledger.begin()).reset();
            QVERIFY(!ledger.take());
            note(ledger);
            QCOMPARE(must(ledger.reader().tickets().entries(stage_->ticket_no())).size(), before + 1);
            QCOMPARE(ledger.begin().error().code, ErrorCode::Internal);
        }
        // Let go: no trace.
        QCOMPARE(messages().size(), before);
        HeldLedger ledger(rig().store());
        note(ledger);
        must(ledger.take()->commit());
        QCOMPARE(messages().size(), before + 1);
    }
};

QTEST_GUILESS_MAIN(CarryOutTest)
#include "carry_out_test.moc"
