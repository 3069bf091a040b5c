// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_store.h"

#include <QtCore/QByteArray>
#include <QtCore/QFile>

#include "tests/support/furnish.h"

namespace aftercharge::bench {
namespace {

Result<std::string> bench_tariff()
{
    QFile file(QStringLiteral(":/aftercharge/tariffs/shanghai_dc.json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreNotFound, "the tariff of the benchmark");
    return file.readAll().toStdString();
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
    const auto tariff = bench_tariff();
    if (!tariff)
        return pass_on(tariff);
    const auto furnished = furnish_network(work, "BENCH-", points, *tariff);
    if (!furnished)
        return pass_on(furnished);
    for (const Furnished &one : *furnished)
        credentials_.emplace_back(one.charge_point, one.password, one.id_tag);
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
