// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the common widgets as pages use them, in both themes and both languages, to
// pictures/gallery-*.png in the build folder, for a person to look at; and checks that what
// was rendered is not empty and fits.
#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/common_gallery_pages.h"
#include "tests/ui/pictures.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/sheet.h"
#include "ui/common/theme_controller.h"
#include "ui/common/toast_area.h"

using namespace aftercharge;

class CommonGalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::newRow("light-en") << false << false;
        QTest::newRow("dark-en") << true << false;
        QTest::newRow("light-zh") << false << true;
        QTest::newRow("dark-zh") << true << true;
    }
    void pages()
    {
        QFETCH(bool, dark);
        QFETCH(bool, chinese);
        ThemeController themes(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const Words words{chinese};
        const QString tag = QLatin1String(QTest::currentDataTag());
        QStandardItemModel sessions;
        QAbstractItemModelTester tester(&sessions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill_sessions(sessions, words);
        const std::unique_ptr<QWidget> page(make_page(themes, words, sessions));
        page->resize(1440, 900);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        auto *curves = page->findChild<CurveView *>();
        curves->set_cursor(gallery_time(2265));
        for (auto *table : page->findChildren<DataTable *>())
            QVERIFY(!table->horizontalScrollBar()->isVisible());
        save_picture(*page, QStringLiteral("gallery-live-") + tag);
        QStandardItemModel lines;
        Sheet *sheet = make_sheet(themes, words, page.get(), lines);
        sheet->open();
        ToastArea toasts(themes, page.get());
        toasts.show_undo(words("Ticket T-20931 closed", "工单 T-20931 已关闭"), [] {});
        save_picture(*page, QStringLiteral("gallery-sheet-") + tag);
        // The smallest screen that is promised.
        page->resize(1366, 768);
        sheet->close_sheet();
        for (auto *table : page->findChildren<DataTable *>())
            QVERIFY(!table->horizontalScrollBar()->isVisible());
        const std::unique_ptr<QWidget> board(make_board(themes, words));
        board->resize(1100, 700);
        board->show();
        save_picture(*board, QStringLiteral("gallery-widgets-") + tag);
    }
};

QTEST_MAIN(CommonGalleryTest)
#include "common_gallery_test.moc"
