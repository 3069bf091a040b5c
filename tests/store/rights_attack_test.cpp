// SPDX-License-Identifier: GPL-3.0-or-later
// The rights in the database, attacked on a real server by hand-written SQL under people's own logins and a
// daemon's: every way is refused, for the right reason, and leaves everything as it was. Afterwards
// the honest ways, so that what is refused is not simply everything.
#include <QtTest>

#include <QCryptographicHash>

#include "models/domain/decision_verb.h"
#include "tests/store/rights/rights_attacks.h"
#include "tests/store/rights/rights_statements.h"
#include "tests/store/rights/rights_store.h"

using namespace aftercharge;

class RightsAttackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void attack_data();
    void attack();
    void nothing_has_changed();
    void no_desk_writes_a_table();
    void every_table_has_its_readers();
    void functions_look_nowhere_else();
    void secrets_are_left_out();
    void every_verb_has_its_door();
    void a_vote_is_carried_out_once();
    void replays_do_nothing();
    void what_a_daemon_refused_may_be_approved_again();
    void two_people_where_the_rules_ask_for_two();
    void what_one_grants_alone();
    void a_batch_carries_its_rows();
    void a_claim_carries_its_refund();
    void people_come_and_go();
    void a_desk_cannot_hold_up_the_engine();
    void a_desk_says_where_it_is();
    void a_token_is_kept_as_its_hash();

private:
    Answer say(const char *login, const QStringList &statements)
    {
        return store_->connect(QLatin1String(login))->say(statements);
    }
    Answer say(const char *login, const QString &statement) { return say(login, QStringList{statement}); }
    // As a daemon does what a decision says, in one transaction that ends the decision.
    Answer carry_out(const QStringList &statements, int decision);

    std::unique_ptr<RightsStore> store_;
    std::unique_ptr<HandWritten> daemon_;
    QString before_;
};

namespace {

void compare(const Answer &answer, const char *state, const char *word = "")
{
    QVERIFY2(answer.state == QLatin1String(state) && answer.word == QLatin1String(word),
             qPrintable(QStringLiteral("%1 %2").arg(answer.state, answer.message)));
}

void done(const Answer &answer, const char *value = nullptr)
{
    QVERIFY2(answer.state.isEmpty(), qPrintable(answer.state + QLatin1Char(' ') + answer.message));
    if (value)
        QCOMPARE(answer.value, QLatin1String(value));
}

}  // namespace

Answer RightsAttackTest::carry_out(const QStringList &statements, int decision)
{
    QStringList all{QStringLiteral("BEGIN")};
    all << statements
        << QStringLiteral("UPDATE ledger.decision SET done_at = 1, outcome = 'done' WHERE id = %1")
               .arg(id_text(decision))
        << QStringLiteral("COMMIT");
    return daemon_->say(all);
}

void RightsAttackTest::initTestCase()
{
    store_ = std::make_unique<RightsStore>();
    // The rights are enough for the programs.
    const auto daemon = open_shared_store(store_->location(QStringLiteral("robot")), SharedRole::Daemon);
    QVERIFY2(daemon.has_value(), daemon ? "" : to_line(daemon.error()).c_str());
    const auto desk = open_shared_store(store_->location(QStringLiteral("ann")), SharedRole::Desk);
    QVERIFY2(desk.has_value(), desk ? "" : to_line(desk.error()).c_str());
    store_->fill();
    daemon_ = store_->connect(QStringLiteral("robot"));
    done(daemon_->say(QStringLiteral("SELECT 1")), "1");
    before_ = store_->contents();
    QVERIFY(before_.contains(QStringLiteral("R-ANN")));
}

void RightsAttackTest::attack_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("word");
    for (const auto &attacks : {attacks_on_tables(), attacks_on_approvals(), attacks_on_decisions(),
                                attacks_on_rights(), attacks_on_the_server(), attacks_of_the_worker()}) {
        for (const Attack &one : attacks)
            QTest::newRow(qPrintable(one.login + QStringLiteral(": ") + one.name))
                << one.login << one.statements << one.state << one.word;
    }
}

void RightsAttackTest::attack()
{
    QFETCH(QString, login);
    QFETCH(QStringList, statements);
    QFETCH(QString, state);
    QFETCH(QString, word);
    const Answer answer = store_->connect(login)->say(statements);
    QVERIFY2(answer.state == state, qPrintable(answer.state + QLatin1Char(' ') + answer.message));
    QCOMPARE(answer.word, word);
}

