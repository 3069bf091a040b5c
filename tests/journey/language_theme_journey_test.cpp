// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>

#include "tests/journey/journey_desk.h"
#include "tests/journey/keys.h"
#include "ui/common/nav_item.h"
#include "ui/live/live_page.h"
#include "ui/login/unlock_page.h"
#include "ui/tickets/tickets_page.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 60'000;
constexpr int speed = 60;

// As the program translates it now.
QString in_words(const char *context, const char *source)
{
    return QCoreApplication::translate(context, source);
}

bool is_chinese(const QString &text)
{
    return !text.isEmpty() && text.front().script() == QChar::Script_Han;
}

QStringList navigation(MainWindow &window)
{
    QStringList names;
    for (const NavItem *item : window.findChildren<NavItem *>())
        names.append(item->text());
    return names;
}

}  // namespace

// Words and colours change under a running session; a desk that serves asks before it closes.
class LanguageThemeJourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void words_and_colours_change_while_a_vehicle_charges();
    void a_desk_that_serves_asks_before_it_closes();
    void the_unlock_page_keeps_what_was_typed_when_the_language_changes();
    void cleanup() { desk_.reset(); }

private:
    std::unique_ptr<JourneyDesk> desk_;
};

void LanguageThemeJourneyTest::init()
{
    desk_ = std::make_unique<JourneyDesk>(speed);
    const auto opened = desk_->open_new_store();
    QVERIFY2(opened, opened ? "" : to_line(opened.error()).c_str());
    QVERIFY(desk_->choose_person(QStringLiteral("Wang Jing")));
}

void LanguageThemeJourneyTest::words_and_colours_change_while_a_vehicle_charges()
{
    MainWindow &window = desk_->window();
    QVERIFY(desk_->drive_up({Drive{}}));
    QTRY_COMPARE_WITH_TIMEOUT(desk_->shell().live_page()->sessions().rowCount(), 1, patience_ms);
    const QStringList english = navigation(window);
    QCOMPARE(english.front(), QStringLiteral("Live"));
    for (const PageId page : {PageId::Live, PageId::Tickets, PageId::Orders, PageId::Approvals}) {
        desk_->shell().show_page(page);
        keys::run_command(QStringLiteral("language"));
        QTRY_VERIFY_WITH_TIMEOUT(is_chinese(navigation(window).front()), patience_ms);
        QVERIFY(desk_->shell().current_page() == page);
        QVERIFY(desk_->shell().page(page)->isVisible());
        for (const QString &name : navigation(window))
            QVERIFY2(is_chinese(name), qPrintable(name));
        keys::run_command(in_words("aftercharge::Shell", "Switch between light and dark"));
        QTRY_COMPARE_WITH_TIMEOUT(desk_->settings().value(QStringLiteral("theme")).toString(), QStringLiteral("dark"),
                                  patience_ms);
        const QColor dark = window.grab().toImage().pixelColor(4, window.height() / 2);
        QVERIFY(dark.lightness() < 100);
        QVERIFY(desk_->shell().current_page() == page);
        keys::run_command(in_words("aftercharge::Shell", "Switch language"));
        QTRY_COMPARE_WITH_TIMEOUT(navigation(window), english, patience_ms);
        QVERIFY(desk_->shell().current_page() == page);
        keys::run_command(QStringLiteral("light and dark"));
        QTRY_COMPARE_WITH_TIMEOUT(desk_->settings().value(QStringLiteral("theme")).toString(), QStringLiteral("light"),
                                  patience_ms);
        QVERIFY(window.grab().toImage().pixelColor(4, window.height() / 2).lightness() > 150);
    }
    // The session has gone on, and the new screens follow it.
    desk_->shell().show_page(PageId::Live);
    QTRY_COMPARE_WITH_TIMEOUT(desk_->shell().live_page()->sessions().rowCount(), 1, patience_ms);
    const EnergyWh energy = desk_->shell().live_page()->sessions().session(0).energy;
    QTRY_VERIFY_WITH_TIMEOUT(desk_->shell().live_page()->sessions().session(0).energy > energy, patience_ms);
}

void LanguageThemeJourneyTest::a_desk_that_serves_asks_before_it_closes()
{
    MainWindow &window = desk_->window();
    const QString question = QStringLiteral("Close this desk?");
    QVERIFY(desk_->host().serves_charge_points());
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QVERIFY(desk_->words().contains(question));
    keys::press(Qt::Key_Escape);
    QVERIFY(!desk_->words().contains(question));
    QVERIFY(window.isVisible());
    QVERIFY(!window.close());
    QVERIFY(keys::tab_to(QStringLiteral("Close and stop serving")));
    keys::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), patience_ms);
}

void LanguageThemeJourneyTest::the_unlock_page_keeps_what_was_typed_when_the_language_changes()
{
    keys::run_command(QStringLiteral("Lock"));
    QTRY_VERIFY(!desk_->window().shell());
    QVERIFY(keys::tab_to(QStringLiteral("Key file")));
    keys::retype(desk_->key_file());
    QVERIFY(keys::tab_to(QStringLiteral("中文")));
    keys::press(Qt::Key_Return);
    const auto key_file = [] { return in_words("aftercharge::UnlockPage", "Key file"); };
    QTRY_VERIFY_WITH_TIMEOUT(is_chinese(key_file()), patience_ms);
    QVERIFY(desk_->window().unlock_page()->isVisible());
    QVERIFY(desk_->words().contains(key_file()));
    QVERIFY(keys::tab_to(key_file()));
    QCOMPARE(desk_->window().unlock_page()->key_file(), desk_->key_file());
    keys::press(Qt::Key_Return);
    QVERIFY(desk_->choose_person(QStringLiteral("Wang Jing")));
    QVERIFY(is_chinese(navigation(desk_->window()).front()));
}

QTEST_MAIN(LanguageThemeJourneyTest)
#include "language_theme_journey_test.moc"
