// SPDX-License-Identifier: GPL-3.0-or-later
// Settings with a scripted engine: what an administrator keeps and others only see.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/page_finds.h"
#include "tests/ui/pages_desk.h"
#include "ui/settings/day_strip.h"
#include "ui/settings/operator_sheets.h"
#include "ui/settings/settings_page.h"

using namespace aftercharge;

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void an_administrator_keeps_the_operators()
    {
        PagesDesk desk(administrator());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Operators);
        QSignalSpy toast(page, &SettingsPage::toast);
        Button *add = button(*page, "add_operator");
        QVERIFY(add->isEnabled());
        QVERIFY(!button(*page, "disable")->isEnabled());  // himself is chosen
        add->click();
        auto *sheet = page->findChild<AddOperatorSheet *>();
        const auto fields = sheet->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 3);
        fields[0]->setText(QStringLiteral("he.yan"));
        fields[2]->setText(QStringLiteral("12.345"));
        sheet->primary_button()->click();
        QTRY_VERIFY(sheet->findChild<Banner *>()->isVisible());  // more decimals than the currency has
        QVERIFY(!desk.asked("add_operator"));
        fields[2]->setText(QStringLiteral("50"));
        sheet->primary_button()->click();
        QTRY_VERIFY(!sheet->is_open());
        QCOMPARE(desk.service.operator_rows.size(), 7U);
        QCOMPARE(desk.service.operator_rows.back().approval_limit, std::optional(yuan(5'000)));
        QCOMPARE(toast.count(), 1);

        DataTable *table = named_table(*page, QStringLiteral("Operators and limits"));
        QTRY_COMPARE(table->model()->rowCount(), 7);
        table->selectRow(2);  // li.na
        button(*page, "set_limit")->click();
        auto *limit = page->findChild<LimitSheet *>();
        limit->findChild<QLineEdit *>()->setText(QStringLiteral("35"));
        QCOMPARE(limit->primary_button()->text(), QStringLiteral("Set limit to ¥35.00"));
        limit->primary_button()->click();
        QTRY_VERIFY(desk.asked("set_operator_limit li.na 35.00"));
        QTRY_COMPARE(cell(*table, 2, 3), QStringLiteral("¥35.00"));
        button(*page, "disable")->click();
        page->findChild<DisableSheet *>()->primary_button()->click();
        QTRY_VERIFY(desk.asked("disable_operator li.na"));
        QTRY_COMPARE(cell(*table, 2, 4), QStringLiteral("Disabled"));
        QVERIFY(!button(*page, "disable")->isEnabled());
    }

    void others_only_look_at_the_operators()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Operators);
        for (const char *name : {"add_operator", "set_limit", "disable"})
            QVERIFY2(!button(*page, name)->isEnabled(), name);
    }

    void a_tariff_is_readable()
    {
        PagesDesk desk(administrator());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Tariffs);
        const auto *strip = page->findChild<DayStrip *>();
        QTRY_VERIFY(strip->accessibleDescription().contains(QStringLiteral("18:00–21:00 sharp ¥1.69")));
        desk.service.tariff_rows[0].json = "{";
        Q_EMIT desk.feed.resynchronised();
        const auto wrong = [&] {
            const auto banners = strip->parentWidget()->findChildren<Banner *>();
            return std::any_of(banners.begin(), banners.end(), [](const Banner *found) { return found->isVisible(); });
        };
        QTRY_VERIFY(wrong());
    }

    void the_theme_is_kept()
    {
        PagesDesk desk(supervisor());
        auto *page = desk.open<SettingsPage>();
        QVERIFY(page);
        page->show_section(SettingsSection::Appearance);
        for (QRadioButton *choice : page->findChildren<QRadioButton *>()) {
            if (choice->text() == QStringLiteral("Dark"))
                choice->click();
        }
        QVERIFY(desk.themes.theme().dark);
        QCOMPARE(desk.settings.value(QStringLiteral("theme")).toString(), QStringLiteral("dark"));
    }
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