void RightsAttackTest::nothing_has_changed()
{
    QCOMPARE(store_->contents(), before_);
}

void RightsAttackTest::no_desk_writes_a_table()
{
    const QString rights = store_->query(QStringLiteral(
        "SELECT g.rolname, c.oid::regclass, r.name FROM pg_roles g, pg_class c, "
        "unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS r (name) "
        "WHERE g.rolname IN ('ann', 'ben', 'eve', 'sue', 'ada', 'ghost', 'shop_agent') AND c.relkind IN ('r', 'v', "
        "'p', 'm') "
        "AND c.relnamespace::regnamespace::text IN ('ledger', 'telemetry', 'desk', 'public') "
        "AND (has_table_privilege(g.oid, c.oid, r.name) OR (r.name IN ('INSERT', 'UPDATE', 'REFERENCES') "
        "AND has_any_column_privilege(g.oid, c.oid, r.name)))"));
    QCOMPARE(rights.trimmed(), QString());
    // Nor has anybody what PUBLIC has.
    const QString functions = store_->query(QStringLiteral(
        "SELECT p.oid::regprocedure FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a "
        "WHERE p.pronamespace::regnamespace::text IN ('ledger', 'telemetry', 'desk') AND a.grantee = 0"));
    QCOMPARE(functions.trimmed(), QString());
}

// A table that a later migration makes is nobody's until somebody says whose.
void RightsAttackTest::every_table_has_its_readers()
{
    const QString unread = store_->query(QStringLiteral(
        "SELECT g.rolname || ' ' || c.oid::regclass FROM pg_roles g, pg_class c "
        "WHERE g.rolname IN ('ann', 'eve', 'sue', 'ada', 'robot') AND c.relkind = 'r' "
        "AND c.relnamespace::regnamespace::text IN ('ledger', 'telemetry') AND NOT has_table_privilege(g.oid, "
        "c.oid, 'SELECT') "
        "AND (g.rolname = 'robot' OR c.relname NOT IN ('charge_point', 'gateway_account', 'access_token', 'decision')) "
        "ORDER BY 1"));
    QCOMPARE(unread.trimmed(), QString());
}

void RightsAttackTest::functions_look_nowhere_else()
{
    const QString loose = store_->query(QStringLiteral(
        "SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace AND NOT EXISTS "
        "(SELECT 1 "
        "FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=pg_catalog, %pg_temp')"));
    QCOMPARE(loose.trimmed(), QString());
    const QString definers = store_->query(
        QStringLiteral("SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace AND p.prosecdef"));
    QVERIFY(definers.toInt() > 10);
}

void RightsAttackTest::secrets_are_left_out()
{
    done(say("ada", QStringLiteral("SELECT secrets_json FROM gateway_account")), "{}");
    done(say("ada", QStringLiteral("SELECT base_url FROM gateway_account")), "https://gw");
    done(say("ben", QStringLiteral("SELECT length(password_hash) + length(password_salt) FROM charge_point")), "0");
    done(say("ben", QStringLiteral("SELECT sum(length(sha256)) FROM access_token")), "0");
    done(say("ben", QStringLiteral("SELECT count(*) FROM decision WHERE login = 'sue' AND arguments <> ''")), "0");
    done(say("ben", QStringLiteral("SELECT count(*) FROM decision WHERE login = 'ben' AND arguments <> ''")), "1");
    done(daemon_->say(QStringLiteral("SELECT secrets_json::json ->> 'api_key' FROM ledger.gateway_account")),
         "sk_live");
}

// Each verb of the program by one way only: submit_decision, or a function that asks more.
void RightsAttackTest::every_verb_has_its_door()
{
    QStringList verbs;
    for (const auto &entry : text_table(DecisionVerb{})) {
        const QString verb = QString::fromUtf8(entry.text.data(), static_cast<qsizetype>(entry.text.size()));
        if (!verb.startsWith(QStringLiteral("operator.")) && !verb.endsWith(QStringLiteral(".approve")))
            verbs << verb;
    }
    verbs.sort();
    const QString known = store_->query(
        QStringLiteral("SELECT string_agg(DISTINCT verb, E'\\n' ORDER BY verb) FROM desk.role_verb "
                       "WHERE role = 'administrator'"));
    QCOMPARE(known.trimmed().split(QLatin1Char('\n')), verbs);
}

