// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame around the pages says of a shared store.
#include <QtTest>
#include <QtWidgets>

#include "models/live/store_status.h"
#include "tests/ui/pages_desk.h"
#include "tests/ui/pictures.h"
#include "ui/common/banner.h"
#include "ui/common/state_chip.h"
#include "ui/shell/shell.h"
#include "ui/shell/store_banner.h"

using namespace aftercharge;

namespace {

struct SharedDesk : PagesDesk {
    explicit SharedDesk(ThemeChoice choice = ThemeChoice::Light) : PagesDesk(supervisor(), choice)
    {
        context.store = &status;
        shell = std::make_unique<Shell>(context);
        shell->resize(1440, 900);
    }
    ~SharedDesk() { shell.reset(); }
    bool show()
    {
        shell->show();
        return QTest::qWaitForWindowExposed(shell.get());
    }
    // Empty: none is seen.
    QString banner() const
    {
        const auto *over = shell->findChild<StoreBanner *>();
        return over->isVisible() ? over->findChild<Banner *>()->text() : QString();
    }
    bool says(const QString &words) const
    {
        for (const QLabel *label : shell->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == words)
                return true;
        }
        return false;
    }

    StoreStatus status{"db.example.com"};
    std::unique_ptr<Shell> shell;
};

UtcTime two_past_two()
{
    return parse_iso8601("2026-11-24T06:02:11.000Z").value();  // 14:02:11 in Shanghai
}

}  // namespace

class ShellStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_shared_store_is_named();
    void an_outage_is_told_and_gone_again();
    void without_a_daemon_decisions_wait();
    void a_local_store_says_what_it_said();
    void pictures_data() { add_picture_rows(); }
    void pictures();
};

void ShellStoreTest::a_shared_store_is_named()
{
    SharedDesk desk;
    QVERIFY(desk.show());
    QTRY_VERIFY(desk.says(QStringLiteral("Shared store · db.example.com")));
    QVERIFY(desk.banner().isEmpty());
    QVERIFY(!desk.says(QStringLiteral("Store: local, encrypted")));
}

void ShellStoreTest::an_outage_is_told_and_gone_again()
{
    SharedDesk desk;
    QVERIFY(desk.show());
    desk.status.set_unreachable_since(two_past_two());
    QCOMPARE(desk.banner(), QStringLiteral("The store cannot be reached since 14:02:11. Decisions are kept and tried "
                                           "again; what is shown may be old."));
    QTRY_VERIFY(desk.says(QStringLiteral("Shared store · db.example.com: cannot be reached")));
    // Nobody knows then whether daemons work.
    desk.status.set_a_daemon_works(false);
    QVERIFY(desk.banner().contains(QStringLiteral("14:02:11")));
    desk.status.set_a_daemon_works(true);
    desk.status.set_unreachable_since(std::nullopt);
    QVERIFY(desk.banner().isEmpty());
    QTRY_VERIFY(desk.says(QStringLiteral("Shared store · db.example.com")));
}

void ShellStoreTest::without_a_daemon_decisions_wait()
{
    SharedDesk desk;
    desk.status.set_a_daemon_works(false);
    QVERIFY(desk.show());
    QCOMPARE(desk.banner(), QStringLiteral("No daemon is working: decisions wait."));
    desk.status.set_a_daemon_works(true);
    QVERIFY(desk.banner().isEmpty());
}

void ShellStoreTest::a_local_store_says_what_it_said()
{
    PagesDesk desk(supervisor());
    Shell shell(desk.context);
    shell.resize(1440, 900);
    shell.show();
    QVERIFY(QTest::qWaitForWindowExposed(&shell));
    QVERIFY(!shell.findChild<StoreBanner *>()->isVisible());
    const auto labels = shell.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == QStringLiteral("Store: local, encrypted");
    }));
}

void ShellStoreTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QLatin1String(QTest::currentDataTag());
    SharedDesk desk(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    desk.shell->resize(size);
    QVERIFY(desk.show());
    desk.shell->show_page(PageId::Refunds);
    QTest::qWait(60);
    save_picture(*desk.shell, QStringLiteral("shared-") + tag);
    desk.status.set_unreachable_since(two_past_two());
    save_picture(*desk.shell, QStringLiteral("shared-away-") + tag);
    desk.status.set_unreachable_since(std::nullopt);
    desk.status.set_a_daemon_works(false);
    save_picture(*desk.shell, QStringLiteral("shared-no-daemon-") + tag);
}

QTEST_MAIN(ShellStoreTest)
#include "shell_store_test.moc"
