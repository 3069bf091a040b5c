// SPDX-License-Identifier: GPL-3.0-or-later
// Who may change operators through the desk's service, on a real encrypted store; and that a
// verification of the chain tells its progress.
#include <QFutureWatcher>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/wiring/local_host.h"
#include "app/wiring/local_store.h"

using namespace aftercharge;

namespace {

template<typename T>
Result<T> awaited(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return fail(ErrorCode::CommandTimeout, "the desk did not answer");
    return future.result();
}

OperatorName name_of(const char *text)
{
    return *OperatorName::from_text(text);
}

Operator person_of(const char *name, Role role)
{
    Operator person;
    person.name = name_of(name);
    person.role = role;
    return person;
}

}  // namespace

class LocalDeskOperatorsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", folder_.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder_.filePath(QStringLiteral("config")).toUtf8());
        const auto url = parse_store_url("sqlcipher:" + folder_.filePath(QStringLiteral("store")).toStdString());
        QVERIFY(url);
        yuan_ = *Currency::from_code("CNY");
        KeySource source;
        source.key_file = folder_.filePath(QStringLiteral("store.key")).toStdString();
        QVERIFY(make_local_store(*url, source, {"Test", yuan_, "Asia/Shanghai"}));
        const auto key = load_store_key(*url, source);
        QVERIFY(key);
        auto host = LocalHost::start({.store = *url, .key = *key, .ocpp = {}, .live = {}, .customer = {}});
        QVERIFY2(host.has_value(), host ? "" : to_line(host.error()).c_str());
        host_ = std::move(*host);
        host_->desk().set_operator(first_operator());
    }

    void an_administrator_adds_limits_and_disables()
    {
        DeskService &desk = host_->desk();
        const Money limit = *Money::from_minor(5'000, yuan_);
        QVERIFY(awaited(desk.add_operator(person_of("li.na", Role::Agent))));
        QCOMPARE(awaited(desk.add_operator(person_of("li.na", Role::Agent))).error().code, ErrorCode::OperatorExists);
        const auto limited = awaited(desk.set_operator_limit(name_of("li.na"), limit));
        QVERIFY(limited);
        QCOMPARE(limited->approval_limit, std::optional(limit));
        QVERIFY(awaited(desk.add_operator(person_of("gu.wei", Role::Ops))));
        QVERIFY(awaited(desk.disable_operator(name_of("gu.wei")))->disabled);
        const auto trail = awaited(desk.audit({}, "li.na"));
        QVERIFY(trail);
        QCOMPARE(trail->rows.size(), 2U);  // operator.add, operator.set_limit
        QCOMPARE(trail->rows.front().actor.name, first_operator().text());
    }

    void nobody_changes_himself()
    {
        DeskService &desk = host_->desk();
        QCOMPARE(awaited(desk.disable_operator(first_operator())).error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(awaited(desk.set_operator_limit(first_operator(), *Money::from_minor(1, yuan_))).error().code,
                 ErrorCode::OperatorNotPermitted);
    }

    void others_change_nobody()
    {
        DeskService &desk = host_->desk();
        desk.set_operator(name_of("li.na"));
        QCOMPARE(awaited(desk.add_operator(person_of("x", Role::Agent))).error().code, ErrorCode::OperatorNotPermitted);
        QCOMPARE(awaited(desk.disable_operator(name_of("gu.wei"))).error().code, ErrorCode::OperatorNotPermitted);
        desk.set_operator(name_of("gu.wei"));
        QCOMPARE(awaited(desk.add_operator(person_of("x", Role::Agent))).error().code, ErrorCode::OperatorDisabled);
        desk.set_operator(first_operator());
    }

    void verifying_tells_its_progress()
    {
        QFutureWatcher<Result<ChainReport>> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(host_->desk().verify_audit());
        QVERIFY(finished.wait(20'000));
        QCOMPARE(watcher.progressMaximum(), 1000);
        const auto report = watcher.result();
        QVERIFY(report);
        QVERIFY2(report->intact, report->problem.c_str());
        QVERIFY(report->entries >= 4);
    }

    void a_long_read_ends_when_its_thread_is_to_stop()
    {
        host_.reset();
        const auto url = parse_store_url("sqlcipher:" + folder_.filePath(QStringLiteral("store")).toStdString());
        KeySource source;
        source.key_file = folder_.filePath(QStringLiteral("store.key")).toStdString();
        ReadThread reads;
        QVERIFY(reads.start([&]() -> Result<Readers> {
            const auto store = open_local_store(*url, source);
            if (!store)
                return tl::unexpected(store.error());
            return Readers{*(*store)->ledger().open_reader(), *(*store)->telemetry().open_reader()};
        }));
        QSemaphore begun;
        const auto read = reads.run([&](LedgerReader &ledger, TelemetryReader &) {
            begun.release();
            std::int64_t rounds = 0;
            while (!reads.is_stopping())
                rounds += ledger.registry().network() ? 1 : 0;
            return rounds;
        });
        begun.acquire();
        reads.stop();
        QVERIFY(read.isFinished());
        QVERIFY(read.result() >= 0);
        // Asked of a thread that is over: cancelled, not left waiting.
        const auto late = reads.run([](LedgerReader &, TelemetryReader &) { return 1; });
        QVERIFY(late.isFinished() && late.isCanceled());
    }

    void cleanupTestCase() { host_.reset(); }

private:
    QTemporaryDir folder_;
    Currency yuan_;
    std::unique_ptr<LocalHost> host_;
};

QTEST_GUILESS_MAIN(LocalDeskOperatorsTest)
#include "local_desk_operators_test.moc"
