// SPDX-License-Identifier: GPL-3.0-or-later
#include <ctime>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>
#include <QtWidgets>

#include "ui/common/curve_scale.h"
#include "ui/common/curve_view.h"
#include "ui/common/theme_controller.h"

using namespace aftercharge;

namespace {

UtcTime at(std::int64_t seconds)
{
    return parse_iso8601("2026-11-23T02:00:00.000Z").value() + std::chrono::seconds(seconds);
}

CurvePoint reading(int step)
{
    CurvePoint point;
    point.at = at(step * 15);
    point.power = PowerW(60'000 + step * 100);
    point.voltage = VoltageMv(400'000 + step * 50);
    point.soc = SocPermille(200 + step);
    point.energy = EnergyWh(step * 250);
    return point;
}

std::vector<CurvePoint> hour()
{
    std::vector<CurvePoint> points;
    for (int step = 0; step <= 240; ++step)
        points.push_back(reading(step));
    return points;
}

void move_mouse(QWidget *target, const QPoint &place, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, place, target->mapToGlobal(place), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(target, &event);
}

void turn_wheel(QWidget *target, const QPoint &place, int delta)
{
    QWheelEvent event(place, target->mapToGlobal(place), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &event);
}

}  // namespace

class CommonCurveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { themes_ = std::make_unique<ThemeController>(*qApp, ThemeChoice::Light); }
    void cleanupTestCase() { themes_.reset(); }
    void init()
    {
        view_ = std::make_unique<CurveView>(*themes_, QTimeZone("Asia/Shanghai"));
        view_->setLocale(QLocale(QLocale::English));
        view_->resize(700, 340);
        view_->set_points(hour());
        view_->show();
        QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
    }
    void cleanup() { view_.reset(); }

    void hover_reads_out_all_values_at_one_instant()
    {
        move_mouse(view_->canvas(), view_->position_of(at(151 * 15)));
        const auto box = view_->readout();
        QVERIFY(box.has_value());
        QCOMPARE(box->at, at(151 * 15));
        QCOMPARE(box->time, QStringLiteral("10:37:45"));
        QCOMPARE(box->lines.size(), 4);
        QCOMPARE(box->lines[0].value, QStringLiteral("75.1 kW"));
        QCOMPARE(box->lines[1].value, QStringLiteral("407.6 V"));
        QCOMPARE(box->lines[2].value, QStringLiteral("35.1 %"));
        QCOMPARE(box->lines[3].value, QStringLiteral("37.75 kWh"));
        move_mouse(view_->canvas(), QPoint(2, 2));
        QVERIFY(!view_->readout().has_value());
    }

    void keyboard_reads_out_too()
    {
        QSignalSpy moved(view_.get(), &CurveView::cursorMoved);
        QWidget *const canvas = view_->focusProxy();
        QTest::keyClick(canvas, Qt::Key_End);
        QTest::keyClick(canvas, Qt::Key_End);
        QCOMPARE(view_->readout()->at, at(240 * 15));
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(view_->readout()->at, at(239 * 15));
        QTest::keyClick(canvas, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(view_->readout()->at, at(229 * 15));
        QVERIFY(moved.count() >= 3);
        QVERIFY(canvas->accessibleDescription().contains(QStringLiteral("kW")));
        QTest::keyClick(canvas, Qt::Key_Escape);
        QVERIFY(!view_->readout().has_value());
        QSignalSpy table(view_.get(), &CurveView::tableRequested);
        QTest::keyClick(canvas, Qt::Key_T);
        QCOMPARE(table.count(), 1);
    }

    void missing_and_excluded_values_are_named()
    {
        auto points = hour();
        points[10].soc.reset();
        points[10].excluded = true;
        points[11].replayed = true;
        view_->set_points(points);
        view_->set_cursor(at(150));
        QCOMPARE(view_->readout()->lines[2].value, QStringLiteral("—"));
        QVERIFY(!view_->readout()->note.isEmpty());
        view_->set_cursor(at(165));
        QVERIFY(!view_->readout()->note.isEmpty());
        view_->set_cursor(at(180));
        QVERIFY(view_->readout()->note.isEmpty());
    }

    void wheel_zooms_drag_pans_double_click_fits()
    {
        const UtcTime from = view_->visible_from();
        const UtcTime to = view_->visible_to();
        QCOMPARE(from, at(0));
        QCOMPARE(to, at(3600));
        const QPoint middle = view_->position_of(at(1800));
        turn_wheel(view_->canvas(), middle, 240);
        const Duration span = view_->visible_to() - view_->visible_from();
        QVERIFY(span < (to - from) * 7 / 10);
        QVERIFY(view_->visible_from() > from && view_->visible_to() < to);
        QTest::mousePress(view_->canvas(), Qt::LeftButton, {}, middle);
        move_mouse(view_->canvas(), middle + QPoint(60, 0), Qt::LeftButton);
        QTest::mouseRelease(view_->canvas(), Qt::LeftButton, {}, middle + QPoint(60, 0));
        QCOMPARE(view_->visible_to() - view_->visible_from(), span);
        QVERIFY(view_->visible_from() < at(700));
        QTest::mouseDClick(view_->canvas(), Qt::LeftButton, {}, middle);
        QCOMPARE(view_->visible_from(), from);
        QCOMPARE(view_->visible_to(), to);
    }

    void legend_hides_a_curve()
    {
        view_->set_cursor(at(150));
        auto *entry = view_->findChild<QAbstractButton *>(
            QStringLiteral("legend%1").arg(static_cast<int>(CurveQuantity::Voltage)));
        QVERIFY(entry);
        entry->click();
        QVERIFY(!view_->is_quantity_visible(CurveQuantity::Voltage));
        QCOMPARE(view_->readout()->lines.size(), 3);
        entry->click();
        QCOMPARE(view_->readout()->lines.size(), 4);
    }

    void a_flood_of_readings_is_drawn_once_a_frame()
    {
        QTest::qWait(60);
        const int before = view_->frames_drawn();
        QElapsedTimer clock;
        clock.start();
        int step = 241;
        for (int burst = 0; burst < 25; ++burst) {
            for (int i = 0; i < 40; ++i)
                view_->append(reading(step++));
            QTest::qWait(20);
        }
        const auto elapsed = clock.elapsed();
        QTest::qWait(60);
        const int drawn = view_->frames_drawn() - before;
        QVERIFY2(drawn > 3 && drawn <= elapsed / 16 + 4, qPrintable(QString::number(drawn)));
        QCOMPARE(view_->visible_to(), at((step - 1) * 15));
    }

    void four_at_once_do_not_stutter()
    {
        view_.reset();
        QWidget wall;
        auto *grid = new QGridLayout(&wall);
        std::vector<CurveView *> views;
        for (int i = 0; i < 4; ++i) {
            views.push_back(new CurveView(*themes_, QTimeZone("Asia/Shanghai")));
            grid->addWidget(views.back(), i / 2, i % 2);
            views.back()->set_max_points(600);
            std::vector<CurvePoint> day;
            for (int step = 0; step < 5'760; ++step)
                day.push_back(reading(step % 480 + step / 8));
            for (int step = 0; step < 5'760; ++step)
                day[static_cast<std::size_t>(step)].at = at(step * 15);
            views.back()->set_points(std::move(day));
        }
        wall.resize(1366, 768);
        wall.show();
        QTest::qWait(100);
        QElapsedTimer clock;
        clock.start();
        const std::clock_t work = std::clock();
        constexpr int rounds = 20;
        for (int round = 0; round < rounds; ++round) {
            for (CurveView *view : views)
                view->append(reading(5'760 + round));
            const int before = views[3]->frames_drawn();
            while (views[3]->frames_drawn() == before && clock.elapsed() < 20'000)
                QTest::qWait(1);
        }
        // Work, not wall time: the machine may be busy with something else.
        const double frame_ms = 1000.0 * static_cast<double>(std::clock() - work) / CLOCKS_PER_SEC / rounds;
        qInfo("four views of a day each: %.1f ms of work a frame", frame_ms);
        QVERIFY(clock.elapsed() < 20'000 && views[3]->frames_drawn() >= rounds);
    }

    void a_hidden_view_draws_nothing()
    {
        view_->hide();
        QTest::qWait(40);
        const int before = view_->frames_drawn();
        for (int step = 241; step < 400; ++step)
            view_->append(reading(step));
        QTest::qWait(60);
        QCOMPARE(view_->frames_drawn(), before);
        view_->show();
        QTRY_VERIFY(view_->frames_drawn() > before);
        QCOMPARE(view_->visible_to(), at(399 * 15));
    }

    void scales_and_times_are_agreeable()
    {
        QCOMPARE(nice_top(105), 120);
        QCOMPARE(nice_top(412), 600);
        QCOMPARE(nice_top(1), 20);
        for (std::int64_t value = 1; value < 2'000'000; value = value * 3 / 2 + 1) {
            QVERIFY(nice_top(value) >= value);
            QCOMPARE(nice_top(value) % 4, 0);
        }
        const auto ticks = time_ticks(at(120), at(3600), 8, QTimeZone("Asia/Kolkata"));
        QVERIFY(ticks.size() >= 4 && ticks.size() <= 8);
        for (const UtcTime tick : ticks) {
            const QDateTime local = QDateTime::fromMSecsSinceEpoch(tick.time_since_epoch().count(),
                                                                   QTimeZone("Asia/Kolkata"));
            QCOMPARE(local.time().minute() % 10, 0);
        }
    }

private:
    std::unique_ptr<ThemeController> themes_;
    std::unique_ptr<CurveView> view_;
};

QTEST_MAIN(CommonCurveTest)
#include "common_curve_test.moc"
