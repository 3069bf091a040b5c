// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Live page in both languages, both themes and two sizes, for a person to look
// at (pictures/live-*.png in the build folder); and that nothing in them needs a scroll bar.
#include <QtTest>
#include <QtWidgets>

#include "tests/ui/live_desk.h"
#include "tests/ui/pictures.h"
#include "ui/common/button.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/sheet.h"
#include "ui/live/command_sheet.h"
#include "ui/live/compare_pane.h"
#include "ui/live/fee_table_model.h"
#include "ui/live/session_detail.h"
#include "ui/live/sessions_card.h"

using namespace aftercharge;
using namespace std::chrono_literals;

class LivePicturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pictures_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("dark");
        for (const bool chinese : {false, true}) {
            for (const bool dark : {false, true})
                QTest::addRow("%s-%s", chinese ? "zh" : "en", dark ? "dark" : "light") << chinese << dark;
        }
    }
    void pictures();
};

void LivePicturesTest::pictures()
{
    QFETCH(bool, chinese);
    QFETCH(bool, dark);
    PictureLanguage language;
    QVERIFY(language.speak(chinese));
    const QString tag = QStringLiteral("live-") + QLatin1String(QTest::currentDataTag());
    {
        Desk desk(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        auto *page = new LivePage(desk.context, nullptr, &desk.clock);
        const auto frame = framed(desk.themes, page, IconName::Live);
        frame->resize(1440, 900);
        frame->show();
        QVERIFY(QTest::qWaitForWindowExposed(frame.get()));
        QTRY_COMPARE(page->sessions().rowCount(), 22);
        page->show_order(live_order());
        page->sessions_card()->table()->setFocus();
        QTRY_VERIFY(page->detail()->fee_table()->rowCount() > 2);
        page->detail()->curve()->set_cursor(live_now() - 4min);
        for (const DataTable *table : page->findChildren<DataTable *>())
            QVERIFY(!table->horizontalScrollBar()->isVisible());
        save_picture(*frame, tag + QStringLiteral("-1440"));
        frame->resize(1366, 768);
        page->show_order(*OrderNo::from_text("C20261123-0101"));
        QTRY_VERIFY(page->detail()->fee_table()->rowCount() > 1);
        save_picture(*frame, tag + QStringLiteral("-1366"));
        for (const DataTable *table : page->findChildren<DataTable *>()) {
            const bool whole = !table->isVisible() || !table->horizontalScrollBar()->isVisible();
            QVERIFY2(whole, qPrintable(table->accessibleName() + u" at " + QString::number(table->width())));
        }
        frame->resize(1440, 900);
        Q_EMIT page->detail()->stopRequested();
        save_picture(*frame, tag + QStringLiteral("-stop"));
        page->commands()->sheet()->close_sheet();
        page->sessions_card()->table()->clearSelection();
        QItemSelectionModel *chosen = page->sessions_card()->table()->selectionModel();
        for (const int row : {0, 1, 2, 8})
            chosen->select(chosen->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        for (Button *button : page->findChildren<Button *>()) {
            if (button->isVisibleTo(page) && button->text().endsWith(QStringLiteral("4")))
                button->click();
        }
        QTRY_COMPARE(page->findChild<ComparePane *>()->count(), 4);
        save_picture(*frame, tag + QStringLiteral("-compare"));
        Q_EMIT page->findChild<ComparePane *>()->closed();
        desk.service.session_rows = std::vector<SessionView>{};
        Q_EMIT desk.feed.resynchronised();
        desk.feed.set_state({FeedState::Lost, 0, 0, 0, 0});
        QTRY_COMPARE(page->sessions().rowCount(), 0);
        save_picture(*frame, tag + QStringLiteral("-empty"));
    }
}

QTEST_MAIN(LivePicturesTest)
#include "live_pictures_test.moc"
