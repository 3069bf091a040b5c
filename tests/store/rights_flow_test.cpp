// SPDX-License-Identifier: GPL-3.0-or-later
// What the rights in the database leave to do: people decide under their own logins, a daemon under
// the worker's carries it out by the same workflows as everywhere, and each step passes.
#include <QtTest>

#include "app/sim/seeded_random.h"
#include "models/store/sql/sql_desk_gate.h"
#include "models/workflow/carry_out.h"
#include "models/workflow/decision.h"
#include "models/workflow/pay_claim.h"
#include "models/workflow/run_effects.h"
#include "tests/store/rights/rights_store.h"
#include "tests/support/settable_clock.h"

using namespace aftercharge;

class RightsFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void one_grants_alone();
    void another_approves();
    void two_approve();
    void a_request_goes_back();
    void goods_are_refunded();
    void a_claim_promises_and_pays();
    void a_batch_is_approved();
    void a_batch_is_granted_alone();
    void an_administrator_changes_a_limit();
    void books_and_chains_are_whole();

private:
    DeskGate &gate(const char *login);
    // Hands it in, lets the daemon carry it out, and answers with the decision's row.
    SubmittedDecision decide(const char *login, const Decision &decision);
    SubmittedDecision carried_out(const Uuid &id);
    Uuid fresh_id() { return make_uuid(clock_, random_); }
    Refund refund(const std::string &number)
    {
        return must(open_.ledger->reader().refunds().find(id<RefundNo>(number)));
    }
    Result<void> run_effects();

    template<typename T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s", to_line(result.error()).c_str());
        return std::move(*result);
    }
    template<typename T>
    static T id(const std::string &text)
    {
        return must(T::from_text(text));
    }
    static Money fen(std::int64_t minor) { return must(Money::from_minor(minor, *Currency::from_code("CNY"))); }
    static decision::RequestRefund request(const char *order, std::int64_t minor);

    SettableClock clock_{UtcTime(std::chrono::hours(24 * 20'001))};
    sim::SeededRandom random_{3};
    std::unique_ptr<RightsStore> store_;
    OpenStore open_;
    Changes changes_;
    std::map<std::string, std::unique_ptr<DeskGate>> gates_;
};

void RightsFlowTest::initTestCase()
{
    store_ = std::make_unique<RightsStore>();
    store_->query(QStringLiteral("INSERT INTO ledger.station VALUES ('S', 'North', 'Asia/Shanghai')"));
    store_->query(QStringLiteral("INSERT INTO ledger.member VALUES ('M-1', NULL, 'CNY', 1)"));
    store_->query(QStringLiteral("INSERT INTO ledger.member_person VALUES ('M-1', 'Li', '138')"));
    store_->query(QStringLiteral(
        "INSERT INTO ledger.charging_order SELECT 'O-' || n, 'CP-1', 1, 'S', 'M-1', '', n, 'PAYED', 'ONLINE', NULL, "
        "'FINAL', "
        "'', 0, 'CNY', 100000, 100000, 0, 0, 0, 0, 1, 1, 1, 2, '', '', NULL, 1 FROM generate_series(1, 9) n"));
    store_->query(
        QStringLiteral("INSERT INTO ledger.orders VALUES ('G-1', 'FULFILLED', 'M-1', 'CNY', 12000, 0, '', 1, 1)"));
    store_->query(QStringLiteral(
        "INSERT INTO ledger.order_item VALUES ('G-1', 'L1', 1, 'GOODS', 'W', 'Wallbox', 3, 12000, 0, 0, 12000)"));
    store_->query(QStringLiteral(
        "INSERT INTO ledger.order_item_unit SELECT 'G-1', 'L1', n, 4000, 'NONE', 0 FROM generate_series(1, 3) n"));
    store_->query(
        QStringLiteral("INSERT INTO ledger.payment_order VALUES ('P-1', 'G-1', 'STRIPE', 'pi_1', 'CNY', 12000, 1)"));
    store_->query(
        QStringLiteral("INSERT INTO ledger.shipment SELECT 'S-' || n, 'G-1', '', 'LOST', 'ORDER', 'EASYPOST', 'ext' "
                       "|| n, "
                       "'1Z' || n, '', 'CNY', 9000, 'NONE', 1, 1 FROM generate_series(1, 2) n"));
    store_->query(QStringLiteral(
        "INSERT INTO ledger.shipment_item SELECT 'S-' || n, 'G-1', 'L1', 1 FROM generate_series(1, 2) n"));
    store_->query(QStringLiteral("INSERT INTO ledger.approval_rule VALUES (50000, 2)"));
    open_ = must(open_shared_store(store_->location(QStringLiteral("robot")), SharedRole::Daemon));
}

DeskGate &RightsFlowTest::gate(const char *login)
{
    auto &gate = gates_[login];
    if (!gate)
        gate = must(open_desk_gate(store_->location(QLatin1String(login))));
    return *gate;
}

SubmittedDecision RightsFlowTest::carried_out(const Uuid &id)
{
    Work work{*open_.ledger, *open_.telemetry, clock_, random_, changes_};
    must(carry_out_decisions(work, "test", 10));
    auto row = must(open_.ledger->reader().decisions().find(id));
    if (!row || !row->done_at)
        qFatal("a decision was not carried out");
    return std::move(*row);
}

SubmittedDecision RightsFlowTest::decide(const char *login, const Decision &decision)
{
    const Uuid id = fresh_id();
    const auto handed_in = gate(login).submit(id, verb_of(decision), subject_of(decision), arguments_of(decision));
    if (!handed_in)
        qFatal("%s", to_line(handed_in.error()).c_str());
    return carried_out(id);
}

Result<void> RightsFlowTest::run_effects()
{
    Work work{*open_.ledger, *open_.telemetry, clock_, random_, changes_};
    return run_ledger_effects(work).map([](int) {});
}

decision::RequestRefund RightsFlowTest::request(const char *order, std::int64_t minor)
{
    decision::RequestRefund made;
    made.draft.order_no = id<OrderNo>(order);
    made.draft.amount = fen(minor);
    made.draft.basis = "as seen";
    return made;
}

#define COMPARE_DONE(row)                                                                                              \
    do {                                                                                                               \
        const SubmittedDecision compared = (row);                                                                      \
        QVERIFY2(compared.refusal_code.empty(), (compared.refusal_code + " " + compared.refusal_detail).c_str());      \
    } while (false)

void RightsFlowTest::one_grants_alone()
{
    const SubmittedDecision row = decide("ben", request("O-1", 2000));
    COMPARE_DONE(row);
    QCOMPARE(refund(row.outcome).approval, ApprovalState::Approved);
    QVERIFY(run_effects());
    QCOMPARE(refund(row.outcome).status, RefundStatus::Success);
    // Above his limit of one order in all it waits.
    const SubmittedDecision more = decide("ben", request("O-1", 4000));
    COMPARE_DONE(more);
    QCOMPARE(refund(more.outcome).approval, ApprovalState::Waiting);
}

void RightsFlowTest::another_approves()
{
    const SubmittedDecision asked = decide("ann", request("O-2", 3000));
    COMPARE_DONE(asked);
    QCOMPARE(refund(asked.outcome).approval, ApprovalState::Waiting);
    const Uuid vote = fresh_id();
    QVERIFY(gate("sue").approve_refund(vote, id<RefundNo>(asked.outcome), fen(3000)));
    COMPARE_DONE(carried_out(vote));
    QVERIFY(run_effects());
    QCOMPARE(refund(asked.outcome).status, RefundStatus::Success);
    QCOMPARE(refund(asked.outcome).approved_by.text(), std::string("sue"));
}

void RightsFlowTest::two_approve()
{
    const SubmittedDecision asked = decide("ann", request("O-3", 60'000));
    COMPARE_DONE(asked);
    const Uuid first = fresh_id();
    QVERIFY(gate("sue").approve_refund(first, id<RefundNo>(asked.outcome), fen(60'000)));
    COMPARE_DONE(carried_out(first));
    QCOMPARE(refund(asked.outcome).approval, ApprovalState::Waiting);
    const Uuid second = fresh_id();
    QVERIFY(gate("tom").approve_refund(second, id<RefundNo>(asked.outcome), fen(60'000)));
    COMPARE_DONE(carried_out(second));
    QCOMPARE(refund(asked.outcome).approval, ApprovalState::Approved);
}

void RightsFlowTest::a_request_goes_back()
{
    const SubmittedDecision asked = decide("ann", request("O-4", 3000));
    COMPARE_DONE(asked);
    COMPARE_DONE(decide("sue", decision::SendBackRefund{id<RefundNo>(asked.outcome), "why?"}));
    QCOMPARE(refund(asked.outcome).approval, ApprovalState::SentBack);
}

void RightsFlowTest::goods_are_refunded()
{
    decision::RequestGoodsRefund made;
    made.draft.order_no = id<OrderNo>("G-1");
    made.draft.lines = {{id<OrderItemId>("L1"), 1}};
    made.draft.amount = fen(1000);
    made.draft.reason_code = ReasonCode::Damaged;
    const SubmittedDecision alone = decide("ben", made);
    COMPARE_DONE(alone);
    QCOMPARE(refund(alone.outcome).approval, ApprovalState::Approved);
    const SubmittedDecision asked = decide("ann", made);
    COMPARE_DONE(asked);
    const Uuid vote = fresh_id();
    QVERIFY(gate("sue").approve_refund(vote, id<RefundNo>(asked.outcome), fen(1000)));
    COMPARE_DONE(carried_out(vote));
    QCOMPARE(refund(asked.outcome).approval, ApprovalState::Approved);
}

void RightsFlowTest::a_claim_promises_and_pays()
{
    decision::OpenClaim made;
    made.draft.shipment_no = id<ShipmentNo>("S-1");
    made.draft.type = ClaimType::Loss;
    made.draft.amount = fen(3000);
    made.draft.up_to = fen(900);
    made.draft.description = "lost";
    made.draft.evidence = {{"note.txt", "text/plain", "never arrived"}};
    const SubmittedDecision alone = decide("ben", made);
    COMPARE_DONE(alone);
    auto claim = must(open_.ledger->reader().claims().find(id<ClaimNo>(alone.outcome)));
    QCOMPARE(claim.approval, ApprovalState::Approved);
    made.draft.shipment_no = id<ShipmentNo>("S-2");
    const SubmittedDecision asked = decide("ann", made);
    COMPARE_DONE(asked);
    const Uuid vote = fresh_id();
    QVERIFY(gate("sue").approve_claim(vote, id<ClaimNo>(asked.outcome), fen(900)));
    COMPARE_DONE(carried_out(vote));
    // The carrier pays: the system refunds what was promised, on the promise's approval.
    Work work{*open_.ledger, *open_.telemetry, clock_, random_, changes_};
    auto unit = must(open_.ledger->begin());
    claim.approved = fen(800);
    const auto paid = pay_claim(*unit, work, claim).and_then([&] { return unit->commit(); });
    QVERIFY2(paid.has_value(), paid ? "" : to_line(paid.error()).c_str());
    const auto refunds = must(open_.ledger->reader().refunds().of_claim(claim.claim_no));
    QCOMPARE(refunds.size(), std::size_t{1});
    QCOMPARE(refunds.front().approved_by.text(), std::string("ben"));
    QCOMPARE(refunds.front().approval, ApprovalState::Approved);
}

void RightsFlowTest::a_batch_is_approved()
{
    decision::RequestBatch made;
    made.draft.orders = {id<OrderNo>("O-5"), id<OrderNo>("O-6")};
    made.draft.share = BatchShare::FixedAmount;
    made.draft.each = fen(1500);
    const SubmittedDecision asked = decide("ann", made);
    COMPARE_DONE(asked);
    const Uuid vote = fresh_id();
    QVERIFY(gate("sue").approve_batch(vote, id<BatchNo>(asked.outcome), fen(3000)));
    COMPARE_DONE(carried_out(vote));
    QVERIFY(run_effects());
    QVERIFY(run_effects());
    for (const RefundBatchRow &row : must(open_.ledger->reader().approvals().batch_rows(id<BatchNo>(asked.outcome))))
        QCOMPARE(refund(row.refund_no.text()).status, RefundStatus::Success);
}

void RightsFlowTest::a_batch_is_granted_alone()
{
    decision::RequestBatch made;
    made.draft.orders = {id<OrderNo>("O-7"), id<OrderNo>("O-8")};
    made.draft.share = BatchShare::FixedAmount;
    made.draft.each = fen(1000);
    const SubmittedDecision asked = decide("ben", made);
    COMPARE_DONE(asked);
    QCOMPARE(must(open_.ledger->reader().approvals().batch(id<BatchNo>(asked.outcome))).approval,
             ApprovalState::Approved);
    QVERIFY(run_effects());
    QVERIFY(run_effects());
    for (const RefundBatchRow &row : must(open_.ledger->reader().approvals().batch_rows(id<BatchNo>(asked.outcome))))
        QCOMPARE(refund(row.refund_no.text()).status, RefundStatus::Success);
}

void RightsFlowTest::an_administrator_changes_a_limit()
{
    const Uuid change = fresh_id();
    QVERIFY(gate("ada").set_operator_limit(change, id<OperatorName>("ann"), fen(700)));
    COMPARE_DONE(carried_out(change));
    QCOMPARE(
        store_
            ->query(QStringLiteral("SELECT actor_name FROM ledger.audit_log WHERE action = 'operator.set_limit' AND "
                                   "entity_id = 'ann'"))
            .trimmed(),
        QStringLiteral("ada"));
    const SubmittedDecision row = decide("ann", request("O-9", 700));
    COMPARE_DONE(row);
    QCOMPARE(refund(row.outcome).approval, ApprovalState::Approved);
}

void RightsFlowTest::books_and_chains_are_whole()
{
    QCOMPARE(store_->query(QStringLiteral("SELECT sum(balance_minor) FROM ledger.account")).trimmed(),
             QStringLiteral("0"));
    QCOMPARE(
        store_
            ->query(QStringLiteral("SELECT count(*) FROM ledger.decision WHERE done_at IS NULL OR refusal_code <> ''"))
            .trimmed(),
        QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(RightsFlowTest)
#include "rights_flow_test.moc"
