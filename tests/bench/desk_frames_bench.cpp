// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk_bench.h"

#include <cstdio>

#include <QtCore/QElapsedTimer>
#include <QtCore/QItemSelectionModel>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include "tests/bench/busy_meter.h"
#include "tests/support/fake_approval_desk.h"
#include "tests/support/fake_desk_service.h"
#include "tests/support/fake_goods_desk.h"
#include "tests/support/fake_presence_desk.h"
#include "ui/common/curve_view.h"
#include "ui/common/data_table.h"
#include "ui/common/session_curve.h"
#include "ui/live/compare_pane.h"
#include "ui/live/live_page.h"
#include "ui/live/sessions_card.h"

namespace aftercharge::bench {
namespace {

using namespace std::chrono_literals;

constexpr int session_count = 1000;
constexpr int curve_count = 4;
constexpr int curve_readings = 1200;
constexpr int frames_ms = 10'000;
constexpr double frame_ms = 1000.0 / 60;

class WallTime final : public Clock {
public:
    UtcTime now() const override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
};

SessionView session_of(int number, UtcTime now)
{
    const Currency currency = *Currency::from_code("CNY");
    SessionView view;
    view.order_no = *OrderNo::from_text("C20261123-" + std::to_string(10'000 + number));
    view.connector = {*ChargePointId::from_text("CP-" + std::to_string(1000 + number)), 1};
    view.station_id = *StationId::from_text("S-" + std::to_string(number % 8));
    view.member_id = *MemberId::from_text("M-" + std::to_string(20'000 + number));
    view.started_at = now - 1h;
    view.at = view.received_at = now;
    view.voltage = VoltageMv{400'000};
    view.power = PowerW{60'000};
    view.current = CurrentMa{150'000};
    view.soc = SocPermille{300 + number % 500};
    view.energy = EnergyWh{20'000 + number};
    view.fee = *Money::from_minor(3'000 + number, currency);
    view.prepaid = *Money::from_minor(10'000, currency);
    view.owed = view.returned = Money::zero(currency);
    view.estimated_end = now + 40min;
    // One in fifty is to be looked at.
    view.health = number % 50 == 0 ? static_cast<std::uint32_t>(HealthSign::Phantom) : 0;
    return view;
}

OrderExplanation explanation_of(const SessionView &view)
{
    OrderExplanation made;
    made.order.order_no = view.order_no;
    made.order.connector = view.connector;
    made.order.started_at = view.started_at;
    made.order.prepaid = view.prepaid;
    made.order.fee = view.fee;
    made.order.owed = made.order.returned = made.order.refunded = view.owed;
    made.time_zone = "Asia/Shanghai";
    made.paid = made.refundable = view.fee;
    for (int i = 0; i < curve_readings; ++i) {
        Reading &reading = made.readings.emplace_back();
        reading.at = view.started_at + 3s * i;
        reading.register_wh = EnergyWh{i * 50};
        reading.voltage = VoltageMv{400'000 + i % 37 * 300};
        reading.power = PowerW{60'000 - i % 53 * 200};
        reading.soc = SocPermille{200 + i / 3};
    }
    return made;
}

// The page, its service and its feed, with four curves open.
class Desk {
public:
    Desk()
        : themes_(*qApp, ThemeChoice::Light),
          settings_(folder_.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          context_{service_, goods_,  presence_, approvals_,
                   feed_,    themes_, settings_, Format(QLocale(), QTimeZone("Asia/Shanghai")),
                   {},       {}}
    {
        std::vector<SessionView> views;
        for (int i = 0; i < session_count; ++i)
            views.push_back(session_of(i, clock_.now()));
        sessions_ = QList<SessionView>(views.begin(), views.end());
        service_.session_rows = std::move(views);
        feed_.now.sessions = session_count;
        page_ = std::make_unique<LivePage>(context_);
        page_->resize(1440, 830);
        page_->show();
    }

    bool is_loaded() const { return page_->sessions().rowCount() == session_count; }

    // The first four rows side by side.
    bool open_curves()
    {
        QAbstractItemView *table = page_->sessions_card()->table();
        for (int row = 0; row < curve_count; ++row)
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        for (const SessionView &view : page_->sessions_card()->selected())
            service_.explanations[view.order_no] = explanation_of(view);
        Q_EMIT page_->sessions_card()->compareRequested();
        curves_ = page_->findChild<ComparePane *>()->findChildren<CurveView *>();
        return curves_.size() == curve_count;
    }
    bool has_readings() const
    {
        return std::ranges::all_of(curves_, [](const CurveView *curve) {
            return curve->buffer().size() >= static_cast<std::size_t>(curve_readings);
        });
    }

    void tell_all()
    {
        for (SessionView &view : sessions_) {
            view.at = view.received_at = clock_.now();
            view.energy = view.energy + EnergyWh{4};
            view.fee = *Money::from_minor(view.fee.minor() + 1, view.fee.currency());
        }
        feed_.now.reports_per_second_milli = session_count * 4'000;
        Q_EMIT feed_.sessionsChanged(sessions_);
    }

    void grow_curves()
    {
        SessionView view = sessions_.front();
        view.at = clock_.now();
        for (CurveView *curve : curves_)
            curve->append(SessionCurve::point_of(view));
    }

    int frames_drawn() const
    {
        int frames = 0;
        for (const CurveView *curve : curves_)
            frames += curve->frames_drawn();
        return frames;
    }

private:
    QTemporaryDir folder_;
    WallTime clock_;
    ThemeController themes_;
    QSettings settings_;
    FakeDeskService service_;
    FakeGoodsDesk goods_;
    FakePresenceDesk presence_;
    FakeApprovalDesk approvals_;
    FakeLiveFeed feed_;
    DeskContext context_;
    QList<SessionView> sessions_;
    std::unique_ptr<LivePage> page_;
    QList<CurveView *> curves_;
};

// Runs the event loop, at most so long, until it is so.
template<typename Condition>
bool wait_until(Condition condition, int most_ms = 10'000)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (condition() || timer.elapsed() > most_ms)
            loop.quit();
    });
    poll.start(10);
    loop.exec();
    return condition();
}

}  // namespace

Result<BenchResults> run_frames_bench(const BenchOptions &options)
{
    auto &application = *qobject_cast<BenchApplication *>(qApp);
    std::vector<double> p50;
    std::vector<double> p95;
    std::vector<double> p99;
    std::vector<double> missed;
    std::vector<double> frames;
    for (int round = 0; round < options.rounds; ++round) {
        Desk desk;
        if (!wait_until([&] { return desk.is_loaded(); }) || !desk.open_curves() ||
            !wait_until([&] { return desk.has_readings(); }))
            return fail(ErrorCode::Internal, "the Live page did not come up with its curves");
        QTimer feed;
        QObject::connect(&feed, &QTimer::timeout, [&] { desk.tell_all(); });
        feed.start(250);
        QTimer growth;
        growth.setTimerType(Qt::PreciseTimer);
        QObject::connect(&growth, &QTimer::timeout, [&] { desk.grow_curves(); });
        growth.start(16);
        wait_until([] { return false; }, 1'000);  // until it has settled
        const int drawn_before = desk.frames_drawn();
        BusyMeter meter;
        application.set_meter(&meter);
        wait_until([] { return false; }, frames_ms);
        application.set_meter(nullptr);
        const std::vector<double> busy = meter.painting_ms();
        frames.push_back((desk.frames_drawn() - drawn_before) * 1000.0 / (curve_count * frames_ms));
        p50.push_back(percentile(busy, 500));
        p95.push_back(percentile(busy, 950));
        p99.push_back(percentile(busy, 990));
        missed.push_back(meter.missed_frames(frame_ms) * 1000.0 / frames_ms);
        std::printf("frames: %zu stretches that painted, p50 %.2f p95 %.2f p99 %.2f ms, %.1f missed a second, "
                    "each curve drawn %.1f times a second\n",
                    busy.size(), p50.back(), p95.back(), p99.back(), missed.back(), frames.back());
    }
    const char *limit = "one frame at 60 a second";
    return BenchResults{{"desk.frame_work_p50", median(p50), "ms", limit, frame_ms, options.rounds},
                        {"desk.frame_work_p95", median(p95), "ms", limit, frame_ms, options.rounds},
                        {"desk.frame_work_p99", median(p99), "ms", limit, frame_ms, options.rounds},
                        {"desk.frames_missed", median(missed), "/s", "frames there are", 60, options.rounds},
                        {"desk.curve_frames", median(frames), "/s", "frames there are", 60, options.rounds}};
}

}  // namespace aftercharge::bench
