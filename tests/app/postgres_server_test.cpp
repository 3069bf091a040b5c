// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_server.h"

#include <chrono>
#include <future>

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include "app/sim/postgres/postgres_processes.h"

using namespace aftercharge;
using namespace aftercharge::sim;

namespace {

// A connection over TCP as a program makes it; empty: it was opened, else why not.
QString try_to_connect(const PostgresServer &server, const std::string &password, const QString &options,
                       QString *answer = nullptr, const QString &sql = {})
{
    const QString name = QStringLiteral("probe");
    QString problem;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        database.setHostName(QString::fromStdString(server.host()));
        database.setPort(server.port());
        database.setUserName(QString::fromStdString(server.superuser()));
        database.setPassword(QString::fromStdString(password));
        database.setDatabaseName(QStringLiteral("postgres"));
        database.setConnectOptions(options);
        if (!database.open()) {
            problem = database.lastError().text();
        } else if (answer != nullptr) {
            QSqlQuery query(database);
            *answer = query.exec(sql) && query.next() ? query.value(0).toString() : query.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return problem;
}

std::string answer(PostgresServer &server, const std::string &sql)
{
    const auto result = server.query(sql);
    return result ? *result : to_line(result.error());
}

#define DONE(expression)                                                                                               \
    do {                                                                                                               \
        const auto &done = (expression);                                                                               \
        QVERIFY2(done.has_value(), done ? "" : to_line(done.error()).c_str());                                         \
    } while (false)

}  // namespace

class PostgresServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void starts_answers_and_leaves_nothing();
    void takes_settings();
    void speaks_tls_and_nothing_else();
    void keeps_committed_rows_when_it_is_killed();
    void a_named_folder_stays_and_starts_again();
    void a_standby_follows_and_takes_over();
    void what_was_acknowledged_to_a_synchronous_primary_is_on_the_standby();
    void refuses_what_cannot_be();
    void goes_down_with_the_program_that_was_killed();
    void ends_with_the_program();
};

void PostgresServerTest::starts_answers_and_leaves_nothing()
{
    QElapsedTimer timer;
    timer.start();
    auto started = PostgresServer::start();
    DONE(started);
    qInfo("started in %lld ms", timer.elapsed());
    const QString folder = QString::fromStdString((*started)->folder());
    const qint64 pid = postmaster_state(QString::fromStdString((*started)->data_folder())).pid;
    QVERIFY(pid > 0);
    {
        PostgresServer &server = **started;
        QVERIFY(server.is_running());
        QString said;
        QCOMPARE(try_to_connect(server, server.password(), {}, &said,
                                QStringLiteral("select current_setting('fsync') || ' ' || current_user || ' ' || "
                                               "current_setting('listen_addresses')")),
                 QString());
        QCOMPARE(said, QStringLiteral("on postgres 127.0.0.1"));
        QVERIFY(try_to_connect(server, "wrong", {}).contains(QStringLiteral("password authentication failed")));
        QCOMPARE(answer(server, "select 1, 'a'"), std::string("1|a"));
        QVERIFY(answer(server, "select nonsense").find("nonsense") != std::string::npos);
        QCOMPARE(server.ca_file(), std::string());
        QCOMPARE(server.url("store"), "postgresql://postgres@127.0.0.1:" + std::to_string(server.port()) + "/store");
        DONE(server.wait_ready());
    }
    started->reset();
    QVERIFY(!QFileInfo::exists(QStringLiteral("/proc/%1").arg(pid)));
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(folder), 20'000);
}

void PostgresServerTest::takes_settings()
{
    PostgresOptions options;
    options.fsync = false;
    options.max_connections = 17;
    options.settings = {{"statement_timeout", "1234ms"}, {"application_name", "it's"}};
    auto server = PostgresServer::start(options);
    DONE(server);
    QCOMPARE(answer(**server, "select current_setting('fsync'), current_setting('max_connections'), "
                              "current_setting('statement_timeout')"),
             std::string("off|17|1234ms"));
}

