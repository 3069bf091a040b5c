// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/wiring/local_store.h"
#include "models/workflow/start_charging.h"
#include "models/workflow/stop_charging.h"
#include "tests/app/ctl_store.h"

using namespace aftercharge;

// Orders, tickets, refunds and adjustments of a session that a charge point reported: what
// the engine does with its reports, this test does through the same workflows.
class CtlMoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        store_ = std::make_unique<CtlStore>();
        QCOMPARE(store_->init().status, 0);
        QCOMPARE(store_->run(text("tariff import ") + store_->write(text("t.json"), flat_tariff_json)).status, 0);
        QCOMPARE(store_
                     ->run(text("charge-point add CP-1 --tariff T1 --password-file ") +
                           store_->write(text("pw"), "a-long-password\n"))
                     .status,
                 0);
        QCOMPARE(store_->run(text("member add M1 --name Li --id-tag TAG1")).status, 0);
        QCOMPARE(store_->run(text("member top-up M1 100.00")).status, 0);
        QCOMPARE(store_->run(text("operator add alice --role agent --limit 2.00")).status, 0);
        QCOMPARE(store_->run(text("operator add bob --role supervisor --limit 100.00")).status, 0);
        start_session();
        QVERIFY(!order_no_.isEmpty());
    }

    void a_running_order_shows_the_price_so_far()
    {
        write_reading(7'000);
        const QJsonObject order = store_->json(text("order show ") + order_no_).object();
        QCOMPARE(order.value(text("state")).toString(), text("CHARGING"));
        QCOMPARE(order.value(text("fee_minor")).toInteger(), 600);
        QCOMPARE(order.value(text("energy_wh")).toInteger(), 6'000);
        QVERIFY(order.value(text("stopped_at")).isNull());
        QVERIFY(order.value(text("stop_reason")).isNull());
        QCOMPARE(store_->json(text("member show M1")).object().value(text("frozen_minor")).toInteger(), 5000);
        QCOMPARE(store_->json(text("session list --state CHARGING")).array().size(), 1);
        QVERIFY(store_->run(text("session curve ") + order_no_ + text(" --csv")).out.contains(",7000,"));
        QVERIFY(store_->run(text("refund request --amount 1 --reason FAULT --as alice --order ") + order_no_)
                    .err.startsWith("state.not_allowed"));
    }

    void a_settled_order_shows_its_fields_in_order()
    {
        stop_session();
        const CtlRun shown = store_->json(text("order show ") + order_no_);
        const QStringList fields = text("order_no,kind,state,charge_point_id,connector_id,member_id,id_tag,currency,"
                                        "prepaid_minor,fee_minor,owed_minor,returned_minor,refunded_minor,"
                                        "meter_start_wh,meter_stop_wh,energy_wh,started_at,stopped_at,stop_reason,"
                                        "settlement")
                                       .split(QLatin1Char(','));
        QCOMPARE(shown.field_names(), fields);
        const QJsonObject order = shown.object();
        QCOMPARE(order.value(text("state")).toString(), text("PAYED"));
        QCOMPARE(order.value(text("fee_minor")).toInteger(), 1234);
        QCOMPARE(order.value(text("returned_minor")).toInteger(), 3766);
        QCOMPARE(order.value(text("energy_wh")).toInteger(), 12'340);
        QCOMPARE(order.value(text("stop_reason")).toString(), text("EmergencyStop"));
        QCOMPARE(order.value(text("settlement")).toString(), text("FINAL"));
        QVERIFY(order.value(text("started_at")).toString().endsWith(QLatin1Char('Z')));
        QCOMPARE(order.value(text("started_at")).toString().size(), 24);
        QCOMPARE(store_->json(text("member show M1")).object().value(text("available_minor")).toInteger(), 8766);
        QVERIFY(store_->json(text("order log ") + order_no_).array().size() >= 3);
        const QJsonObject explained = store_->json(text("order explain ") + order_no_).object();
        QCOMPARE(explained.value(text("refundable_minor")).toInteger(), 1234);
        QCOMPARE(explained.value(text("periods")).toArray().at(0)[text("electricity_price")].toString(), text("1"));
        QVERIFY(store_->run(text("order explain ") + order_no_).out.contains("12.34 CNY"));
        QCOMPARE(store_->json(text("token issue --order ") + order_no_).object().value(text("order_no")).toString(),
                 order_no_);
    }

    // The meter has gone back when it stops: a person decides what holds.
    void a_provisional_fee_is_confirmed_by_a_person()
    {
        stop_session(5'000, {reading(7'000)});
        QJsonObject order = store_->json(text("order show ") + order_no_).object();
        QCOMPARE(order.value(text("state")).toString(), text("SETTLE"));
        QCOMPARE(order.value(text("settlement")).toString(), text("PROVISIONAL"));
        const QString confirm = text("order confirm ") + order_no_;
        QCOMPARE(store_->run(confirm + text(" --as alice")).status, 2);
        const CtlRun silent = store_->run_words({text("order"), text("confirm"), order_no_, text("--reason"), QString(),
                                                 text("--as"), text("alice"), text("--store"), store_->store_url(),
                                                 text("--key-file"), store_->key_file()});
        QVERIFY2(silent.err.startsWith("input.invalid"), silent.err.constData());
        QVERIFY(store_->run(confirm + text(" --reason x --as nobody")).err.startsWith("operator.not_found"));
        const CtlRun confirmed = store_->json(confirm + text(" --reason \"meter exchanged\" --as alice"));
        QCOMPARE(confirmed.err, QByteArray());
        order = confirmed.object();
        QCOMPARE(order.value(text("state")).toString(), text("PAYED"));
        QCOMPARE(order.value(text("settlement")).toString(), text("FINAL"));
        QCOMPARE(order.value(text("fee_minor")).toInteger(), 600);
        QCOMPARE(store_->json(text("order show ") + order_no_).object(), order);
        const QJsonObject last = store_->json(text("order log ") + order_no_).array().last().toObject();
        QCOMPARE(last.value(text("actor_name")).toString(), text("alice"));
        QCOMPARE(last.value(text("note")).toString(), text("meter exchanged"));
        const CtlRun again = store_->run(confirm + text(" --reason again --as alice"));
        QCOMPARE(again.status, 1);
        QVERIFY2(again.err.startsWith("state.not_allowed"), again.err.constData());
        QCOMPARE(store_->json(text("store verify")).status, 0);
    }

    void a_small_refund_is_posted_at_once()
    {
        stop_session();
        const CtlRun refunded = store_->json(text("refund request --amount 2.00 --reason FAULT --as alice --order ") +
                                             order_no_);
        QCOMPARE(refunded.err, QByteArray());
        const QStringList fields = text("refund_no,kind,order_no,ticket_id,amount_minor,currency,status,reason_code,"
                                        "initiator,requested_by,approved_by,external_refund_id,items")
                                       .split(QLatin1Char(','));
        QCOMPARE(refunded.field_names(), fields);
        QCOMPARE(refunded.object().value(text("status")).toString(), text("SUCCESS"));
        QCOMPARE(refunded.object().value(text("reason_code")).toString(), text("0x01 FAULT"));
        QCOMPARE(refunded.object().value(text("approved_by")).toString(), text("alice"));
        QVERIFY(refunded.object().value(text("ticket_id")).isNull());
        const QJsonObject order = store_->json(text("order show ") + order_no_).object();
        QCOMPARE(order.value(text("state")).toString(), text("AFTER_SALES"));
        QCOMPARE(order.value(text("refunded_minor")).toInteger(), 200);
        QCOMPARE(store_->json(text("member show M1")).object().value(text("available_minor")).toInteger(), 8966);
        QCOMPARE(store_->json(text("store verify")).status, 0);
    }

    void above_the_limit_another_person_approves()
    {
        stop_session();
        const QString ticket_no = store_
                                      ->json(text("ticket open --kind CHARGING_COMPLAINT --text \"charged too much\" "
                                                  "--order ") +
                                             order_no_)
                                      .object()
                                      .value(text("ticket_no"))
                                      .toString();
        QVERIFY(!ticket_no.isEmpty());
        const QString ask =
            text("refund request --amount 5.00 --reason CUSTOMER_REQUEST --as alice --ticket %1 --order %2")
                .arg(ticket_no, order_no_);
        const CtlRun asked = store_->json(ask);
        QCOMPARE(asked.object().value(text("status")).toString(), text("INIT"));
        QVERIFY(asked.object().value(text("approved_by")).isNull());
        const QString no = asked.object().value(text("refund_no")).toString();
        QVERIFY(store_->run(text("refund show ") + no).out.contains("Refundable 12.34 CNY"));
        QVERIFY(store_->run(text("refund approve %1 --as alice").arg(no)).err.startsWith("refund.own_request"));
        QVERIFY(store_->run(text("refund approve %1 --as bob --amount 4.00").arg(no)).err.startsWith("refund.changed"));
        QVERIFY(store_->run(text("refund approve %1").arg(no)).err.startsWith("operator.not_found"));
        QCOMPARE(store_->json(text("refund list --waiting")).array().size(), 1);
        const CtlRun approved = store_->json(text("refund approve %1 --as bob").arg(no));
        QCOMPARE(approved.object().value(text("status")).toString(), text("SUCCESS"));
        QCOMPARE(approved.object().value(text("approved_by")).toString(), text("bob"));
        QCOMPARE(approved.object().value(text("ticket_id")).toString(), ticket_no);
        QVERIFY(store_->run(text("refund approve %1 --as bob").arg(no)).err.startsWith("refund.already_decided"));
        QCOMPARE(store_->json(text("ticket show ") + ticket_no).object().value(text("state")).toString(),
                 text("RESOLVED"));
        QCOMPARE(store_->json(text("member show M1")).object().value(text("available_minor")).toInteger(), 9266);
    }

    void above_a_rule_two_people_approve()
    {
        stop_session();
        QCOMPARE(store_->run(text("operator add carol --role supervisor --limit 100.00")).status, 0);
        QVERIFY(store_->run(text("approval rule set --above 5.00 --approvers 2 --as bob"))
                    .err.startsWith("operator.not_permitted"));
        QCOMPARE(store_->run(text("approval rule set --above 5.00 --approvers 2 --as admin")).status, 0);
        QCOMPARE(store_->json(text("approval rule list")).array().size(), 1);
        QCOMPARE(store_->json(text("approval life 24 --as admin")).object().value(text("life_hours")).toInteger(), 24);
        const QString no = store_
                               ->json(text("refund request --amount 6.00 --reason FAULT --as bob --order ") + order_no_)
                               .object()
                               .value(text("refund_no"))
                               .toString();
        QCOMPARE(store_->run(text("operator add dave --role supervisor --limit 100.00")).status, 0);
        const CtlRun after_one = store_->json(text("refund approve %1 --as carol").arg(no));
        QCOMPARE(after_one.object().value(text("status")).toString(), text("INIT"));
        const QJsonObject approval = store_->json(text("approval show ") + no).object();
        QCOMPARE(approval.value(text("approvers_needed")).toInteger(), 2);
        QCOMPARE(approval.value(text("votes")).toArray().size(), 1);
        QCOMPARE(approval.value(text("seen")).toArray().at(0).toObject().value(text("value")).toString(), order_no_);
        QVERIFY(store_->run(text("refund show ") + no).out.contains("carol"));
        QVERIFY(store_->run(text("refund approve %1 --as carol").arg(no)).err.startsWith("approval.already_given"));
        QCOMPARE(store_->json(text("refund approve %1 --as dave").arg(no)).object().value(text("status")).toString(),
                 text("SUCCESS"));
        QCOMPARE(store_->run(text("approval rule remove --above 5.00 --as admin")).status, 0);
        QVERIFY(store_->run(text("approval show R9")).err.startsWith("refund.not_found"));
    }

    void a_batch_is_decided_as_one()
    {
        stop_session();
        const QString file = store_->write(text("orders.txt"), order_no_.toUtf8() + "\r\nC-9\n");
        const QJsonObject quote = store_->json(text("batch quote --permille 100 --orders ") + file).object();
        QCOMPARE(quote.value(text("total_minor")).toInteger(), 123);
        QCOMPARE(quote.value(text("refused")).toInteger(), 1);
        QCOMPARE(store_->run(text("batch quote --whole --permille 100 --orders ") + order_no_).status, 2);
        const CtlRun asked = store_->json(text("batch request --whole --reason FAULT --as alice --orders ") + file);
        const QString no = asked.object().value(text("batch_no")).toString();
        QCOMPARE(asked.object().value(text("approval")).toString(), text("WAITING"));
        QCOMPARE(asked.object().value(text("total_minor")).toInteger(), 1234);
        const QString row = asked.object().value(text("orders")).toArray().at(0)[text("refund_no")].toString();
        QVERIFY(store_->run(text("refund approve %1 --as bob").arg(row)).err.startsWith("refund.in_batch"));
        QVERIFY(store_->run(text("batch approve %1 --as alice").arg(no)).err.startsWith("refund.own_request"));
        QVERIFY(store_->run(text("batch approve %1 --as bob --total 1").arg(no)).err.startsWith("refund.changed"));
        const QJsonObject approved = store_->json(text("batch approve %1 --as bob").arg(no)).object();
        QCOMPARE(approved.value(text("approval")).toString(), text("APPROVED"));
        const QJsonArray rows = approved.value(text("orders")).toArray();
        QCOMPARE(rows.at(0)[text("status")].toString(), text("SUCCESS"));
        QCOMPARE(rows.at(1)[text("refusal")].toString(), text("order.not_found"));
        QCOMPARE(store_->json(text("batch list")).array().size(), 1);
        QVERIFY(store_->run(text("batch send-back %1 --reason late --as bob").arg(no))
                    .err.startsWith("refund.already_decided"));
        QCOMPARE(store_->json(text("member show M1")).object().value(text("available_minor")).toInteger(), 10000);
    }

    void refunds_and_adjustments_together_never_exceed_what_was_paid()
    {
        stop_session();
        const CtlRun adjusted = store_->json(text("adjust request --amount 10.00 --reason GOODWILL --as bob --order ") +
                                             order_no_);
        QCOMPARE(adjusted.object().value(text("kind")).toString(), text("ADJUSTMENT"));
        QCOMPARE(adjusted.object().value(text("status")).toString(), text("SUCCESS"));
        const CtlRun refused = store_->run(text("refund request --amount 2.35 --reason FAULT --as bob --order ") +
                                           order_no_);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.startsWith("refund.exceeds_paid"), refused.err.constData());
        QCOMPARE(refused.err.count('\n'), 1);
        QCOMPARE(store_->run(text("refund request --amount 2.34 --reason FAULT --as bob --order ") + order_no_).status,
                 0);
        QCOMPARE(store_->json(text("adjust list")).array().size(), 1);
        QCOMPARE(store_->json(text("refund list")).array().size(), 1);
        const QString adjustment = adjusted.object().value(text("refund_no")).toString();
        QVERIFY(store_->run(text("refund show ") + adjustment).err.startsWith("refund.not_found"));
        QCOMPARE(store_->run(text("adjust show ") + adjustment).status, 0);
    }

    void tickets_are_assigned_and_rejected_with_their_evidence()
    {
        stop_session();
        const QString note = store_->write(text("note.txt"), "what I saw\n");
        const QString ticket_no = store_
                                      ->json(text("ticket open --kind CHARGING_COMPLAINT --text x --evidence ") + note +
                                             text(" --order ") + order_no_)
                                      .object()
                                      .value(text("ticket_no"))
                                      .toString();
        QCOMPARE(store_->json(text("ticket list")).array().size(), 1);
        QCOMPARE(store_->json(text("ticket assign %1 --to alice --as bob").arg(ticket_no))
                     .object()
                     .value(text("assigned_to"))
                     .toString(),
                 text("alice"));
        const QJsonObject shown = store_->json(text("ticket show ") + ticket_no).object();
        QCOMPARE(shown.value(text("evidence")).toArray().at(0)[text("media_type")].toString(), text("text/plain"));
        const CtlRun rejected = store_->json(
            text("ticket reject %1 --reason \"meter is right\" --as alice").arg(ticket_no));
        QCOMPARE(rejected.object().value(text("state")).toString(), text("REJECTED"));
        QCOMPARE(store_->json(text("ticket list")).array().size(), 0);
        QCOMPARE(store_->json(text("ticket list --all")).array().size(), 1);
    }

