// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "app/wiring/local_store.h"
#include "models/store/sqlcipher/key_file.h"
#include "tests/journey/journey_desk.h"
#include "tests/journey/keys.h"
#include "ui/common/error_words.h"
#include "ui/live/live_page.h"
#include "ui/login/unlock_page.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 60'000;
constexpr int speed = 60;

const QString passphrase = QStringLiteral("correct horse battery");

// A key of another store.
bool save_foreign_key(const QString &path)
{
    return QDir().mkpath(QFileInfo(path).path()) && save_key_file(path.toStdString(), StoreKey::generate()).has_value();
}

QByteArray bytes_of(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString wrong_key()
{
    return ErrorWords::sentence({ErrorCode::StoreWrongKey, {}});
}

}  // namespace

// From a new store to work, by keyboard alone; and what a lock keeps out.
class UnlockJourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_store_is_made_locked_and_unlocked_while_a_vehicle_charges();
    void a_wrong_key_changes_nothing();
    void a_wrong_passphrase_does_not_open_what_a_key_file_would();
};

void UnlockJourneyTest::a_store_is_made_locked_and_unlocked_while_a_vehicle_charges()
{
    JourneyDesk desk(speed);
    QVERIFY(desk.show());
    MainWindow &window = desk.window();
    QVERIFY(keys::tab_to(QStringLiteral("Make a new store…")));
    keys::press(Qt::Key_Return);
    QCOMPARE(keys::focused(), QStringLiteral("Store folder"));
    keys::type(desk.path(QStringLiteral("shanghai")));
    const std::pair<const char *, QString> fields[] = {
        {"Key file", desk.key_file()},
        {"Passphrase", passphrase},
        {"Name of the network", QStringLiteral("Shanghai Charging")},
        {"Currency", QStringLiteral("CNY")},
        {"Time zone", QStringLiteral("Asia/Shanghai")},
    };
    for (const auto &[name, text] : fields) {
        keys::press(Qt::Key_Tab);
        QCOMPARE(keys::focused(), QString::fromLatin1(name));
        keys::retype(text);
    }
    QVERIFY(keys::tab_to(QStringLiteral("Make the store")));
    keys::press(Qt::Key_Return);
    QVERIFY(desk.choose_person(QStringLiteral("Administrator")));
    QVERIFY(desk.shell().current_page() == PageId::Live);
    QVERIFY(desk.shell().live_page()->isVisible());
    const QByteArray ledger = bytes_of(desk.path(QStringLiteral("shanghai/ledger.db")));
    QVERIFY(ledger.size() >= 4096 && !ledger.startsWith("SQLite format 3"));

    const auto filled = desk.fill_network();
    QVERIFY2(filled, filled ? "" : to_line(filled.error()).c_str());
    QVERIFY(desk.drive_up({Drive{}}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.session_at("CP-0412") && desk.session_at("CP-0412")->energy.value() > 0, patience_ms);

    keys::run_command(QStringLiteral("Lock"));
    QTRY_VERIFY(!window.shell());
    QVERIFY(window.unlock_page()->isVisible());
    QCOMPARE(keys::focused(), QStringLiteral("Passphrase"));
    const LocalHost *engine_behind = desk.desk_host().host();
    const std::int64_t reports = desk.reports_received();
    const EnergyWh energy = desk.session_at("CP-0412")->energy;
    QTRY_VERIFY_WITH_TIMEOUT(desk.reports_received() > reports + 2, patience_ms);
    QTRY_VERIFY_WITH_TIMEOUT(desk.session_at("CP-0412")->energy > energy, patience_ms);

    const QString foreign = desk.path(QStringLiteral("keys/foreign.key"));
    QVERIFY(save_foreign_key(foreign));
    QVERIFY(keys::tab_to(QStringLiteral("Key file")));
    keys::retype(foreign);
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.words().contains(wrong_key()), patience_ms);
    QVERIFY(!window.shell());

    QVERIFY(keys::tab_to(QStringLiteral("Key file")));
    keys::retype({});
    QVERIFY(keys::tab_to(QStringLiteral("Passphrase")));
    keys::type(passphrase + u'!');
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.words().contains(wrong_key()), patience_ms);
    QVERIFY(!window.shell());

    QVERIFY(keys::tab_to(QStringLiteral("Passphrase")));
    keys::type(passphrase);
    keys::press(Qt::Key_Return);
    QVERIFY(desk.choose_person(QStringLiteral("R. Bauer")));
    QCOMPARE(static_cast<const LocalHost *>(desk.desk_host().host()), engine_behind);
    QTRY_COMPARE_WITH_TIMEOUT(desk.shell().live_page()->sessions().rowCount(), 1, patience_ms);
    QVERIFY(desk.shell().live_page()->sessions().session(0).state == OrderState::Charging);
}

