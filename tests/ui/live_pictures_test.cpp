// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the Live page in both languages, both themes and two sizes, for a person to look
// at (pictures/live-*.png in the build folder); and that nothing in them needs a scroll bar.
#include <QtTest>
#include <QtWidgets>

#include "tests/support/tsv_translator.h"
#include "tests/ui/live_desk.h"
#include "ui/common/button.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/nav_item.h"
#include "ui/common/sheet.h"
#include "ui/live/command_sheet.h"
#include "ui/live/compare_pane.h"
#include "ui/live/fee_table_model.h"
#include "ui/live/session_detail.h"
#include "ui/live/sessions_card.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

QString source_root()
{
    return QFileInfo(QString::fromUtf8(__FILE__)).dir().absoluteFilePath(QStringLiteral("../.."));
}

// The page in a frame like the shell's, so that it has the size it will have there.
std::unique_ptr<QWidget> framed(const ThemeController &themes, QWidget *page)
{
    auto frame = std::make_unique<QWidget>();
    frame->setProperty("role", QStringLiteral("page"));
    frame->setAttribute(Qt::WA_StyledBackground);
    auto *bar = new QFrame;
    bar->setProperty("role", QStringLiteral("strip"));
    bar->setFixedHeight(44);
    auto *navigation = new QFrame;
    navigation->setProperty("role", QStringLiteral("navigation"));
    navigation->setFixedWidth(Space::navigation);
    auto *items = new QVBoxLayout(navigation);
    items->setContentsMargins(8, 10, 8, 8);
    auto *live = new NavItem(themes, IconName::Live, QString());
    live->setChecked(true);
    items->addWidget(live);
    items->addStretch(1);
    auto *status = new QFrame;
    status->setProperty("role", QStringLiteral("bar"));
    status->setFixedHeight(26);
    auto *grid = new QGridLayout(frame.get());
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(bar, 0, 0, 1, 2);
    grid->addWidget(navigation, 1, 0);
    grid->addWidget(page, 1, 1);
    grid->addWidget(status, 2, 0, 1, 2);
    return frame;
}

void save(QWidget &widget, const QString &name)
{
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../pictures"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QTest::qWait(180);
    const QImage image = widget.grab().toImage();
    QVERIFY(image.save(folder.filePath(QStringLiteral("live-") + name + QStringLiteral(".png"))));
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY2(colours.size() > 40, qPrintable(name));
}

}  // namespace

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
    TsvTranslator translator;
    if (chinese) {
        QVERIFY(translator.add_file(source_root() + QStringLiteral("/translations/parts/live.tsv")));
        translator.add_folder(source_root() + QStringLiteral("/translations/parts"));
        QVERIFY(qApp->installTranslator(&translator));
    }
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    const QString tag = QLatin1String(QTest::currentDataTag());
    {
        Desk desk(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        auto *page = new LivePage(desk.context, nullptr, &desk.clock);
        const auto frame = framed(desk.themes, page);
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
        save(*frame, tag + QStringLiteral("-1440"));
        frame->resize(1366, 768);
        page->show_order(*OrderNo::from_text("C20261123-0101"));
        QTRY_VERIFY(page->detail()->fee_table()->rowCount() > 1);
        save(*frame, tag + QStringLiteral("-1366"));
        for (const DataTable *table : page->findChildren<DataTable *>()) {
            const bool whole = !table->isVisible() || !table->horizontalScrollBar()->isVisible();
            QVERIFY2(whole, qPrintable(table->accessibleName() + u" at " + QString::number(table->width())));
        }
        frame->resize(1440, 900);
        Q_EMIT page->detail()->stopRequested();
        save(*frame, tag + QStringLiteral("-stop"));
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
        save(*frame, tag + QStringLiteral("-compare"));
        Q_EMIT page->findChild<ComparePane *>()->closed();
        desk.service.session_rows = std::vector<SessionView>{};
        Q_EMIT desk.feed.resynchronised();
        desk.feed.set_state({FeedState::Lost, 0, 0, 0, 0});
        QTRY_COMPARE(page->sessions().rowCount(), 0);
        save(*frame, tag + QStringLiteral("-empty"));
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

QTEST_MAIN(LivePicturesTest)
#include "live_pictures_test.moc"
