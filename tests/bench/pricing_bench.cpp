// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pricing_bench.h"

#include <array>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

#include "models/gateway/ocpi/tariff_json.h"
#include "models/settlement/pricing.h"
#include "models/workflow/zone_offsets.h"

namespace aftercharge::bench {
namespace {

using namespace std::chrono_literals;

constexpr int readings_count = 1200;
constexpr int repeats = 300;
constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 2h};

struct Session {
    std::shared_ptr<const CompiledTariff> tariff;
    std::vector<Reading> readings;
};

Result<Session> make_session()
{
    QFile file(QStringLiteral(":/aftercharge/tariffs/shanghai_dc.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreNotFound, "the tariff of the benchmark");
    const auto tariff = tariff_from_json(file.readAll().toStdString());
    const auto zone = zone_offsets("Asia/Shanghai", start - 24h, start + 48h);
    if (!tariff || !zone)
        return tariff ? pass_on(zone) : pass_on(tariff);
    Session session{std::make_shared<const CompiledTariff>(*tariff, *zone), {}};
    for (int i = 0; i < readings_count; ++i) {
        Reading &reading = session.readings.emplace_back();
        reading.at = start + 15s * i;
        reading.register_wh = EnergyWh{1'000'000 + i * 250};
        reading.power = PowerW{60'000};
    }
    return session;
}

// Prices of an hour in 10^-6 of the currency's unit, service included.
constexpr std::array<std::int64_t, 24> hour_prices{870'000,   870'000,   870'000,   870'000,   870'000,   870'000,
                                                   1'250'000, 1'250'000, 1'250'000, 1'250'000, 1'720'000, 1'720'000,
                                                   1'250'000, 1'250'000, 1'250'000, 1'250'000, 1'250'000, 1'250'000,
                                                   1'720'000, 1'720'000, 1'720'000, 1'250'000, 870'000,   870'000};

std::int64_t plain_fee(const std::vector<Reading> &readings)
{
    std::int64_t sum = 0;
    std::int64_t last = 1'000'000;
    for (const Reading &reading : readings) {
        const auto local = reading.at.time_since_epoch() + 8h;
        const auto hour = static_cast<std::size_t>(local / 1h % 24);
        sum += (reading.register_wh->value() - last) * hour_prices[hour];
        last = reading.register_wh->value();
    }
    return sum / 10'000'000;  // Wh · 10^-6 a kWh → minor units
}

double per_reading_ns(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / (static_cast<double>(repeats) * readings_count);
}

}  // namespace

Result<BenchResults> run_pricing_bench(const BenchOptions &options)
{
    const auto session = make_session();
    if (!session)
        return pass_on(session);
    std::vector<double> add_ns;
    std::vector<double> priced_ns;
    std::vector<double> plain_ns;
    std::int64_t kept = 0;  // so that nothing is computed in vain
    for (int round = 0; round < options.rounds * 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < repeats; ++i) {
            PricingFold fold(session->tariff, start, EnergyWh{1'000'000});
            for (const Reading &reading : session->readings) {
                if (auto added = fold.add(reading); !added)
                    return pass_on(added);
            }
            kept += fold.last_register().value();
        }
        add_ns.push_back(per_reading_ns(timer));
        PricingFold fold(session->tariff, start, EnergyWh{1'000'000});
        for (const Reading &reading : session->readings)
            (void)fold.add(reading);
        timer.start();
        for (int i = 0; i < repeats * 10; ++i) {
            const auto priced = fold.priced(fold.last_at());
            if (!priced)
                return pass_on(priced);
            kept += priced->total.minor();
        }
        priced_ns.push_back(static_cast<double>(timer.nsecsElapsed()) / (repeats * 10));
        timer.start();
        for (int i = 0; i < repeats; ++i) {
            const volatile std::int64_t fee = plain_fee(session->readings);
            kept += fee;
        }
        plain_ns.push_back(per_reading_ns(timer));
    }
    if (kept == 0)
        return fail(ErrorCode::Internal, "nothing was priced");
    const int rounds = options.rounds * 3;
    const double plain = median(plain_ns);
    return BenchResults{
        {"pricing.add", median(add_ns), "ns", "plain loop, a reading", plain, rounds},
        {"pricing.priced", median(priced_ns), "ns", "plain loop, 1,200 readings", plain * readings_count, rounds}};
}

}  // namespace aftercharge::bench