void PostgresServerTest::speaks_tls_and_nothing_else()
{
    PostgresOptions options;
    options.tls = true;
    auto server = PostgresServer::start(options);
    DONE(server);
    const QString verified = QStringLiteral("sslmode=verify-full;sslrootcert=%1");
    QString said;
    QCOMPARE(try_to_connect(**server, (*server)->password(), verified.arg(QString::fromStdString((*server)->ca_file())),
                            &said, QStringLiteral("select version from pg_stat_ssl where pid = pg_backend_pid()")),
             QString());
    QCOMPARE(said, QStringLiteral("TLSv1.3"));
    QVERIFY(try_to_connect(**server, (*server)->password(), QStringLiteral("sslmode=disable"))
                .contains(QStringLiteral("no encryption")));
    // Another server's CA did not sign it.
    auto other = PostgresServer::start(options);
    DONE(other);
    QVERIFY(try_to_connect(**server, (*server)->password(), verified.arg(QString::fromStdString((*other)->ca_file())))
                .contains(QStringLiteral("certificate verify failed")));
    // A standby has the certificate too, and follows over TLS.
    auto standby = PostgresServer::start_standby(**server);
    DONE(standby);
    QCOMPARE(
        try_to_connect(**standby, (*server)->password(), verified.arg(QString::fromStdString((*standby)->ca_file()))),
        QString());
}

void PostgresServerTest::keeps_committed_rows_when_it_is_killed()
{
    auto started = PostgresServer::start();
    DONE(started);
    PostgresServer &server = **started;
    const int port = server.port();
    DONE(server.query("create table kept(n int); insert into kept select generate_series(1, 1000)"));
    DONE(server.kill());
    QVERIFY(!server.is_running());
    QVERIFY(!server.query("select 1"));
    DONE(server.restart());
    QCOMPARE(server.port(), port);
    QCOMPARE(answer(server, "select count(*) from kept"), std::string("1000"));
    QVERIFY(server.log_tail().find("not properly shut down") != std::string::npos);
    DONE(server.stop());
    QVERIFY(!server.is_running());
    DONE(server.restart());
    QCOMPARE(answer(server, "select count(*) from kept"), std::string("1000"));
    QVERIFY(server.log_tail().find("not properly shut down") == std::string::npos);
}

void PostgresServerTest::a_named_folder_stays_and_starts_again()
{
    QTemporaryDir parent(QDir::tempPath() + QStringLiteral("/pg-XXXXXX"));
    // The server's user must be able to pass through.
    QFile::setPermissions(parent.path(), QFile::Permissions(0x7755));
    PostgresOptions options;
    options.folder = parent.filePath(QStringLiteral("server")).toStdString();
    std::string password;
    {
        auto server = PostgresServer::start(options);
        DONE(server);
        password = (*server)->password();
        DONE((*server)->query("create table kept(n int); insert into kept values (7)"));
    }
    QVERIFY(QFileInfo::exists(QString::fromStdString(options.folder)));
    auto server = PostgresServer::start(options);
    DONE(server);
    QCOMPARE((*server)->password(), password);
    QCOMPARE(answer(**server, "select n from kept"), std::string("7"));
    server->reset();
}

void PostgresServerTest::a_standby_follows_and_takes_over()
{
    auto primary = PostgresServer::start();
    DONE(primary);
    DONE((*primary)->query("create table kept(n int); insert into kept values (1)"));
    auto standby = PostgresServer::start_standby(**primary);
    DONE(standby);
    QVERIFY((*standby)->port() != (*primary)->port());
    DONE((*primary)->query("insert into kept values (2)"));
    DONE((*standby)->wait_caught_up(**primary));
    QCOMPARE(answer(**standby, "select count(*), pg_is_in_recovery() from kept"), std::string("2|t"));
    QVERIFY(!(*standby)->query("insert into kept values (3)"));
    DONE((*primary)->kill());
    DONE((*standby)->promote());
    DONE((*standby)->query("insert into kept values (3)"));
    QCOMPARE(answer(**standby, "select count(*), pg_is_in_recovery() from kept"), std::string("3|f"));
    // The new primary can have a standby in its turn.
    auto next = PostgresServer::start_standby(**standby);
    DONE(next);
    QCOMPARE(answer(**next, "select count(*) from kept"), std::string("3"));
}

