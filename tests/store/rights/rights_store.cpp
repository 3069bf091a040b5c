// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/rights/rights_store.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include "app/sim/seeded_random.h"
#include "models/store/scram_verifier.h"
#include "tests/support/settable_clock.h"

namespace aftercharge {
namespace {

constexpr const char *everybodys_password = "correct horse battery";

template<typename T>
T value_of(Result<T> result)
{
    if (!result)
        qFatal("%s", to_line(result.error()).c_str());
    return std::move(*result);
}

// What the wall of rights stands around; refunds are (number, kind, order, amount, approval, by whom, approved by).
constexpr const char *refund_rows = R"(
INSERT INTO ledger.payment_refund
SELECT v.no, v.kind, v.order_no, 'M-1', '', 'CNY', v.amount, v.status, v.approval, 'CUSTOMER_REQUEST', '', 'as seen',
       v.source, v.asked, v.given, decode(md5(v.no), 'hex'), '', 1000, NULL, NULL, '', v.claim, '', 0, '', 0, 1
FROM (VALUES ('R-ANN', 'REFUND', 'O-1', 3000, 'INIT', 'WAITING', 'ADMIN', 'ann', '', ''),
             ('R-BEN', 'REFUND', 'O-1', 3000, 'INIT', 'WAITING', 'ADMIN', 'ben', '', ''),
             ('R-SUE', 'REFUND', 'O-1', 2000, 'INIT', 'WAITING', 'ADMIN', 'sue', '', ''),
             ('R-TWO', 'REFUND', 'O-1', 60000, 'INIT', 'WAITING', 'ADMIN', 'ann', '', ''),
             ('R-BIG', 'REFUND', 'O-1', 200000, 'INIT', 'WAITING', 'ADMIN', 'ann', '', ''),
             ('R-ROW', 'REFUND', 'O-1', 1500, 'INIT', 'WAITING', 'ADMIN', 'ann', '', ''),
             ('R-DONE', 'REFUND', 'O-1', 1000, 'INIT', 'APPROVED', 'ADMIN', 'ben', 'sue', ''),
             ('R-CLAIM', 'GOODS_REFUND', 'G-1', 900, 'INIT', 'WAITING', 'SYSTEM', 'ann', '', 'C-SENT'))
     AS v (no, kind, order_no, amount, status, approval, source, asked, given, claim))";

constexpr const char *claim_rows = R"(
INSERT INTO ledger.carrier_claim
SELECT v.no, v.parcel, 'G-1', '', 'LOSS', 'OPENED', v.approval, 'CNY', 5000, v.up_to, 'lost', '', NULL, '', 'NONE',
       v.asked, v.given, 1000, NULL, 1
FROM (VALUES ('C-ANN', 'S-1', 'WAITING', 4000, 'ann', ''),
             ('C-BEN', 'S-2', 'WAITING', 4000, 'ben', ''),
             ('C-SENT', 'S-3', 'APPROVED', 1000, 'ann', 'sue')) AS v (no, parcel, approval, up_to, asked, given))";

