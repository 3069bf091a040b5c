// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/workflow/command_charge_point.h"
#include "models/workflow/pass_commands.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using namespace aftercharge::chargepoint;

namespace {

const Actor ops{Source::Admin, "olga"};

}  // namespace

// What is asked of charge points: through the outbox, answered once, never done late.
class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
        rig_->add_operator("olga", Role::Ops);
    }

    void text_and_back_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"CP-1 RemoteStop 77", "CP-1 RemoteStop -1", "CP-1 RemoteStart 2 CARD-1", "CP-1 UnlockConnector 1",
              "CP-1 Reset Hard", "CP-1 Reset Soft", "CP-1 ChangeConfiguration MeterValueSampleInterval 15",
              "CP-1 ChangeConfiguration Greeting two words, or three", "CP-1 ChangeConfiguration Empty "})
            QTest::newRow(text) << QByteArray(text);
    }
    void text_and_back()
    {
        QFETCH(QByteArray, text);
        const AddressedCommand command = must(command_from_text(text.toStdString()));
        QCOMPARE(command.charge_point_id, an<ChargePointId>("CP-1"));
        QCOMPARE(command_to_text(command), text.toStdString());
    }

    void text_that_is_no_command()
    {
        for (const char *text : {"", "CP-1", "CP-1 RemoteStop", "CP-1 RemoteStop x", "CP-1 RemoteStop 7 7",
                                 "CP-1 RemoteStart 1", "CP-1 Reset", "CP-1 Reset Now", "CP-1 Explode 1",
                                 " RemoteStop 77", "CP-1  RemoteStop 77", "CP-1 ChangeConfiguration key"})
            QCOMPARE(command_from_text(text).error().code, ErrorCode::InputInvalid);
    }

    void through_the_outbox_to_the_charge_point_and_its_answer_back()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        const Uuid command = must(rig_->run([&](Work &work) { return request_stop(work, order_no, ops); }));
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{1});
        QCOMPARE(std::get<RemoteStop>(rig_->gateway.sent[0].command).transaction_id, id);
        QVERIFY(!effect(command).done_at);
        QCOMPARE(effect(command).actor, ops);
        rig_->clock.advance(1s);
        rig_->gateway.sent[0].done({});
        QCOMPARE(*effect(command).done_at, rig_->clock.now());
        QVERIFY(effect(command).last_error.empty());
        rig_->engine().tick();
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{1});
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 0);
        QCOMPARE(must(rig_->ledger().audit().page({}, "charge_point.command")).rows.size(), std::size_t{1});
        QCOMPARE(must(rig_->ledger().orders().log(order_no)).back().event, std::string("STOP_REQUESTED"));
        // A person's stop is told by the person.
        QCOMPARE(rig_->told.count(NoticeKind::StopRequested), 0);
    }

    void the_answer_reaches_who_asked_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("refused") << static_cast<int>(ErrorCode::CommandRejected);
        QTest::newRow("no answer") << static_cast<int>(ErrorCode::CommandTimeout);
        QTest::newRow("not connected") << static_cast<int>(ErrorCode::ChargePointOffline);
    }
    void the_answer_reaches_who_asked()
    {
        QFETCH(int, code);
        const auto error = static_cast<ErrorCode>(code);
        std::vector<Result<void>> heard;
        std::optional<Uuid> command;
        rig_->engine().run_command(
            [&](Work &work) {
                auto id = request_reset(work, an<ChargePointId>("CP-1"), true, ops);
                command = must(id);
                return id;
            },
            [&](const Result<void> &answer) { heard.push_back(answer); });
        QVERIFY(heard.empty());
        rig_->gateway.sent[0].done(fail(error, "Rejected"));
        QCOMPARE(heard.size(), std::size_t{1});
        QCOMPARE(heard[0].error().code, error);
        QCOMPARE(effect(*command).last_error, to_line({error, "Rejected"}));
        QVERIFY(effect(*command).done_at);
        rig_->clock.advance(200s);
        rig_->engine().tick();
        QCOMPARE(heard.size(), std::size_t{1});
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{1});
    }

    void a_command_that_is_refused_before_it_is_sent_answers_at_once()
    {
        std::vector<Result<void>> heard;
        rig_->engine().run_command(
            [](Work &work) { return request_reset(work, an<ChargePointId>("CP-9"), false, ops); },
            [&](const Result<void> &answer) { heard.push_back(answer); });
        QCOMPARE(heard.size(), std::size_t{1});
        QCOMPARE(heard[0].error().code, ErrorCode::ChargePointNotFound);
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 0);
    }

    void without_the_socket_it_waits_for_the_process_that_has_it()
    {
        rig_->engine().set_gateway(nullptr, {});
        std::vector<Result<void>> heard;
        rig_->engine().run_command(
            [](Work &work) {
                return request_unlock(work, {an<ChargePointId>("CP-1"), 1}, ops);
            },
            [&](const Result<void> &answer) { heard.push_back(answer); });
        rig_->engine().tick();
        QCOMPARE(must(rig_->ledger().outbox().waiting()), 1);
        QVERIFY(heard.empty());
        // The other process: its answer stands in the outbox.
        FakeChargePointGateway other;
        must(pass_commands(rig_->engine().work(), other, [&](Uuid id, Result<void> answer) {
            must(finish_command(rig_->engine().work(), id, answer));
        }));
        other.sent.at(0).done(fail(ErrorCode::CommandRejected, "UnlockFailed"));
        rig_->engine().tick();
        QCOMPARE(heard.size(), std::size_t{1});
        QCOMPARE(heard[0].error().code, ErrorCode::CommandRejected);
    }

    void a_command_that_nobody_passed_on_in_time_expires()
    {
        rig_->engine().set_gateway(nullptr, {});
        const Uuid command = must(
            rig_->run([](Work &work) { return request_reset(work, an<ChargePointId>("CP-1"), false, ops); }));
        rig_->clock.advance(61s);
        rig_->restart();
        rig_->engine().tick();
        QVERIFY(rig_->gateway.sent.empty());
        QVERIFY(effect(command).done_at);
        QVERIFY(effect(command).last_error.starts_with("command.timeout"));
    }

    void a_crash_with_a_command_under_way_does_not_send_it_twice()
    {
        const Uuid command = must(
            rig_->run([](Work &work) { return request_reset(work, an<ChargePointId>("CP-1"), false, ops); }));
        QCOMPARE(rig_->gateway.sent.size(), std::size_t{1});
        rig_->restart();
        for (int i = 0; i < 20; ++i) {
            rig_->clock.advance(10s);
            rig_->engine().tick();
        }
        QVERIFY(rig_->gateway.sent.empty());
        QVERIFY(effect(command).last_error.starts_with("command.timeout"));
    }

    void who_may_not_ask()
    {
        rig_->add_operator("wilma", Role::Worker);
        const OrderNo order_no = rig_->order("CP-1", rig_->start("CP-1", 1, "CARD-1", 0).transaction_id).order_no;
        for (const char *name : {"wilma", "zoe"}) {
            const Actor actor{Source::Admin, name};
            QVERIFY(!rig_->run([&](Work &work) { return request_stop(work, order_no, actor); }));
            QVERIFY(
                !rig_->run([&](Work &work) { return request_reset(work, an<ChargePointId>("CP-1"), true, actor); }));
        }
        QVERIFY(!rig_->order(order_no).stop_requested_at);
        QVERIFY(rig_->gateway.sent.empty());
    }

    void what_cannot_be_asked()
    {
        const auto start = [&](int connector, const std::string &member) {
            const ConnectorId place{an<ChargePointId>("CP-1"), connector};
            return rig_->run([&](Work &work) { return request_start(work, place, an<MemberId>(member), ops); });
        };
        QCOMPARE(start(3, "M-1").error().code, ErrorCode::ConnectorNotFound);
        QCOMPARE(start(0, "M-1").error().code, ErrorCode::ConnectorNotFound);
        QCOMPARE(start(1, "M-9").error().code, ErrorCode::MemberNotFound);
        rig_->add_member("M-2", "CARD-2");
        QCOMPARE(start(1, "M-2").error().code, ErrorCode::MemberNothingAvailable);
        QVERIFY(start(1, "M-1"));
        QCOMPARE(std::get<RemoteStart>(rig_->gateway.sent.back().command).id_tag, std::string("CARD-1"));
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        QCOMPARE(start(1, "M-1").error().code, ErrorCode::ConnectorBusy);
        const OrderNo order_no = rig_->order("CP-1", id).order_no;
        rig_->clock.advance(1min);
        rig_->stop("CP-1", id, 100);
        QCOMPARE(rig_->run([&](Work &work) { return request_stop(work, order_no, ops); }).error().code,
                 ErrorCode::OrderNotRunning);
        for (const std::string &key : {std::string(), std::string("two words"), std::string(51, 'k')}) {
            QCOMPARE(rig_->run([&](Work &work) {
                             return request_configuration(work, an<ChargePointId>("CP-1"), key, "1", ops);
                         })
                         .error()
                         .code,
                     ErrorCode::InputInvalid);
        }
    }

private:
    Effect effect(const Uuid &id) { return must(rig_->ledger().outbox().find(id)).value(); }

    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "commands_test.moc"