void RightsAttackTest::a_vote_is_carried_out_once()
{
    done(say("tom", approve("refund", 401, "R-SUE", 2000)), "WAITING");
    compare(daemon_->say({QStringLiteral("BEGIN"), paid("R-SUE", 2000, 1), QStringLiteral("COMMIT")}), "AC001",
            "operator.not_permitted");
    compare(daemon_->say(approval("R-SUE", "sue", 2000, 1)), "AC001", "refund.own_request");
    done(carry_out(
        {QStringLiteral("INSERT INTO ledger.approval_vote VALUES ('R-SUE', 'tom', 'CNY', 2000, 2000, 1, 12, 1)"),
         approved("R-SUE", "tom"), approval("R-SUE", "tom", 2000, 1)},
        401));
    done(daemon_->say({QStringLiteral("BEGIN"), paid("R-SUE", 2000, 1),
                       QStringLiteral("UPDATE ledger.payment_refund SET status = 'SUCCESS', version = version + 1 "
                                      "WHERE refund_no = 'R-SUE'"),
                       QStringLiteral("COMMIT")}));
}

void RightsAttackTest::replays_do_nothing()
{
    const QString after = store_->contents();
    done(say("tom", approve("refund", 401, "R-SUE", 2000)), "DONE");
    compare(say("tom", approve("refund", 402, "R-SUE", 2000)), "AC001", "refund.already_decided");
    compare(say("ada", approve("refund", 401, "R-SUE", 2000)), "AC001", "store.conflict");
    compare(say("tom", approve("refund", 401, "R-SUE", 1)), "AC001", "store.conflict");
    compare(daemon_->say(approval("R-SUE", "tom", 2000, 2)), "23505");
    compare(daemon_->say(QStringLiteral("UPDATE ledger.decision SET done_at = NULL WHERE id = %1").arg(id_text(401))),
            "AC000");
    QCOMPARE(store_->contents(), after);
}

void RightsAttackTest::what_a_daemon_refused_may_be_approved_again()
{
    done(say("tom", approve("refund", 471, "R-ANN", 3000)), "WAITING");
    done(daemon_->say(
        QStringLiteral("UPDATE ledger.decision SET done_at = 1, refusal_code = 'order.locked' WHERE id = %1")
            .arg(id_text(471))));
    compare(daemon_->say(approval("R-ANN", "tom", 3000, 2)), "AC001", "operator.not_permitted");
    done(say("tom", approve("refund", 471, "R-ANN", 3000)), "REFUSED");
    done(say("tom", approve("refund", 472, "R-ANN", 3000)), "WAITING");
    done(daemon_->say(
        QStringLiteral("UPDATE ledger.decision SET done_at = 1, refusal_code = 'order.locked' WHERE id = %1")
            .arg(id_text(472))));
}

void RightsAttackTest::two_people_where_the_rules_ask_for_two()
{
    done(say("tom", approve("refund", 411, "R-TWO", 60000)), "WAITING");
    compare(say("tom", approve("refund", 412, "R-TWO", 60000)), "AC001", "approval.already_given");
    compare(daemon_->say(approval("R-TWO", "tom", 60000, 3)), "AC001", "operator.not_permitted");
    done(say("sue", approve("refund", 413, "R-TWO", 60000)), "WAITING");
    // The first one's decision ended long before.
    done(carry_out(
        {QStringLiteral("INSERT INTO ledger.approval_vote VALUES ('R-TWO', 'tom', 'CNY', 60000, 60000, 1, 12, 2)")},
        411));
    done(carry_out({approved("R-TWO", "sue"), approval("R-TWO", "sue", 60000, 3)}, 413));
}

void RightsAttackTest::what_one_grants_alone()
{
    constexpr const char *asked = R"({"kind":"REFUND","amount":{"minor":2600,"currency":"CNY"}})";
    done(say("ben", submit(421, "refund.request", "O-1", asked)), "WAITING");
    // One decision, one refund.
    compare(daemon_->say({QStringLiteral("BEGIN"), request("R-1", "ben", 2600), request("R-2", "ben", 2600),
                          approval("R-1", "ben", 2600, 4), approval("R-2", "ben", 2600, 5)}),
            "AC001", "refund.own_request");
    done(carry_out({request("R-1", "ben", 2600), approved("R-1", "ben"), approval("R-1", "ben", 2600, 4)}, 421));
    // And what is over cannot be used again.
    compare(daemon_->say({QStringLiteral("BEGIN"), request("R-2", "ben", 2600)}), "AC001", "operator.not_permitted");
    // Alone only up to the limit of one order in all.
    done(say("ben", submit(422, "refund.request", "O-1", asked)), "WAITING");
    compare(daemon_->say({QStringLiteral("BEGIN"), request("R-2", "ben", 2600), approval("R-2", "ben", 2600, 5)}),
            "AC001", "refund.exceeds_limit");
    // Without the approval it waits.
    done(carry_out({request("R-2", "ben", 2600)}, 422));
}

