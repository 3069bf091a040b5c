// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_store.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>

#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge::bench {
namespace {

const Actor bench_actor{Source::System, "bench"};

StationId bench_station()
{
    return *StationId::from_text("S-BENCH");
}

Result<TariffId> add_tariff(Work &work)
{
    QFile file(QStringLiteral(":/aftercharge/tariffs/shanghai_dc.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreNotFound, "the tariff of the benchmark");
    return import_tariff(work, file.readAll().toStdString(), bench_actor).map([](const StoredTariff &tariff) {
        return tariff.id;
    });
}

Result<void> add_point(Work &work, const sim::Credential &credential, const TariffId &tariff, const PasswordHash &hash)
{
    ChargePoint point;
    point.id = *ChargePointId::from_text(credential.id);
    point.station_id = bench_station();
    point.max_power = PowerW{120'000};
    point.tariff_id = tariff;
    point.password = hash;
    return add_charge_point(work, point, bench_actor);
}

Result<void> add_driver(Work &work, const sim::Credential &credential, const Money &money)
{
    Member member;
    member.id = *MemberId::from_text("M" + credential.id);
    member.name = "Bench";
    member.id_tags = {*IdTag::from_text(credential.id_tag)};
    member.created_at = work.clock.now();
    if (auto added = add_member(work, member, bench_actor); !added)
        return added;
    const TopUp top_up{member.id, money, make_uuid(work.clock, work.random), bench_actor};
    return top_up_member(work, top_up).map([](const MemberBalance &) {});
}

}  // namespace

Result<BenchStore> BenchStore::make(const std::filesystem::path &folder, int points)
{
    BenchStore store(folder);
    std::error_code error;
    std::filesystem::create_directories(folder / "state", error);
    if (error)
        return fail(ErrorCode::StoreIo, folder.string() + ": " + error.message());
    if (auto furnished = store.furnish(points); !furnished)
        return pass_on(furnished);
    return store;
}

Result<void> BenchStore::furnish(int points)
{
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(state_home()));
    const auto at = parse_store_url(url());
    const auto currency = Currency::from_code("CNY");
    if (!at || !currency)
        return at ? pass_on(currency) : pass_on(at);
    KeySource key;
    key.key_file = key_file();
    auto store = make_local_store(*at, key, {"Bench", *currency, "Asia/Shanghai"});
    if (!store)
        return pass_on(store);
    Changes changes;
    Work work{(*store)->ledger(), (*store)->telemetry(), (*store)->clock(), (*store)->random(), changes};
    if (auto added = add_station(work, {bench_station(), "Bench", "Asia/Shanghai"}, bench_actor); !added)
        return added;
    const auto tariff = add_tariff(work);
    const auto money = Money::from_text("10000.00", *currency);
    const std::string password = "bench-password";
    const auto hash = hash_charge_point_password(password, work.random);
    if (!tariff || !money || !hash)
        return fail(ErrorCode::Internal, "the benchmark's network");
    for (int i = 0; i < points; ++i) {
        const std::string number = std::to_string(10'000 + i);
        const sim::Credential &credential = credentials_.emplace_back("BENCH-" + number, password, "CARD-" + number);
        if (auto added = add_point(work, credential, *tariff, *hash); !added)
            return added;
        if (auto added = add_driver(work, credential, *money); !added)
            return added;
        changes.clear();
    }
    return {};
}

Result<BenchStore> BenchStore::copy_to(const std::filesystem::path &folder) const
{
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    std::filesystem::copy(folder_, folder, std::filesystem::copy_options::recursive, error);
    if (error)
        return fail(ErrorCode::StoreIo, folder.string() + ": " + error.message());
    BenchStore copy(folder);
    copy.credentials_ = credentials_;
    return copy;
}

Result<std::unique_ptr<LocalStore>> BenchStore::open() const
{
    qputenv("XDG_STATE_HOME", QByteArray::fromStdString(state_home()));
    const auto at = parse_store_url(url());
    if (!at)
        return pass_on(at);
    KeySource key;
    key.key_file = key_file();
    return open_local_store(*at, key);
}

}  // namespace aftercharge::bench
