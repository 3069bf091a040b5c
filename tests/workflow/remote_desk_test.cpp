// SPDX-License-Identifier: GPL-3.0-or-later
// Desks without an engine beside a real PostgreSQL, each under its own login, and a daemon under a
// worker's that carries out what they decide.
#include <QTest>

#include "tests/support/shared_stage.h"

using namespace aftercharge;
using namespace std::chrono_literals;

class RemoteDeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        stage_ = std::make_unique<SharedStage>();
        stage_->start_daemon();
        order_ = stage_->settled_session(30'000);
        running_ = stage_->running_session();
        ann_ = std::make_unique<StagedDesk>(*stage_, "ann");
        ben_ = std::make_unique<StagedDesk>(*stage_, "ben");
        sue_ = std::make_unique<StagedDesk>(*stage_, "sue");
        tom_ = std::make_unique<StagedDesk>(*stage_, "tom");
    }
    void cleanupTestCase()
    {
        QVERIFY(must(awaited(sue_->desk.verify_audit())).intact);
        QCOMPARE(must(awaited(sue_->desk.ledger_sum())).minor(), 0);
        tom_.reset();
        sue_.reset();
        ben_.reset();
        ann_.reset();
        stage_.reset();
    }

    void reads_what_is_there()
    {
        QCOMPARE(must(awaited(ann_->desk.network())).name, std::string("Test"));
        QCOMPARE(must(awaited(ann_->desk.operators())).size(), std::size_t{7});
        QCOMPARE(must(awaited(ann_->desk.charge_points())).size(), std::size_t{2});
        QCOMPARE(must(awaited(ann_->desk.explain_order(order_))).order.fee, SharedStage::yuan("30.00"));
        QCOMPARE(must(awaited(ann_->goods.goods_orders({}))).rows.size(), std::size_t{0});
        QCOMPARE(must(awaited(ann_->approvals.approvals_needed(SharedStage::yuan("5.00")))), 1);
        auto sessions = must(awaited(ann_->desk.sessions()));
        QCOMPARE(sessions.size(), std::size_t{2});
        std::sort(sessions.begin(), sessions.end(), [](const SessionView &one, const SessionView &other) {
            return one.connector.charge_point_id < other.connector.charge_point_id;
        });
        QCOMPARE(sessions[0].order_no, order_);
        QCOMPARE(sessions[0].fee, SharedStage::yuan("30.00"));
        QVERIFY(sessions[0].stopped_at);
        QCOMPARE(sessions[1].order_no, running_);
        QCOMPARE(sessions[1].state, OrderState::Charging);
        QCOMPARE(sessions[1].energy, EnergyWh{3'000});
        QCOMPARE(sessions[1].power, PowerW{20'000});
        QCOMPARE(sessions[1].fee, SharedStage::yuan("3.00"));
        QCOMPARE(sessions[1].health, 0U);
    }

    void a_ticket_from_its_opening_to_its_note()
    {
        const Ticket opened = must(awaited(ann_->desk.open_ticket(complaint("charged too much"))));
        QCOMPARE(opened.order_no, order_);
        const Ticket taken = must(awaited(ann_->desk.take_ticket(opened.ticket_no, opened.version)));
        QCOMPARE(taken.assigned_to, an<OperatorName>("ann"));
        // Ben saw it before that.
        QCOMPARE(awaited(ben_->desk.take_ticket(opened.ticket_no, opened.version)).error().code,
                 ErrorCode::StoreConflict);
        const Ticket noted = must(awaited(ann_->desk.note_on_ticket(taken.ticket_no, taken.version, "looked at it")));
        QVERIFY(noted.version > taken.version);
        const TicketDossier dossier = must(awaited(ben_->desk.ticket(taken.ticket_no)));
        QCOMPARE(dossier.ticket, noted);
        QCOMPARE(must(awaited(ann_->desk.ticket_counts())).mine, 1);
        QCOMPARE(must(awaited(ben_->desk.ticket_counts())).mine, 0);
        // Who acted is the login, whatever stood in the draft.
        const auto audit = must(awaited(sue_->desk.audit({}, opened.ticket_no.text())));
        QVERIFY(!audit.rows.empty());
        for (const AuditEntry &entry : audit.rows)
            QCOMPARE(entry.actor.name, std::string("ann"));
    }

    void refunds_within_and_above_the_limit()
    {
        const Refund within = must(awaited(ben_->desk.request_refund(draft("4.00"))));
        QCOMPARE(within.approval, ApprovalState::Approved);
        QCOMPARE(within.approved_by, an<OperatorName>("ben"));

        const Refund above = must(awaited(ben_->desk.request_refund(draft("6.00"))));
        QCOMPARE(above.approval, ApprovalState::Waiting);
        QCOMPARE(awaited(ann_->desk.approve_refund(above.refund_no, above.amount)).error().code,
                 ErrorCode::OperatorNotPermitted);
        QCOMPARE(awaited(ben_->desk.approve_refund(above.refund_no, above.amount)).error().code,
                 ErrorCode::RefundOwnRequest);
        QCOMPARE(awaited(sue_->desk.approve_refund(above.refund_no, SharedStage::yuan("5.00"))).error().code,
                 ErrorCode::RefundChanged);
        const Refund approved = must(awaited(sue_->desk.approve_refund(above.refund_no, above.amount)));
        QCOMPARE(approved.approval, ApprovalState::Approved);
        QCOMPARE(approved.approved_by, an<OperatorName>("sue"));
        QCOMPARE(awaited(tom_->desk.approve_refund(above.refund_no, above.amount)).error().code,
                 ErrorCode::RefundAlreadyDecided);
        QTRY_COMPARE(must(awaited(ann_->desk.explain_order(order_))).order.refunded, SharedStage::yuan("10.00"));

        const Refund third = must(awaited(ann_->desk.request_refund(draft("2.00"))));
        QCOMPARE(third.approval, ApprovalState::Waiting);
        const Refund back = must(awaited(tom_->desk.send_back_refund(third.refund_no, "no proof")));
        QCOMPARE(back.approval, ApprovalState::SentBack);
        // A workflow's refusal, from the daemon.
        QCOMPARE(awaited(ann_->desk.request_refund(draft("99.00"))).error().code, ErrorCode::RefundExceedsPaid);
    }

    void a_batch_and_its_approval()
    {
        BatchDraft batch;
        batch.orders = {order_};
        batch.share = BatchShare::FixedAmount;
        batch.each = SharedStage::yuan("1.00");
        batch.reason_code = ReasonCode::Goodwill;
        batch.note = "an outage";
        const RefundBatch asked = must(awaited(ann_->approvals.request_batch(batch)));
        QCOMPARE(asked.approval, ApprovalState::Waiting);
        QCOMPARE(asked.total, SharedStage::yuan("1.00"));
        const RefundBatch approved = must(awaited(sue_->approvals.approve_batch(asked.batch_no, asked.total)));
        QCOMPARE(approved.approval, ApprovalState::Approved);
        QTRY_COMPARE_WITH_TIMEOUT(must(awaited(ann_->desk.explain_order(order_))).order.refunded,
                                  SharedStage::yuan("11.00"), 10'000);
    }

    void a_command_answers_with_the_charge_points_word()
    {
        stage_->set_command_reply(fail(ErrorCode::CommandRejected, "busy"));
        QCOMPARE(awaited(ann_->desk.stop_charging(running_)).error(), (Error{ErrorCode::CommandRejected, "busy"}));
        stage_->set_command_reply({});
        must(awaited(ann_->desk.unlock_connector({an<ChargePointId>("CP-1"), 1})));
        QCOMPARE(awaited(ann_->desk.stop_charging(order_)).error().code, ErrorCode::OrderNotRunning);
    }

    void presence_of_colleagues()
    {
        QVERIFY(must(awaited(ann_->presence.note_presence("T1", Doing::Looking))).empty());
        const auto seen = must(awaited(ben_->presence.note_presence("T1", Doing::Replying)));
        QCOMPARE(seen.size(), std::size_t{1});
        QCOMPARE(seen[0].login, an<OperatorName>("ann"));
        must(awaited(ann_->presence.leave("T1")));
        QVERIFY(must(awaited(ben_->presence.note_presence("T1", Doing::Replying))).empty());
        const MoneyLease lease = must(awaited(ann_->presence.take_money_lease(order_)));
        QCOMPARE(lease.login, an<OperatorName>("ann"));
        QCOMPARE(awaited(ben_->presence.take_money_lease(order_)).error().code, ErrorCode::LeaseHeld);
        must(awaited(ann_->presence.drop_money_lease(order_)));
        must(awaited(ben_->presence.take_money_lease(order_)));
    }

    void it_acts_as_its_login()
    {
        ann_->desk.set_operator(an<OperatorName>("sue"));
        QCOMPARE(ann_->desk.who(), an<OperatorName>("ann"));
        QCOMPARE(awaited(ann_->desk.open_ticket(complaint("as somebody else"))).error().code,
                 ErrorCode::OperatorNotPermitted);
        QCOMPARE(awaited(ann_->goods.reconcile("2026-11-24")).error().code, ErrorCode::OperatorNotPermitted);
        ann_->desk.set_operator(an<OperatorName>("ann"));
        must(awaited(ann_->desk.open_ticket(complaint("as myself"))));
    }

    void people()
    {
        StagedDesk ada(*stage_, "ada");
        QVERIFY(ada.desk.has_logins());
        Operator nina;
        nina.name = an<OperatorName>("nina");
        nina.display_name = "Nina";
        nina.role = Role::Agent;
        QCOMPARE(awaited(ada.desk.add_operator(nina)).error().code, ErrorCode::InputInvalid);
        must(awaited(ada.desk.add_operator_with_password(nina, SharedStage::password())));
        const Operator limited = must(awaited(ada.desk.set_operator_limit(nina.name, SharedStage::yuan("3.00"))));
        QCOMPARE(limited.approval_limit, SharedStage::yuan("3.00"));
        {
            StagedDesk hers(*stage_, "nina");
            must(awaited(hers.desk.open_ticket(complaint("from a new colleague"))));
        }
        must(awaited(ada.desk.set_operator_password(nina.name, "something else")));
        QVERIFY(must(awaited(ada.desk.disable_operator(nina.name))).disabled);
        QCOMPARE(awaited(sue_->desk.add_operator_with_password(nina, SharedStage::password())).error().code,
                 ErrorCode::OperatorNotPermitted);
        // Each is in the audit log, under her name who decided it.
        QStringList actions;
        for (const AuditEntry &entry : must(awaited(ada.desk.audit({}, "nina"))).rows) {
            if (entry.entity == "operator") {
                QCOMPARE(entry.actor.name, std::string("ada"));
                actions << QString::fromStdString(entry.action);
            }
        }
        std::reverse(actions.begin(), actions.end());
        QCOMPARE(actions, (QStringList{QStringLiteral("operator.add"), QStringLiteral("operator.set_limit"),
                                       QStringLiteral("operator.disable")}));
    }

    void without_a_daemon_it_waits_and_is_done_when_one_is_back()
    {
        SenderTimes times;
        times.no_daemon_after = 300ms;
        times.pending_after = 1'000ms;
        StagedDesk impatient(*stage_, "ann", times);
        QList<DecisionSender::Lack> lacks;
        connect(&impatient.sender, &DecisionSender::lacks, this,
                [&](DecisionSender::Lack lack) { lacks.push_back(lack); });
        stage_->stop_daemon();
        const auto patient = tom_->desk.open_ticket(complaint("nobody is there"));
        const auto pending = awaited(impatient.desk.open_ticket(complaint("once only")));
        QCOMPARE(pending.error().code, ErrorCode::DecisionPending);
        QVERIFY(lacks.contains(DecisionSender::Lack::Daemon));
        stage_->start_daemon();
        const Ticket ticket = must(awaited(patient));
        QTRY_COMPARE_WITH_TIMEOUT(count_of(ticket.ticket_no, "FEE: once only"), 1, 10'000);
    }

    void a_server_that_restarts_is_lived_through()
    {
        must(awaited(ben_->desk.network()));
        must(stage_->server().kill());
        const auto future = ben_->desk.open_ticket(complaint("through the outage"));
        QTest::qWait(300);
        QVERIFY(!future.isFinished());
        must(stage_->server().restart());
        const Ticket ticket = must(awaited(future));
        QCOMPARE(count_of(ticket.ticket_no, "FEE: through the outage"), 1);
    }

private:
    TicketDraft complaint(const std::string &text) const
    {
        TicketDraft made;
        made.kind = TicketKind::ChargingComplaint;
        made.order_no = order_;
        made.reason = "FEE";
        made.text = text;
        made.actor = {Source::Admin, "somebody"};
        return made;
    }
    RefundDraft draft(const std::string &amount) const
    {
        RefundDraft made;
        made.order_no = order_;
        made.amount = SharedStage::yuan(amount);
        made.reason_code = ReasonCode::Goodwill;
        made.note = "as agreed";
        made.requested_by = an<OperatorName>("sue");
        return made;
    }
    int count_of(const TicketNo &ticket_no, const std::string &text)
    {
        const auto entries = must(awaited(sue_->desk.ticket(ticket_no))).entries;
        return static_cast<int>(std::count_if(entries.begin(), entries.end(),
                                              [&](const TicketEntry &entry) { return entry.text == text; }));
    }

    std::unique_ptr<SharedStage> stage_;
    OrderNo order_;
    OrderNo running_;
    std::unique_ptr<StagedDesk> ann_;
    std::unique_ptr<StagedDesk> ben_;
    std::unique_ptr<StagedDesk> sue_;
    std::unique_ptr<StagedDesk> tom_;
};

QTEST_GUILESS_MAIN(RemoteDeskTest)
#include "remote_desk_test.moc"