void RightsAttackTest::a_batch_carries_its_rows()
{
    compare(daemon_->say(approval("R-ROW", "sue", 1500, 6)), "AC001", "operator.not_permitted");
    done(say("sue", approve("batch", 431, "B-ANN", 1500)), "WAITING");
    done(carry_out(
        {QStringLiteral("UPDATE ledger.refund_batch SET approval = 'APPROVED', approved_by = 'sue', version = 2 "
                        "WHERE batch_no = 'B-ANN'")},
        431));
    compare(daemon_->say(approval("R-ROW", "tom", 1500, 6)), "AC001", "operator.not_permitted");
    // Each row in a transaction of its own, after the decision has ended.
    done(daemon_->say({QStringLiteral("BEGIN"), approved("R-ROW", "sue"), approval("R-ROW", "sue", 1500, 6),
                       QStringLiteral("COMMIT")}));
}

void RightsAttackTest::a_claim_carries_its_refund()
{
    done(daemon_->say({QStringLiteral("BEGIN"), approved("R-CLAIM", "sue"), approval("R-CLAIM", "sue", 900, 7),
                       QStringLiteral("COMMIT")}));
    const QString second = QStringLiteral(
        "INSERT INTO ledger.payment_refund SELECT 'R-MORE', kind, order_no, member_id, '', currency, 200, status, "
        "'WAITING', "
        "reason_code, '', '', initiator, requested_by, '', decode(md5('R-MORE'), 'hex'), '', 1, NULL, NULL, '', "
        "claim_no, '', 0, "
        "'', 0, 1 FROM ledger.payment_refund WHERE refund_no = 'R-CLAIM'");
    // 900 and 200 are above the 1,000 that were promised.
    compare(daemon_->say({QStringLiteral("BEGIN"), second, approval("R-MORE", "sue", 200, 8)}), "AC001",
            "operator.not_permitted");
    done(say("sue", approve("claim", 441, "C-ANN", 4000)), "WAITING");
    done(carry_out(
        {QStringLiteral(
             "INSERT INTO ledger.carrier_claim_approval VALUES ('C-ANN', 'sue', 'CNY', 5000, 4000, 1, 13, 1)"),
         QStringLiteral("UPDATE ledger.carrier_claim SET approval = 'APPROVED', approved_by = 'sue', version = 2 "
                        "WHERE claim_no = 'C-ANN'")},
        441));
}

void RightsAttackTest::people_come_and_go()
{
    const QString verifier = RightsStore::verifier();
    done(say("ada", QStringLiteral("SELECT desk.add_operator(%1, 'new', 'New', 'supervisor', 1000, '%2')")
                        .arg(id_text(451), verifier)),
         "WAITING");
    const auto fresh = store_->connect(QStringLiteral("new"));
    compare(fresh->say(approve("refund", 452, "R-ANN", 3000)), "AC001", "refund.exceeds_limit");
    done(say("ada", QStringLiteral("SELECT desk.set_operator_limit(%1, 'new', 3000)").arg(id_text(453))), "WAITING");
    done(fresh->say(approve("refund", 452, "R-ANN", 3000)), "WAITING");
    done(say("ada", QStringLiteral("SELECT desk.disable_operator(%1, 'new')").arg(id_text(454))), "WAITING");
    // His session is ended, he gets no other, and what he had approved is not paid.
    QVERIFY(!fresh->say(QStringLiteral("SELECT 1")).state.isEmpty());
    compare(say("new", QStringLiteral("SELECT 1")), "closed");
    compare(daemon_->say(approval("R-ANN", "new", 3000, 9)), "AC001", "operator.disabled");
    const QString log = store_->query(
        QStringLiteral("SELECT string_agg(changed_by || ' ' || change || ' ' || detail, ', ' ORDER BY n) "
                       "FROM desk.membership_log WHERE login = 'new'"));
    QCOMPARE(log.trimmed(), QStringLiteral("ada GRANT shop_supervisor, ada REVOKE shop_supervisor"));
    // Twice the same is once.
    done(say("ada", QStringLiteral("SELECT desk.disable_operator(%1, 'new')").arg(id_text(454))), "WAITING");
    QCOMPARE(store_
                 ->query(QStringLiteral(
                     "SELECT verb || ' ' || arguments FROM ledger.decision WHERE subject = 'new' AND verb = "
                     "'operator.set_limit'"))
                 .trimmed(),
             QStringLiteral(R"(operator.set_limit {"name":"new","limit":{"minor":3000,"currency":"CNY"}})"));
}

