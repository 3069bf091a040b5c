// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/request_refund.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;

// What the engine counts for those who watch it.
class EngineFiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
    }

    void durations_fall_into_their_buckets()
    {
        using std::chrono::microseconds;
        DurationHistogram histogram;
        for (const auto took : {0us, 1'000us, 1'001us, 5'000'000us, 5'000'001us})
            histogram.add(took);
        QCOMPARE(histogram.counts()[0], std::int64_t{2});
        QCOMPARE(histogram.counts()[1], std::int64_t{1});
        QCOMPARE(histogram.counts()[DurationHistogram::bounds.size() - 1], std::int64_t{1});
        QCOMPARE(histogram.counts()[DurationHistogram::bounds.size()], std::int64_t{1});
        QCOMPARE(histogram.count(), std::int64_t{5});
        QCOMPARE(histogram.sum().count(), std::int64_t{10'002'002});
    }

    void batches_and_their_commits_are_counted()
    {
        const EngineFigures before = rig_->engine().figures();
        QVERIFY(!before.last_commit_at);
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        rig_->clock.advance(1min);
        QVERIFY(rig_->meter("CP-1", id, {rig_->reading(500)}));
        const UtcTime written = rig_->clock.now();
        rig_->clock.advance(1min);
        // A batch that has nothing to write has no commit.
        rig_->say("CP-1", chargepoint::HeartbeatReport{});
        const EngineFigures after = rig_->engine().figures();
        QCOMPARE(after.batches - before.batches, std::int64_t{3});
        QCOMPARE(after.batch_durations.count(), after.batches);
        QVERIFY(after.batch_durations.sum().count() > 0);
        QVERIFY(after.last_commit_at == written);
        QCOMPARE(after.store_errors, std::int64_t{0});
        QVERIFY(!after.store_trouble);
        QVERIFY(!after.decisions_waiting);
    }

    void a_store_that_cannot_write_is_told_until_it_can_again()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const auto last = rig_->engine().figures().last_commit_at;
        rig_->faulty_telemetry->is_failing = true;
        rig_->clock.advance(1min);
        QVERIFY(!rig_->meter("CP-1", id, {rig_->reading(500)}));
        QVERIFY(!rig_->stop("CP-1", id, 500));
        const EngineFigures failing = rig_->engine().figures();
        // One for each write that failed, not one more for the message that waited for it.
        QCOMPARE(failing.store_errors, std::int64_t{2});
        QVERIFY(failing.store_trouble == ErrorCode::StoreDiskFull);
        QVERIFY(failing.last_commit_at == last);
        rig_->faulty_telemetry->is_failing = false;
        rig_->clock.advance(9s);
        QVERIFY(rig_->engine().figures().store_trouble.has_value());
        rig_->clock.advance(1s);
        QVERIFY(rig_->meter("CP-1", id, {rig_->reading(500)}));
        QVERIFY(!rig_->engine().figures().store_trouble);
        QCOMPARE(rig_->engine().figures().store_errors, std::int64_t{2});
    }

    void a_workflow_that_meets_the_store_s_trouble_counts_and_a_refusal_does_not()
    {
        const auto failing = [&](ErrorCode code) {
            return rig_->run([&](Work &) -> Result<int> { return fail(code); }).error().code;
        };
        QCOMPARE(failing(ErrorCode::RefundExceedsPaid), ErrorCode::RefundExceedsPaid);
        QCOMPARE(failing(ErrorCode::StoreConflict), ErrorCode::StoreConflict);
        QCOMPARE(rig_->engine().figures().store_errors, std::int64_t{0});
        QCOMPARE(failing(ErrorCode::StoreIo), ErrorCode::StoreIo);
        QCOMPARE(rig_->engine().figures().store_errors, std::int64_t{1});
        QVERIFY(rig_->engine().figures().store_trouble == ErrorCode::StoreIo);
    }

    void refunds_count_when_they_are_carried_out()
    {
        const ChargingOrder order = rig_->session(20'000);
        rig_->add_operator("alice", Role::Agent, "5.00");
        RefundDraft draft;
        draft.order_no = order.order_no;
        draft.amount = EngineRig::yuan("5.00");
        draft.requested_by = an<OperatorName>("alice");
        QCOMPARE(rig_->engine().figures().refunds_done, std::int64_t{0});
        must(rig_->run([&](Work &work) { return request_refund(work, draft); }));
        QCOMPARE(rig_->engine().figures().refunds_done, std::int64_t{1});
        rig_->engine().tick();
        QCOMPARE(rig_->engine().figures().refunds_done, std::int64_t{1});
        QCOMPARE(rig_->engine().figures().outbox_waiting, std::int64_t{0});
        // Beyond what was paid: nothing of it is done.
        draft.amount = EngineRig::yuan("500.00");
        QVERIFY(!rig_->run([&](Work &work) { return request_refund(work, draft); }));
        QCOMPARE(rig_->engine().figures().refunds_done, std::int64_t{1});
    }

private:
    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(EngineFiguresTest)
#include "engine_figures_test.moc"