void UnlockJourneyTest::a_wrong_key_changes_nothing()
{
    JourneyDesk desk(speed);
    const QString folder = desk.path(QStringLiteral("depot"));
    const auto url = parse_store_url("sqlcipher:" + folder.toStdString());
    KeySource source;
    source.key_file = desk.key_file().toStdString();
    QVERIFY(make_local_store(*url, source, {"Depot", *Currency::from_code("CNY"), "Asia/Shanghai"}));
    const QString foreign = desk.path(QStringLiteral("keys/foreign.key"));
    QVERIFY(save_foreign_key(foreign));
    const QStringList files = QDir(folder).entryList(QDir::Files);
    QVERIFY(files.contains(QStringLiteral("ledger.db")));
    QList<QByteArray> before;
    for (const QString &file : files)
        before.append(bytes_of(folder + u'/' + file));

    QVERIFY(desk.show());
    QVERIFY(keys::tab_to(QStringLiteral("Store folder")));
    keys::type(folder);
    QVERIFY(keys::tab_to(QStringLiteral("Key file")));
    keys::type(foreign);
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.words().contains(wrong_key()), patience_ms);
    QVERIFY(!desk.window().shell());
    QVERIFY(!desk.desk_host().host());
    QCOMPARE(QDir(folder).entryList(QDir::Files), files);
    for (qsizetype i = 0; i < files.size(); ++i)
        QVERIFY2(bytes_of(folder + u'/' + files[i]) == before[i], qPrintable(files[i]));

    QVERIFY(keys::tab_to(QStringLiteral("Key file")));
    keys::retype(desk.key_file());
    QVERIFY(keys::tab_to(QStringLiteral("Open")));
    keys::press(Qt::Key_Return);
    QVERIFY(desk.choose_person(QStringLiteral("Administrator")));
    // The next start of the desk asks for this store at once.
    QCOMPARE(desk.settings().value(QStringLiteral("store")).toString(), folder);
}

// The user's own key file lies where it is looked for; who types a passphrase means that.
void UnlockJourneyTest::a_wrong_passphrase_does_not_open_what_a_key_file_would()
{
    JourneyDesk desk(speed);
    const QString folder = desk.path(QStringLiteral("depot"));
    const auto url = parse_store_url("sqlcipher:" + folder.toStdString());
    {
        const auto made = make_local_store(*url, {}, {"Depot", *Currency::from_code("CNY"), "Asia/Shanghai"});
        QVERIFY(made);
        QVERIFY((*made)->set_passphrase(passphrase.toStdString()));
        QVERIFY(std::filesystem::exists(default_key_file(*url)));
    }
    QVERIFY(desk.show());
    QVERIFY(keys::tab_to(QStringLiteral("Store folder")));
    keys::type(folder);
    QVERIFY(keys::tab_to(QStringLiteral("Passphrase")));
    keys::type(QStringLiteral("not the passphrase"));
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.words().contains(wrong_key()), patience_ms);
    QVERIFY(!desk.desk_host().host());
    QVERIFY(keys::tab_to(QStringLiteral("Passphrase")));
    keys::type(passphrase);
    keys::press(Qt::Key_Return);
    QVERIFY(desk.choose_person(QStringLiteral("Administrator")));
}

QTEST_MAIN(UnlockJourneyTest)
#include "unlock_journey_test.moc"
