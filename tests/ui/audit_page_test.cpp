// SPDX-License-Identifier: GPL-3.0-or-later
// The audit page with a scripted engine: the alarms of a chain or a ledger that does not hold.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "ui/audit/audit_page.h"
#include "ui/common/busy_bar.h"
#include "ui/common/find_field.h"

using namespace aftercharge;

class AuditPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_broken_chain_raises_the_alarm()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<AuditPage>();
        QVERIFY(page);
        QTRY_COMPARE(tile(*page, QStringLiteral("Sum of the ledger"))->figure(), QStringLiteral("¥0.00"));
        QVERIFY(!banner(*page, "ledger_alarm")->isVisible());
        QCOMPARE(tile(*page, QStringLiteral("Audit chain"))->figure(), QStringLiteral("Not verified"));
        button(*page, "verify")->click();
        QTRY_VERIFY(banner(*page, "chain_result")->isVisible());
        QVERIFY(banner(*page, "chain_result")->text().startsWith(QStringLiteral("The chain is intact")));
        desk.service.chain = {.entries = 10'482, .intact = false, .problem = "ledger_transfer at 812"};
        button(*page, "verify")->click();
        QTRY_COMPARE(tile(*page, QStringLiteral("Audit chain"))->figure(), QStringLiteral("Broken"));
        const QString alarm = banner(*page, "chain_result")->text();
        QVERIFY(alarm.startsWith(QStringLiteral("The chain is broken")));
        QVERIFY(alarm.contains(QStringLiteral("ledger_transfer at 812")));
    }

    void verifying_shows_progress_and_can_be_cancelled()
    {
        PagesDesk desk(supervisor());
        QPromise<Result<ChainReport>> promise;
        promise.start();
        promise.setProgressRange(0, 1000);
        desk.service.on_verify = [&] { return promise.future(); };
        auto *page = desk.open<AuditPage>();
        QVERIFY(page);
        button(*page, "verify")->click();
        auto *busy = page->findChild<BusyBar *>();
        QVERIFY(busy->isVisible());
        QVERIFY(!button(*page, "verify")->isEnabled());
        promise.setProgressValue(420);
        const QList<QWidget *> parts = busy->findChildren<QWidget *>();
        QTRY_VERIFY(std::any_of(parts.begin(), parts.end(), [](const QWidget *part) {
            return part->accessibleName() == QStringLiteral("42 of 100");
        }));
        Q_EMIT busy->cancelRequested();
        QTRY_VERIFY(promise.isCanceled());
        promise.finish();
        QTRY_VERIFY(!busy->isVisible());
        QTRY_VERIFY(banner(*page, "chain_result")->text().startsWith(QStringLiteral("Cancelled.")));
    }

    void a_ledger_that_does_not_add_up_raises_the_alarm()
    {
        PagesDesk desk(supervisor());
        desk.service.sum = yuan(1);
        auto *page = desk.open<AuditPage>();
        QVERIFY(page);
        QTRY_VERIFY(banner(*page, "ledger_alarm")->isVisible());
        QVERIFY(banner(*page, "ledger_alarm")->text().contains(QStringLiteral("¥0.01")));
        auto *find = page->findChild<FindField *>();
        find->setText(QStringLiteral("operator"));
        QTRY_COMPARE(table_of(*page)->model()->rowCount(), 2);
    }
};

QTEST_MAIN(AuditPageTest)
#include "audit_page_test.moc"