void RightsAttackTest::a_desk_cannot_hold_up_the_engine()
{
    const auto holder = store_->connect(QStringLiteral("sue"));
    done(holder->say({QStringLiteral("BEGIN"), approve("claim", 461, "C-BEN", 4000)}), "WAITING");
    compare(daemon_->say({QStringLiteral("SET lock_timeout = '200ms'"),
                          QStringLiteral("UPDATE ledger.carrier_claim SET version = 3 WHERE claim_no = 'C-BEN'")}),
            "55P03");
    int ended = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        (ended += daemon_->say(QStringLiteral("SELECT desk.end_long_writers(1000)")).value.toInt()) > 0, 10'000);
    done(daemon_->say({QStringLiteral("SET lock_timeout = '5s'"),
                       QStringLiteral("UPDATE ledger.carrier_claim SET version = 3 WHERE claim_no = 'C-BEN'")}));
    QVERIFY(!holder->say(QStringLiteral("COMMIT")).state.isEmpty());
}

void RightsAttackTest::a_desk_says_where_it_is()
{
    done(say("ben", QStringLiteral("SELECT desk.note_presence('T-1', 'LOOKING', %1) > 0").arg(id_text(1))));
    compare(say("ben", QStringLiteral("SELECT desk.note_presence('T-1', 'HIDING', %1)").arg(id_text(1))), "AC001",
            "input.invalid");
    done(say("sue", QStringLiteral("SELECT desk.leave_presence('T-1', %1)").arg(id_text(1))));
    done(say("sue", QStringLiteral("SELECT login || ' ' || doing FROM presence WHERE subject = 'T-1'")), "ben LOOKING");
    done(say("ben", QStringLiteral("SELECT desk.take_money_lease('O-1', %1)").arg(id_text(1))));
    const Answer held = say("sue", QStringLiteral("SELECT desk.take_money_lease('O-1', %1)").arg(id_text(2)));
    compare(held, "AC001", "lease.held");
    static const QRegularExpression who_and_when(
        QStringLiteral("lease.held: ben \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
    QVERIFY2(who_and_when.match(held.message).hasMatch(), qPrintable(held.message));
    done(say("ben", QStringLiteral("SELECT desk.take_money_lease('O-1', %1)").arg(id_text(1))));
    done(say("sue", QStringLiteral("SELECT desk.drop_money_lease('O-1', %1)").arg(id_text(1))));
    compare(say("sue", QStringLiteral("SELECT desk.take_money_lease('O-1', %1)").arg(id_text(2))), "AC001",
            "lease.held");
    done(say("ben", QStringLiteral("SELECT desk.drop_money_lease('O-1', %1)").arg(id_text(1))));
    done(say("sue", QStringLiteral("SELECT desk.take_money_lease('O-1', %1)").arg(id_text(2))));
}

void RightsAttackTest::a_token_is_kept_as_its_hash()
{
    const Answer token = say("ben", QStringLiteral("SELECT desk.feed_token()"));
    done(token);
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
    QVERIFY(form.match(token.value).hasMatch());
    const QByteArray hash = QCryptographicHash::hash(token.value.toLatin1(), QCryptographicHash::Sha256).toHex();
    QCOMPARE(store_
                 ->query(QStringLiteral(
                             "SELECT desk || ' ' || (expires_at - issued_at) FROM ledger.access_token WHERE sha256 = "
                             "'\\x%1'")
                             .arg(QLatin1String(hash)))
                 .trimmed(),
             QStringLiteral("ben 43200000"));
    QVERIFY(say("ben", QStringLiteral("SELECT desk.feed_token()")).value != token.value);
}

QTEST_GUILESS_MAIN(RightsAttackTest)
#include "rights_attack_test.moc"
