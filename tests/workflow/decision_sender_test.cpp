// SPDX-License-Identifier: GPL-3.0-or-later
// Handing in decisions to a store that is away, loses answers, or has no daemon: each is in once, and
// whoever asked learns what became of it.
#include <QTest>

#include "models/workflow/decision_sender.h"
#include "tests/support/engine_rig.h"
#include "tests/workflow/fake_shared_store.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

SenderTimes quick()
{
    SenderTimes times;
    times.patience = 400ms;
    times.first_retry = 5ms;
    times.longest_retry = 20ms;
    times.first_poll = 5ms;
    times.longest_poll = 10ms;
    times.no_daemon_after = 80ms;
    times.pending_after = 400ms;
    times.longest_command = 300ms;
    return times;
}

template<typename T>
Result<T> awaited(const Answered<T> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000) || future.resultCount() == 0)
        return fail(ErrorCode::Internal, "no result");
    return future.result();
}

Result<std::string> by_subject(const SubmittedDecision &decision)
{
    return decision.subject;
}

}  // namespace

class DecisionSenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        store_ = std::make_unique<FakeSharedStore>();
        lacks_.clear();
        start(quick());
    }
    void cleanup() { sender_.reset(); }

    void handed_in_carried_out_answered()
    {
        store_->set_daemon(by_subject);
        QCOMPARE(must(awaited(sender_->send(take("T1")))), std::string("T1"));
        const auto rows = store_->rows();
        QCOMPARE(rows.size(), std::size_t{1});
        const SubmittedDecision &row = rows.begin()->second;
        QCOMPARE(row.verb, DecisionVerb::TakeTicket);
        QCOMPARE(row.arguments, std::string(R"({"ticket_no":"T1","version":3})"));
        QCOMPARE(row.id.bytes()[6] >> 4, 7);
        QCOMPARE(store_->attempts().size(), std::size_t{1});
    }

    void a_lost_answer_is_asked_for_under_the_same_id()
    {
        store_->set_daemon(by_subject);
        store_->lose_answers(2);
        QCOMPARE(must(awaited(sender_->send(take("T1")))), std::string("T1"));
        const auto attempts = store_->attempts();
        QCOMPARE(attempts.size(), std::size_t{3});
        QCOMPARE(attempts[1].id, attempts[0].id);
        QCOMPARE(attempts[2].id, attempts[0].id);
        QCOMPARE(store_->rows().size(), std::size_t{1});
    }

    void waits_for_a_store_that_is_away_and_keeps_the_order()
    {
        store_->set_daemon(by_subject);
        store_->set_away(true);
        const auto first = sender_->send(take("T1"));
        const auto second = sender_->send(take("T2"));
        const auto third = sender_->send(take("T3"));
        QTRY_COMPARE(lacks_, QList{DecisionSender::Lack::Store});
        QVERIFY(!first.isFinished());
        store_->set_away(false);
        QCOMPARE(must(awaited(third)), std::string("T3"));
        QCOMPARE(must(awaited(first)), std::string("T1"));
        QCOMPARE(must(awaited(second)), std::string("T2"));
        QTRY_COMPARE(lacks_.last(), DecisionSender::Lack::Nothing);
        // Version 7 ids are as old as they were made.
        const auto attempts = store_->attempts();
        QCOMPARE(attempts.size(), std::size_t{3});
        QStringList order;
        for (const auto &attempt : attempts)
            order << QString::fromStdString(store_->rows().at(attempt.id).subject);
        QCOMPARE(order, (QStringList{QStringLiteral("T1"), QStringLiteral("T2"), QStringLiteral("T3")}));
    }

    void patience_ends()
    {
        store_->set_daemon(by_subject);
        store_->set_away(true);
        QCOMPARE(awaited(sender_->send(take("T1"))).error().code, ErrorCode::StoreUnreachable);
        store_->set_away(false);
        QCOMPARE(must(awaited(sender_->send(take("T2")))), std::string("T2"));
        QCOMPARE(store_->rows().size(), std::size_t{1});
    }

    void an_outage_while_it_waits_for_its_daemon()
    {
        const auto future = sender_->send(take("T1"));
        QTRY_COMPARE(store_->rows().size(), std::size_t{1});
        store_->set_away(true);
        QTRY_VERIFY(lacks_.contains(DecisionSender::Lack::Store));
        store_->set_daemon(by_subject);
        store_->set_away(false);
        QCOMPARE(must(awaited(future)), std::string("T1"));
        QCOMPARE(store_->attempts().size(), std::size_t{1});
    }

    void a_server_that_took_over_without_it_gets_it_again()
    {
        const auto future = sender_->send(take("T1"));
        QTRY_COMPARE(store_->rows().size(), std::size_t{1});
        store_->forget_all();
        QTRY_COMPARE(store_->rows().size(), std::size_t{1});
        store_->set_daemon(by_subject);
        QCOMPARE(must(awaited(future)), std::string("T1"));
        const auto attempts = store_->attempts();
        QVERIFY(attempts.size() >= 2);
        QCOMPARE(attempts.back().id, attempts.front().id);
    }

    void the_gates_refusal_is_final()
    {
        store_->refuse(Error{ErrorCode::OperatorNotPermitted, "ann is agent"});
        QCOMPARE(awaited(sender_->send(take("T1"))).error(), (Error{ErrorCode::OperatorNotPermitted, "ann is agent"}));
        QCOMPARE(store_->attempts().size(), std::size_t{1});
        QVERIFY(store_->rows().empty());
    }

    void the_daemons_refusal_comes_with_its_code()
    {
        store_->set_daemon(
            [](const SubmittedDecision &) -> Result<std::string> { return fail(ErrorCode::StoreConflict, "T1"); });
        QCOMPARE(awaited(sender_->send(take("T1"))).error(), (Error{ErrorCode::StoreConflict, "T1"}));
    }

    void without_a_daemon_it_is_said_and_then_pending()
    {
        const auto late = sender_->send(take("T1"));
        QTRY_COMPARE(lacks_, QList{DecisionSender::Lack::Daemon});
        QVERIFY(!late.isFinished());
        store_->set_daemon(by_subject);
        QCOMPARE(must(awaited(late)), std::string("T1"));
        QTRY_COMPARE(lacks_.last(), DecisionSender::Lack::Nothing);

        store_->set_daemon({});
        const Result<std::string> never = awaited(sender_->send(take("T2")));
        QCOMPARE(never.error().code, ErrorCode::DecisionPending);
        const auto rows = store_->rows();
        QVERIFY(rows.contains(must(Uuid::from_text(never.error().detail))));
        QCOMPARE(rows.size(), std::size_t{2});
    }

    void a_command_answers_when_the_charge_point_did()
    {
        Effect effect;
        effect.id = an_id(7);
        store_->put_effect(effect);
        store_->set_daemon([&](const SubmittedDecision &) -> Result<std::string> { return effect.id.to_text(); });
        const auto stopped = sender_->send(decision::StopCharging{an<OrderNo>("C1")});
        QTest::qWait(60);
        QVERIFY(!stopped.isFinished());
        effect.done_at = UtcTime{};
        store_->put_effect(effect);
        QCOMPARE(must(awaited(stopped)), effect.id.to_text());

        effect.last_error = "command.rejected: the connector is locked";
        store_->put_effect(effect);
        QCOMPARE(awaited(sender_->send(decision::StopCharging{an<OrderNo>("C1")})).error(),
                 (Error{ErrorCode::CommandRejected, "the connector is locked"}));

        effect.done_at.reset();
        effect.last_error.clear();
        store_->put_effect(effect);
        QCOMPARE(awaited(sender_->send(decision::StopCharging{an<OrderNo>("C1")})).error().code,
                 ErrorCode::CommandTimeout);
    }

    void approvals_and_people_have_functions_of_their_own()
    {
        store_->set_daemon(by_subject);
        QCOMPARE(must(awaited(sender_->send(decision::ApproveRefund{an<RefundNo>("R1"), EngineRig::yuan("12.00")}))),
                 std::string("R1"));
        must(awaited(sender_->send(decision::ApproveClaim{an<ClaimNo>("K1"), EngineRig::yuan("5.00")})));
        must(awaited(sender_->send(decision::ApproveBatch{an<BatchNo>("B1"), EngineRig::yuan("9.00")})));
        must(awaited(sender_->send(decision::DisableOperator{an<OperatorName>("ben")})));
        Operator person;
        person.name = an<OperatorName>("nina");
        QCOMPARE(awaited(sender_->send(decision::AddOperator{person})).error().code, ErrorCode::InputInvalid);
        QCOMPARE(awaited(sender_->add_operator(person, "short")).error().code, ErrorCode::InputInvalid);
        store_->lose_answers(1);
        must(awaited(sender_->add_operator(person, "long enough")));
        const auto attempts = store_->attempts();
        QCOMPARE(attempts[0].what, std::string("approve_refund R1 12.00"));
        QCOMPARE(attempts[1].what, std::string("approve_claim K1 5.00"));
        QCOMPARE(attempts[2].what, std::string("approve_batch B1 9.00"));
        QCOMPARE(attempts[3].what, std::string("disable_operator ben"));
        // With the same verifier both times: else it would be another decision.
        QCOMPARE(attempts.size(), std::size_t{6});
        QVERIFY(store_->rows().at(attempts[5].id).arguments.starts_with("SCRAM-SHA-256$4096:"));
    }

    void what_is_no_decision_is_asked_once()
    {
        QCOMPARE(must(awaited(sender_->ask([](DeskGate &gate) { return gate.feed_token(); }))), std::string("token"));
        sender_->stop();
        QCOMPARE(awaited(sender_->ask([](DeskGate &gate) { return gate.feed_token(); })).error().code,
                 ErrorCode::Cancelled);
    }

    void closing_cancels_what_waits_and_what_was_handed_in_stands()
    {
        const auto in = sender_->send(take("T1"));
        QTRY_COMPARE(store_->rows().size(), std::size_t{1});
        store_->set_away(true);
        const auto not_in = sender_->send(take("T2"));
        sender_.reset();
        QVERIFY(in.isFinished());
        QVERIFY(not_in.isFinished());
        QCOMPARE(in.result().error().code, ErrorCode::Cancelled);
        QCOMPARE(not_in.result().error().code, ErrorCode::Cancelled);
        QCOMPARE(store_->rows().size(), std::size_t{1});
    }

    void a_line_that_cannot_be_opened_is_said_at_the_start()
    {
        DecisionSender other(clock_, random_, quick());
        QCOMPARE(other.start([] { return Result<std::unique_ptr<DecisionLine>>(fail(ErrorCode::StoreWrongKey)); })
                     .error()
                     .code,
                 ErrorCode::StoreWrongKey);
        QCOMPARE(awaited(other.send(take("T1"))).error().code, ErrorCode::Cancelled);
    }

private:
    void start(const SenderTimes &times)
    {
        sender_ = std::make_unique<DecisionSender>(clock_, random_, times);
        connect(sender_.get(), &DecisionSender::lacks, this,
                [this](DecisionSender::Lack lack) { lacks_.push_back(lack); });
        must(sender_->start([this] { return Result<std::unique_ptr<DecisionLine>>(store_->line()); }));
    }
    static Decision take(const std::string &ticket) { return decision::TakeTicket{an<TicketNo>(ticket), 3}; }
    static Uuid an_id(std::uint8_t n)
    {
        std::array<std::uint8_t, 16> bytes{};
        bytes[15] = n;
        return Uuid(bytes);
    }

    SettableClock clock_{UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25}}};
    sim::SeededRandom random_{1};
    std::unique_ptr<FakeSharedStore> store_;
    std::unique_ptr<DecisionSender> sender_;
    QList<DecisionSender::Lack> lacks_;
};

QTEST_GUILESS_MAIN(DecisionSenderTest)
#include "decision_sender_test.moc"
