// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the store answers: noticed by time, also while a question hangs.
#include <atomic>

#include <QSemaphore>
#include <QTest>

#include "models/workflow/store_pulse.h"
#include "tests/support/settable_clock.h"

using namespace aftercharge;
using namespace std::chrono_literals;

class StorePulseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        told_.clear();
        asked_ = 0;
        is_away_ = false;
        pulse_ = std::make_unique<StorePulse>(clock_, StorePulse::Times{20ms, 120ms});
        connect(pulse_.get(), &StorePulse::reachable_changed, this, [this](bool reachable, UtcTime since) {
            told_.push_back(reachable);
            since_ = since;
        });
    }
    void cleanup() { pulse_.reset(); }

    void says_when_it_goes_and_when_it_is_back()
    {
        start();
        QTRY_VERIFY(asked_ >= 3);
        QVERIFY(told_.isEmpty());
        QVERIFY(pulse_->is_reachable());
        clock_.advance(1s);
        is_away_ = true;
        QTRY_COMPARE(told_, QList{false});
        QCOMPARE(since_, clock_.now());
        QCOMPARE(pulse_->problem()->code, ErrorCode::StoreUnreachable);
        clock_.advance(1s);
        is_away_ = false;
        QTRY_COMPARE(told_, (QList{false, true}));
        QCOMPARE(pulse_->since(), clock_.now());
        QVERIFY(!pulse_->problem());
    }

    void a_connection_that_is_made_anew_by_the_second_question_is_no_outage()
    {
        pulse_->start([this]() -> Result<StorePulse::Ask> {
            return StorePulse::Ask([this]() -> Result<void> {
                const int number = ++asked_;
                return number % 2 == 1 ? Result<void>(fail(ErrorCode::StoreUnreachable)) : Result<void>();
            });
        });
        QTRY_VERIFY(asked_ >= 8);
        QVERIFY(told_.isEmpty());
    }

    void a_question_that_hangs_is_noticed_by_its_time()
    {
        QSemaphore hangs;
        pulse_->start([&]() -> Result<StorePulse::Ask> {
            return StorePulse::Ask([&]() -> Result<void> {
                if (++asked_ == 3)
                    hangs.acquire();
                return {};
            });
        });
        QTRY_COMPARE(told_, QList{false});
        QCOMPARE(asked_.load(), 3);
        hangs.release();
        QTRY_COMPARE(told_, (QList{false, true}));
    }

    void opening_is_tried_again()
    {
        is_away_ = true;
        start();
        QTRY_COMPARE(told_, QList{false});
        QCOMPARE(asked_.load(), 0);
        is_away_ = false;
        QTRY_COMPARE(told_, (QList{false, true}));
    }

private:
    void start()
    {
        pulse_->start([this]() -> Result<StorePulse::Ask> {
            if (is_away_)
                return fail(ErrorCode::StoreUnreachable, "closed");
            return StorePulse::Ask([this]() -> Result<void> {
                ++asked_;
                return is_away_ ? Result<void>(fail(ErrorCode::StoreUnreachable, "away")) : Result<void>();
            });
        });
    }

    SettableClock clock_{UtcTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 25}}};
    std::atomic<int> asked_ = 0;
    std::atomic<bool> is_away_ = false;
    QList<bool> told_;
    UtcTime since_;
    std::unique_ptr<StorePulse> pulse_;
};

QTEST_GUILESS_MAIN(StorePulseTest)
#include "store_pulse_test.moc"
