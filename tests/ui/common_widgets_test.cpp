// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QtTest>
#include <QtWidgets>

#include "ui/common/banner.h"
#include "ui/common/busy_bar.h"
#include "ui/common/button.h"
#include "ui/common/data_table.h"
#include "ui/common/empty_state.h"
#include "ui/common/filter_chip.h"
#include "ui/common/icons.h"
#include "ui/common/kpi_tile.h"
#include "ui/common/nav_item.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include "ui/common/state_chip.h"
#include "ui/common/tabular_text.h"
#include "ui/common/theme_controller.h"
#include "ui/common/toast_area.h"

using namespace aftercharge;

class CommonWidgetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { themes_ = std::make_unique<ThemeController>(*qApp, ThemeChoice::Light); }
    void cleanupTestCase() { themes_.reset(); }

    void every_text_is_readable_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void every_text_is_readable()
    {
        QFETCH(bool, dark);
        const Theme t = dark ? dark_theme() : light_theme();
        struct Pair {
            const char *what;
            QColor ink;
            QList<QColor> grounds;
        };
        const QList<QColor> everywhere{t.background, t.surface, t.navigation, t.field, t.selection, t.hover};
        QList<Pair> pairs{
            {"text", t.text, everywhere + QList<QColor>{t.bar_fill, t.bar_empty, t.neutral_soft}},
            {"muted", t.muted, everywhere + QList<QColor>{t.neutral_soft}},
            {"accent", t.accent, {t.background, t.surface, t.navigation, t.selection}},
            {"on accent", t.on_accent, {t.accent, t.accent_hover}},
            {"on bad", t.surface, {t.bad}},
        };
        for (const CurveQuantity quantity : {CurveQuantity::Power, CurveQuantity::Voltage, CurveQuantity::Soc,
                                             CurveQuantity::Energy, CurveQuantity::Current, CurveQuantity::Fee})
            pairs.append({"scale", t.curve_text(quantity), {t.surface}});
        for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info}) {
            pairs.append(
                {"tone", t.tone_text(tone), {t.tone_soft(tone), t.surface, t.background, t.selection, t.navigation}});
        }
        for (const Pair &pair : pairs) {
            for (const QColor &ground : pair.grounds) {
                const double ratio = contrast_ratio(pair.ink, ground);
                QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 %2 on %3: %4")
                                                      .arg(QLatin1String(pair.what), pair.ink.name(), ground.name())
                                                      .arg(ratio)));
            }
        }
        // Shapes and the bar: 3:1 for what is not text.
        for (const Tone tone : {Tone::Ok, Tone::Warn, Tone::Bad, Tone::Info})
            QVERIFY(contrast_ratio(t.tone(tone), t.surface) >= 3.0);
    }

    void theme_changes_while_running()
    {
        QSignalSpy spy(themes_.get(), &ThemeController::themeChanged);
        const QPixmap light = themes_->icons().icon(IconName::Live).pixmap(20, 20);
        themes_->set_choice(ThemeChoice::Dark);
        QCOMPARE(spy.count(), 1);
        QVERIFY(themes_->theme().dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), themes_->theme().surface);
        QVERIFY(light.toImage() != themes_->icons().icon(IconName::Live).pixmap(20, 20).toImage());
        themes_->set_choice(ThemeChoice::Light);
        themes_->set_choice(ThemeChoice::Light);
        QCOMPARE(spy.count(), 2);
    }

    void every_icon_draws()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i <= static_cast<int>(IconName::Key); ++i) {
            const QPixmap pixmap = themes_->icons().pixmap(static_cast<IconName>(i), 20, Qt::black, 2.0);
            QCOMPARE(pixmap.size(), QSize(40, 40));
            const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    inked += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
            }
            QVERIFY2(inked > 40, qPrintable(icon_file(static_cast<IconName>(i))));
            QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY(!seen.contains(bytes));
            seen.insert(bytes);
        }
    }

    void digits_stand_under_each_other()
    {
        const QFont font = themes_->theme().fonts.body;
        QCOMPARE(tabular_width(QStringLiteral("111.11"), font), tabular_width(QStringLiteral("888.88"), font));
        QVERIFY(tabular_width(QStringLiteral("1111"), font) > tabular_width(QStringLiteral("111"), font));
    }

    void sheet_keeps_the_focus()
    {
        QWidget page;
        page.resize(800, 600);
        auto *below = new QLineEdit(&page);
        Sheet sheet(*themes_, &page);
        sheet.set_title(QStringLiteral("Approve refund"));
        auto *first = new QLineEdit;
        auto *second = new QLineEdit;
        sheet.body()->addWidget(first);
        sheet.body()->addWidget(second);
        sheet.set_primary(QStringLiteral("Refund ¥4.36 to balance"));
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
        below->setFocus();
        QTRY_VERIFY(below->hasFocus());
        sheet.open();
        QTRY_VERIFY(first->hasFocus());
        const QList<QWidget *> forward{second, sheet.cancel_button(), sheet.primary_button(), first};
        for (QWidget *expected : forward) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), expected);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QCOMPARE(QApplication::focusWidget(), sheet.primary_button());
        below->setFocus();  // as a click or a shortcut of the page would
        QVERIFY(!below->hasFocus());
        QVERIFY(sheet.isAncestorOf(QApplication::focusWidget()));
    }

    void sheet_cancels_by_escape_and_accepts_by_enter()
    {
        QWidget page;
        page.resize(800, 600);
        auto *below = new QLineEdit(&page);
        Sheet sheet(*themes_, &page);
        auto *field = new QLineEdit;
        sheet.body()->addWidget(field);
        sheet.set_primary(QStringLiteral("Stop"), true);
        QSignalSpy accepted(&sheet, &Sheet::accepted);
        QSignalSpy cancelled(&sheet, &Sheet::cancelled);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        below->setFocus();
        sheet.open();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!sheet.isVisible());
        QVERIFY(below->hasFocus());
        sheet.open();
        sheet.primary_button()->setFocus();
        QTest::keyClick(sheet.primary_button(), Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        QVERIFY(sheet.is_open());  // the page closes it when the work is done
        sheet.set_busy(true);
        QTest::mouseClick(sheet.primary_button(), Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        sheet.close_sheet();
        QCOMPARE(cancelled.count(), 1);
    }

    void everything_has_an_accessible_name()
    {
        QWidget page;
        Sheet sheet(*themes_, &page);
        sheet.set_title(QStringLiteral("Title"));
        StateChip chip(*themes_);
        chip.set_state(Tone::Bad, ChipShape::Triangle, QStringLiteral("Phantom"));
        FilterChip filter(*themes_, QStringLiteral("Need a look"));
        filter.set_count(3);
        NavItem item(*themes_, IconName::Tickets, QStringLiteral("Tickets"));
        item.set_count(23, true);
        KpiTile tile(*themes_, KpiTile::Look::Framed, QStringLiteral("Power"));
        tile.set_value(QStringLiteral("7.42 MW"), QStringLiteral("peak 9.10"));
        Banner banner(*themes_);
        banner.set_message(Tone::Ok, QStringLiteral("Within your limit"));
        EmptyState empty(*themes_, IconName::Tickets, QStringLiteral("No tickets"));
        QCOMPARE(sheet.accessibleName(), QStringLiteral("Title"));
        QCOMPARE(chip.accessibleName(), QStringLiteral("Phantom"));
        QCOMPARE(filter.accessibleName(), QStringLiteral("Need a look 3"));
        QCOMPARE(item.accessibleName(), QStringLiteral("Tickets, 23"));
        QCOMPARE(tile.accessibleName(), QStringLiteral("Power: 7.42 MW, peak 9.10"));
        QCOMPARE(banner.accessibleName(), QStringLiteral("Within your limit"));
        QCOMPARE(empty.accessibleName(), QStringLiteral("No tickets"));
    }

    void toasts_come_go_and_undo()
    {
        QWidget host;
        host.resize(600, 400);
        host.show();
        ToastArea area(*themes_, &host);
        int undone = 0;
        area.show_undo(QStringLiteral("Ticket closed"), [&undone] { ++undone; });
        QCOMPARE(area.count(), 1);
        auto *undo = area.findChild<QPushButton *>();
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(undone, 1);
        QTRY_COMPARE(area.count(), 0);
        area.show_toast(Tone::Ok, QStringLiteral("Saved"), 30);
        QCOMPARE(area.count(), 1);
        QVERIFY(host.rect().contains(area.geometry()));
        QTRY_COMPARE(area.count(), 0);
        QTRY_VERIFY(!area.isVisible());
        for (int i = 0; i < 9; ++i)
            area.show_toast(Tone::Bad, QString::number(i));
        QCOMPARE(area.count(), 4);
    }

    void busy_bar_can_be_cancelled()
    {
        BusyBar bar(*themes_);
        QVERIFY(bar.isHidden());
        QSignalSpy spy(&bar, &BusyBar::cancelRequested);
        bar.start(QStringLiteral("Exporting"));
        bar.set_progress(640'112, 1'000'000);
        QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        bar.finish();
        QVERIFY(bar.isHidden());
    }

    void table_fits_its_columns_and_remembers()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        QStandardItemModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHorizontalHeaderLabels({QStringLiteral("Point"), QStringLiteral("State"), QStringLiteral("Fee")});
        model.appendRow({new QStandardItem(QStringLiteral("CP-1/1")), new QStandardItem(QStringLiteral("Charging")),
                         new QStandardItem(QStringLiteral("¥1.00"))});
        const QList<ColumnSpec> columns{
            {CellKind::Id, 90, 60}, {CellKind::Chip, 100, 60, 1}, {CellKind::Money, 70, 50}};
        {
            DataTable table(*themes_);
            table.setModel(&model);
            table.set_columns(columns);
            table.set_settings(&settings, QStringLiteral("live/sessions"));
            for (const int width : {900, 300, 190}) {
                table.resize(width, 300);
                table.show();
                int sum = 0;
                for (const int column : table.shown_columns())
                    sum += table.columnWidth(column);
                QCOMPARE(sum, table.viewport()->width());
                QVERIFY(!table.horizontalScrollBar()->isVisible());
            }
            QMenu *menu = table.make_column_menu();
            menu->actions().at(1)->trigger();
            QCOMPARE(table.shown_columns(), (QList<int>{0, 2}));
            table.horizontalHeader()->moveSection(2, 0);
            QCOMPARE(table.shown_columns(), (QList<int>{2, 0}));
        }
        DataTable again(*themes_);
        again.setModel(&model);
        again.set_columns(columns);
        again.set_settings(&settings, QStringLiteral("live/sessions"));
        QCOMPARE(again.shown_columns(), (QList<int>{2, 0}));
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QVERIFY(again.export_csv(buffer).has_value());
        QCOMPARE(QString::fromUtf8(buffer.data().mid(3)), QStringLiteral("Fee,Point\r\n¥1.00,CP-1/1\r\n"));
        QMenu *menu = again.make_column_menu();
        menu->actions().at(4)->trigger();
        QCOMPARE(again.shown_columns(), (QList<int>{0, 1, 2}));
    }

    void table_works_by_keyboard()
    {
        QStandardItemModel model(3, 2);
        DataTable table(*themes_);
        auto *placeholder = new EmptyState(*themes_, IconName::Live, QStringLiteral("Nothing runs"));
        table.set_placeholder(placeholder);
        table.setModel(&model);
        table.resize(300, 200);
        table.show();
        QVERIFY(placeholder->isHidden());
        QSignalSpy spy(&table, &DataTable::rowActivated);
        table.setCurrentIndex(model.index(0, 0));
        QTest::keyClick(&table, Qt::Key_Down);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.first().first().toModelIndex().row(), 1);
        model.removeRows(0, 3);
        QVERIFY(placeholder->isVisible());
    }

    void search_field_gives_way_on_escape()
    {
        SearchField field(*themes_, QStringLiteral("Search"), QStringLiteral("Ctrl K"));
        QSignalSpy spy(&field, &SearchField::escaped);
        QTest::keyClicks(&field, QStringLiteral("CP-04"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(spy.count(), 1);
        QVERIFY(field.text().isEmpty());
    }

private:
    std::unique_ptr<ThemeController> themes_;
};

QTEST_MAIN(CommonWidgetsTest)
#include "common_widgets_test.moc"
