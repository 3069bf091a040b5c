// SPDX-License-Identifier: GPL-3.0-or-later
// How many samples a second are durable, in batches as the gateway makes them. The bound is a
// tenth of what is wanted: a guard against a mistake, not a measurement.
#include <QElapsedTimer>

#include "tests/store/contract/samples.h"
#include "tests/store/sql_store_fixture.h"

namespace aftercharge {

using namespace samples;

class SqlTelemetryRateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_batches_of_200();
};

void SqlTelemetryRateTest::writes_batches_of_200()
{
    LocalStoreFixture store;
    constexpr int batches = 200;
    constexpr int batch_size = 200;
    std::vector<TelemetryBatch> work(batches);
    for (int b = 0; b < batches; ++b) {
        for (int i = 0; i < batch_size; ++i)
            work[static_cast<std::size_t>(b)].samples.push_back(
                {id<OrderNo>("C20261123-" + std::to_string(1000 + i * 10 + b % 10)), reading(b * 15'000 + i, b * 92)});
    }
    QElapsedTimer timer;
    timer.start();
    for (const TelemetryBatch &batch : work)
        REQUIRE_OK(store.telemetry().write(batch));
    const auto written_ms = std::max<qint64>(1, timer.restart());
    while (store.telemetry().compact().value()) {}
    const auto compacted_ms = timer.elapsed();
    const qint64 rate = qint64{batches} * batch_size * 1000 / written_ms;
    qInfo("%d samples: written in %lld ms (%lld a second), compacted in %lld ms", batches * batch_size, written_ms,
          rate, compacted_ms);
    QVERIFY(rate > 6'000);
}

}  // namespace aftercharge

QTEST_GUILESS_MAIN(aftercharge::SqlTelemetryRateTest)
#include "sql_telemetry_rate_test.moc"