private:
    std::unique_ptr<LocalStore> open() const
    {
        KeySource source;
        source.key_file = store_->key_file().toStdString();
        auto opened = open_local_store(*parse_store_url(store_->store_url().toStdString()), source);
        return opened ? std::move(*opened) : nullptr;
    }

    // Between the runs of the program, which opens the store itself.
    template<typename Step>
    void in_store(Step step)
    {
        // The program of this test keeps the heads where afterchargectl does.
        qputenv("XDG_STATE_HOME", store_->path(text("state")).toUtf8());
        const auto store = open();
        QVERIFY(store);
        Changes changes;
        Work work{store->ledger(), store->telemetry(), store->clock(), store->random(), changes};
        step(work);
    }

    void start_session()
    {
        order_no_.clear();
        in_store([this](Work &work) {
            const auto point = work.ledger.reader().registry().charge_point(*ChargePointId::from_text("CP-1"));
            QVERIFY(point);
            const auto started = start_charging(work, *point,
                                                {.connector_id = 1,
                                                 .id_tag = "TAG1",
                                                 .meter_start = EnergyWh{1'000},
                                                 .at = work.clock.now() - std::chrono::hours{2}});
            QVERIFY(started);
            QVERIFY(started->status == chargepoint::TagStatus::Accepted);
            order_no_ = QString::fromStdString(started->order.order_no.text());
            started_at_ = started->order.started_at;
        });
    }

    // Half an hour after the start.
    Reading reading(int register_wh) const
    {
        Reading reading;
        reading.at = started_at_ + std::chrono::minutes{30};
        reading.register_wh = EnergyWh{register_wh};
        return reading;
    }

    void write_reading(int register_wh)
    {
        in_store([&](Work &work) {
            TelemetryBatch batch;
            batch.samples.push_back({*OrderNo::from_text(order_no_.toStdString()), reading(register_wh)});
            QVERIFY(work.telemetry.write(batch));
        });
    }

    void stop_session(int meter_stop_wh = 13'340, const std::vector<Reading> &curve = {})
    {
        in_store([&](Work &work) {
            const auto stopped = stop_charging(work, *OrderNo::from_text(order_no_.toStdString()),
                                               {.at = started_at_ + std::chrono::hours{1},
                                                .meter_stop = EnergyWh{meter_stop_wh},
                                                .reason = StopReason::EmergencyStop,
                                                .detail = {},
                                                .actor = {Source::ChargePoint, "CP-1"}},
                                               curve);
            QVERIFY(stopped);
        });
    }

    std::unique_ptr<CtlStore> store_;
    QString order_no_;
    UtcTime started_at_;
};

QTEST_GUILESS_MAIN(CtlMoneyTest)
#include "ctl_money_test.moc"