const QStringList &rows()
{
    static const QStringList all{
        QStringLiteral("INSERT INTO ledger.station VALUES ('S', 'North', 'Asia/Shanghai')"),
        QStringLiteral(
            "INSERT INTO ledger.charge_point VALUES ('CP-1', 'S', 2, 7000, '', '\\x5a17', '\\x4a54', '', '', "
            "'', '', NULL)"),
        QStringLiteral("INSERT INTO ledger.member VALUES ('M-1', NULL, 'CNY', 1)"),
        QStringLiteral("INSERT INTO ledger.member_person VALUES ('M-1', 'Li', '138')"),
        QStringLiteral(
            "INSERT INTO ledger.account VALUES ('available', 'M-1', 0, 'CNY', 100), ('revenue', '', 0, 'CNY', -100)"),
        QStringLiteral(
            "INSERT INTO ledger.ledger_transfer VALUES (decode(md5('t'), 'hex'), 'revenue', '', 'available', "
            "'M-1', 'CNY', 100, 'CORRECTION', 'O-1', NULL, 1, 'SYSTEM', 'engine', 0, 1)"),
        QStringLiteral("INSERT INTO ledger.chain VALUES (0, 1, 'ledger_transfer', 't', sha256('t')), "
                       "(1, 1, 'audit_log', 'a', sha256('a'))"),
        QStringLiteral("INSERT INTO ledger.audit_log VALUES (1, 'ADMIN', 'ben', 'refund.request', 'payment_refund', "
                       "'R-BEN', '', 1, 1)"),
        QStringLiteral(
            "INSERT INTO ledger.charging_order VALUES ('O-1', 'CP-1', 1, 'S', 'M-1', '', 1, 'PAYED', 'ONLINE', "
            "NULL, 'FINAL', '', 0, 'CNY', 500000, 500000, 0, 0, 0, 0, 1, 1, 1, 2, '', '', NULL, 1)"),
        QStringLiteral("INSERT INTO ledger.orders VALUES ('G-1', 'PAID', 'M-1', 'CNY', 10000, 0, '', 1, 1)"),
        QStringLiteral("INSERT INTO ledger.shipment SELECT p, 'G-1', '', 'LOST', 'ORDER', '', '', '', '', 'CNY', 9000, "
                       "'NONE', 1, 1 FROM unnest(ARRAY['S-1', 'S-2', 'S-3']) AS p"),
        QString::fromLatin1(claim_rows),
        QStringLiteral(
            "INSERT INTO ledger.carrier_claim_approval VALUES ('C-SENT', 'sue', 'CNY', 5000, 1000, 1, 3, 1)"),
        QString::fromLatin1(refund_rows),
        QStringLiteral("INSERT INTO ledger.payment_refund_approval VALUES ('R-DONE', 'sue', 'CNY', 1000, 1, 2, 1)"),
        QStringLiteral("INSERT INTO ledger.approval_rule VALUES (50000, 2)"),
        QStringLiteral(
            "INSERT INTO ledger.refund_batch VALUES ('B-ANN', 'FIXED_AMOUNT', 0, 'CNY', 1500, 'FAULT', '', 1500, "
            "1, 0, 'WAITING', '', 'ann', '', 1, NULL, NULL, 1)"),
        QStringLiteral(
            "INSERT INTO ledger.refund_batch_row VALUES ('B-ANN', 1, 'O-1', 'R-ROW', 'CNY', 1500, 'WAITING', '', '')"),
        QStringLiteral(
            "INSERT INTO ledger.gateway_account VALUES ('stripe', 'https://gw', '{}', '{\"api_key\":\"sk_live\"}', 1)"),
        QStringLiteral("INSERT INTO ledger.access_token VALUES (sha256('token'), '', 'sue', 1, 9999999999999)"),
        QStringLiteral(
            "INSERT INTO ledger.decision SELECT decode(lpad(n::text, 32, '0'), 'hex'), who, 'refund.request', 'O-1', "
            "said, 1, 0, '', 0, NULL, '', '', '' FROM (VALUES "
            "(1, 'sue', '{\"kind\":\"REFUND\",\"amount\":{\"minor\":2100,\"currency\":\"CNY\"}}'), "
            "(2, 'ben', '{\"kind\":\"REFUND\",\"amount\":{\"minor\":2500,\"currency\":\"CNY\"}}')) AS v (n, who, "
            "said)"),
    };
    return all;
}

}  // namespace

QString id_text(int n)
{
    return QStringLiteral("'\\x%1'::bytea").arg(n, 32, 10, QLatin1Char('0'));
}

HandWritten::HandWritten(const sim::PostgresServer &server, const QString &login, const QString &password)
    : name_(QUuid::createUuid().toString())
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name_);
    connection.setHostName(QString::fromStdString(server.host()));
    connection.setPort(server.port());
    connection.setDatabaseName(RightsStore::database());
    connection.setUserName(login);
    connection.setPassword(password);
    if (connection.open())
        QSqlQuery(connection).exec(QStringLiteral("SET search_path = desk, ledger; SET client_min_messages = error"));
}

HandWritten::~HandWritten()
{
    QSqlDatabase::removeDatabase(name_);
}

Answer HandWritten::say(const QStringList &statements)
{
    const QSqlDatabase connection = QSqlDatabase::database(name_, false);
    Answer answer;
    if (!connection.isOpen())
        return {QStringLiteral("closed"), {}, connection.lastError().text(), {}};
    for (const QString &statement : statements) {
        QSqlQuery query(connection);
        if (query.exec(statement)) {
            while (query.next())
                answer.value = query.value(0).toString();
            continue;
        }
        answer.state = query.lastError().nativeErrorCode();
        answer.message = query.lastError().databaseText();
        QString sentence = answer.message.section(QLatin1Char('\n'), 0, 0);
        if (sentence.startsWith(QLatin1String("ERROR:")))
            sentence = sentence.mid(6).trimmed();
        if (answer.state == QLatin1String("AC001"))
            answer.word = sentence.section(QLatin1Char(':'), 0, 0);
        if (connection.isOpen())
            QSqlQuery(connection).exec(QStringLiteral("ROLLBACK"));
        return answer;
    }
    return answer;
}

