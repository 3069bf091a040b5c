// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_network.h"

#include <fstream>

#include "app/console/demo/demo_fill.h"
#include "app/wiring/local_store.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::demo {
namespace {

Result<void> add_people(Work &work, Currency currency)
{
    const auto added = people(currency);
    if (!added)
        return pass_on(added);
    for (const Operator &person : *added) {
        // Before the first one nobody is there who might add somebody.
        const bool first = person.name == added->front().name;
        const Actor by = first ? Actor{Source::System, "demo"} : Actor{Source::Admin, added->front().name.text()};
        if (auto done = add_operator(work, person, by); !done)
            return done;
    }
    return {};
}

bool begins_like_plain_sqlite(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(16, '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return !stream || head.starts_with("SQLite format 3");
}

}  // namespace

Result<std::unique_ptr<DemoNetwork>> DemoNetwork::make(const std::vector<GatewayAccount> &gateways)
{
    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return fail(ErrorCode::StoreIo, folder->errorString().toStdString());
    const auto url = parse_store_url("sqlcipher:" + folder->filePath(QStringLiteral("store")).toStdString());
    if (!url)
        return pass_on(url);
    std::unique_ptr<DemoNetwork> network(new DemoNetwork(*url, StoreKey::generate()));
    network->folder_ = std::move(folder);
    if (auto filled = network->fill(gateways); !filled)
        return pass_on(filled);
    network->is_plain_ = begins_like_plain_sqlite(network->url_.folder / "ledger.db");
    return network;
}

Result<void> DemoNetwork::fill(const std::vector<GatewayAccount> &gateways)
{
    SystemClock clock;
    SystemRandom random;
    const auto currency = Currency::from_code("CNY");
    const StoreLocation location{url_.folder, state_folder()};
    const auto made = create_local_store(location, key_, {"Shanghai Charging", *currency, "Asia/Shanghai"}, clock,
                                         random);
    if (!made)
        return pass_on(made);
    auto store = open_local_store(url_, key_);
    if (!store)
        return pass_on(store);
    Changes changes;
    Work work{(*store)->ledger(), (*store)->telemetry(), clock, random, changes};
    if (auto added = add_people(work, *currency); !added)
        return added;
    auto password = fill_network(work, gateways);
    if (!password)
        return pass_on(password);
    password_ = std::move(*password);
    return {};
}

}  // namespace aftercharge::demo