void PostgresServerTest::what_was_acknowledged_to_a_synchronous_primary_is_on_the_standby()
{
    auto primary = PostgresServer::start();
    DONE(primary);
    DONE((*primary)->query("create table kept(n int)"));
    auto standby = PostgresServer::start_standby(**primary);
    DONE(standby);
    DONE((*primary)->make_synchronous());
    DONE((*primary)->query("insert into kept select generate_series(1, 5000)"));
    DONE((*primary)->kill());
    DONE((*standby)->promote());
    QCOMPARE(answer(**standby, "select count(*) from kept"), std::string("5000"));
    // It waits for nobody: a primary alone now.
    DONE((*standby)->query("insert into kept values (0)"));

    // And with no standby left a synchronous primary does wait.
    DONE((*primary)->restart());
    auto waiting = std::async(std::launch::async, [&] { return (*primary)->query("insert into kept values (9)"); });
    QTRY_COMPARE_WITH_TIMEOUT(answer(**primary, "select count(*) from pg_stat_activity where wait_event = 'SyncRep'"),
                              std::string("1"), 10'000);
    QVERIFY(waiting.wait_for(std::chrono::milliseconds(300)) == std::future_status::timeout);
    DONE((*primary)->make_asynchronous());
    DONE(waiting.get());
}

void PostgresServerTest::refuses_what_cannot_be()
{
    auto server = PostgresServer::start();
    DONE(server);
    PostgresOptions taken;
    taken.port = (*server)->port();
    const auto second = PostgresServer::start(taken);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::StoreUnreachable);
    QVERIFY2(second.error().detail.find("Address already in use") != std::string::npos, second.error().detail.c_str());
    PostgresOptions wrong;
    wrong.settings = {{"no_such_setting", "1"}};
    const auto third = PostgresServer::start(wrong);
    QVERIFY(!third);
    QVERIFY(third.error().detail.find("no_such_setting") != std::string::npos);
    PostgresOptions deep;
    deep.folder = QDir::tempPath().toStdString() + "/" + std::string(120, 'x');
    const auto fourth = PostgresServer::start(deep);
    QVERIFY(!fourth);
    QCOMPARE(fourth.error().code, ErrorCode::InputInvalid);
    QDir(QString::fromStdString(deep.folder)).removeRecursively();
}

struct Program {
    Program()
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(qEnvironmentVariable("AFTERCHARGE_BIN") + QStringLiteral("/aftercharge-sim"),
                      {QStringLiteral("postgres")});
        for (int waits = 0; waits < 60 && !process.canReadLine(); ++waits)
            process.waitForReadyRead(1000);
        said = QJsonDocument::fromJson(process.readLine()).object();
        folder = QFileInfo(said[QStringLiteral("password_file")].toString()).path();
        pid = postmaster_state(folder + QStringLiteral("/data")).pid;
    }
    bool is_gone() const
    {
        return !QFileInfo::exists(folder) && !QFileInfo::exists(QStringLiteral("/proc/%1/cwd").arg(pid));
    }

    QProcess process;
    QJsonObject said;
    QString folder;
    qint64 pid = 0;
};

void PostgresServerTest::goes_down_with_the_program_that_was_killed()
{
    Program program;
    QCOMPARE(program.said[QStringLiteral("host")].toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(program.said[QStringLiteral("superuser")].toString(), QStringLiteral("postgres"));
    QVERIFY(program.said[QStringLiteral("port")].toInt() > 0);
    QVERIFY(program.pid > 0);
    QVERIFY(QFileInfo::exists(program.folder));
    program.process.kill();
    QVERIFY(program.process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(program.is_gone(), 20'000);
}

void PostgresServerTest::ends_with_the_program()
{
    Program program;
    QVERIFY(program.pid > 0);
    program.process.terminate();
    QVERIFY(program.process.waitForFinished());
    QCOMPARE(program.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.process.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(program.is_gone(), 20'000);
}

QTEST_GUILESS_MAIN(PostgresServerTest)
#include "postgres_server_test.moc"