RightsStore::RightsStore()
{
    sim::PostgresOptions options;
    options.fsync = false;
    server_ = value_of(sim::PostgresServer::start(options));
    SharedLocation superuser = location(QString::fromStdString(server_->superuser()));
    superuser.password = server_->password();
    sim::SeededRandom random(1);
    const SettableClock clock(UtcTime(std::chrono::hours(24 * 20'000)));
    value_of(create_shared_store(superuser, {"Test", *Currency::from_code("CNY"), "Asia/Shanghai"}, clock, random));
    make_people();
}

SharedLocation RightsStore::location(const QString &login) const
{
    SharedLocation location;
    location.target.user = login.toStdString();
    location.target.hosts = {{server_->host(), static_cast<std::uint16_t>(server_->port())}};
    location.target.database = database().toStdString();
    location.password = everybodys_password;
    location.state_folder = folder_.path().toStdString() + "/" + login.toStdString();
    return location;
}

QString RightsStore::query(const QString &sql)
{
    return QString::fromStdString(value_of(server_->query(sql.toStdString(), database().toStdString())));
}

QString RightsStore::verifier()
{
    static const std::string made = [] {
        sim::SeededRandom random(7);
        return value_of(scram_verifier(everybodys_password, random));
    }();
    return QString::fromStdString(made);
}

std::unique_ptr<HandWritten> RightsStore::connect(const QString &login)
{
    return std::make_unique<HandWritten>(*server_, login, QString::fromLatin1(everybodys_password));
}

void RightsStore::make_people()
{
    struct Person {
        const char *name;
        const char *role;
        const char *limit;
        int disabled;
    };
    constexpr Person people[] = {
        {"ann", "agent", "NULL", 0},          {"ben", "agent", "5000", 0},        {"eve", "ops", "NULL", 0},
        {"sue", "supervisor", "100000", 0},   {"tom", "supervisor", "100000", 0}, {"old", "supervisor", "100000", 1},
        {"ada", "administrator", "50000", 0}, {"robot", "worker", "NULL", 0},
    };
    for (const Person &person : people) {
        query(QStringLiteral("SELECT desk.make_login('%1', '%2', '%3')")
                  .arg(QLatin1String(person.name), QLatin1String(person.role), verifier()));
        query(QStringLiteral("INSERT INTO ledger.operator VALUES ('%1', '%1', '%2', %3, 'CNY', %4, 1, 1)")
                  .arg(QLatin1String(person.name), QLatin1String(person.role), QLatin1String(person.limit))
                  .arg(person.disabled));
    }
    query(QStringLiteral("SELECT desk.make_login('ghost', 'supervisor', '%1')").arg(verifier()));
}

void RightsStore::fill()
{
    for (const QString &row : rows())
        query(row);
}

QString RightsStore::contents()
{
    const QStringList tables = query(QStringLiteral("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
                                                    "WHERE schemaname IN ('ledger', 'telemetry', 'desk') ORDER BY 1"))
                                   .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList parts;
    for (const QString &table : tables)
        parts << QStringLiteral("SELECT '%1', coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM %1 t")
                     .arg(table);
    parts << QStringLiteral("SELECT 'roles', string_agg(r::text, E'\\n' ORDER BY r.oid) FROM pg_authid r")
          << QStringLiteral("SELECT 'members', string_agg(m::text, E'\\n' ORDER BY m::text) FROM pg_auth_members m")
          << QStringLiteral("SELECT 'functions', string_agg(p::text, E'\\n' ORDER BY p.oid) FROM pg_proc p")
          << QStringLiteral("SELECT 'triggers', string_agg(t::text, E'\\n' ORDER BY t.oid) FROM pg_trigger t")
          << QStringLiteral(
                 "SELECT 'rights', string_agg(c.relname || c.relacl::text, E'\\n' ORDER BY c.oid) FROM pg_class c "
                 "WHERE c.relnamespace::regnamespace::text IN ('ledger', 'telemetry', 'desk')")
          << QStringLiteral("SELECT 'objects', count(*)::text FROM pg_largeobject_metadata")
          << QStringLiteral("SELECT 'schemas', string_agg(n.nspname, ' ' ORDER BY n.nspname) FROM pg_namespace n "
                            "WHERE n.nspname !~ '^pg_toast'");
    return query(parts.join(QStringLiteral(" UNION ALL ")));
}

}  // namespace aftercharge
