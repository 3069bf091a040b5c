// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_network.h"

#include <QtCore/QFile>

#include "app/console/demo/demo_fill.h"
#include "app/console/demo/remote/remote_earlier.h"
#include "app/wiring/make_shared_store.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::demo {
namespace {

constexpr const char *database = "aftercharge";
constexpr const char *worker_login = "aftercharged";

Result<void> write_private(const QString &path, const std::string &line)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QByteArray::fromStdString(line + "\n")) > 0;
    return written ? Result<void>() : Result<void>(fail(ErrorCode::StoreIo, file.errorString().toStdString()));
}

}  // namespace

Result<std::unique_ptr<RemoteNetwork>> RemoteNetwork::make(const std::vector<GatewayAccount> &gateways)
{
    std::unique_ptr<RemoteNetwork> network(new RemoteNetwork);
    if (!network->folder_.isValid())
        return fail(ErrorCode::StoreIo, network->folder_.errorString().toStdString());
    auto server = sim::PostgresServer::start();
    if (!server)
        return pass_on(server);
    network->server_ = std::move(*server);
    const auto made = network->make_store().and_then([&] { return network->fill(gateways); });
    if (!made)
        return pass_on(made);
    return network;
}

SharedLocation RemoteNetwork::location(const std::string &login, const std::string &password) const
{
    SharedLocation location;
    location.target.user = login;
    location.target.hosts = {{server_->host(), static_cast<std::uint16_t>(server_->port())}};
    location.target.database = database;
    location.password = password;
    location.state_folder = folder_.filePath(QStringLiteral("state")).toStdString();
    return location;
}

SharedLocation RemoteNetwork::worker() const
{
    return location(worker_login, worker_password_);
}

std::string RemoteNetwork::address(int port) const
{
    return server_->host() + ":" + std::to_string(port) + "/" + database;
}

std::string RemoteNetwork::daemon_url() const
{
    return to_url(worker().target);
}

Result<void> RemoteNetwork::make_store()
{
    SystemRandom random;
    password_ = fresh_password(random);
    worker_password_ = fresh_password(random);
    const auto currency = Currency::from_code("CNY");
    const auto persons = people(*currency);
    if (!persons)
        return pass_on(persons);
    std::vector<SharedPerson> added;
    for (const Operator &person : *persons)
        added.push_back({person, password_});
    Operator worker;
    worker.name = *OperatorName::from_text(worker_login);
    worker.display_name = "Daemon";
    worker.role = Role::Worker;
    added.push_back({worker, worker_password_});
    const auto made = make_shared_store(location(server_->superuser(), server_->password()),
                                        {"Shanghai Charging", *currency, "Asia/Shanghai"}, added);
    if (!made)
        return pass_on(made);
    return write_private(daemon_key_file(), worker_password_);
}

Result<void> RemoteNetwork::fill(const std::vector<GatewayAccount> &gateways)
{
    const auto store = open_shared_store(worker(), SharedRole::Daemon);
    if (!store)
        return pass_on(store);
    const SystemClock clock;
    SystemRandom random;
    Changes changes;
    Work work{*store->ledger, *store->telemetry, clock, random, changes};
    auto charge_points = fill_network(work, gateways);
    if (!charge_points)
        return pass_on(charge_points);
    charge_point_password_ = std::move(*charge_points);
    auto orders = charge_earlier(work);
    if (!orders)
        return pass_on(orders);
    earlier_ = std::move(*orders);
    return {};
}

Result<std::string> RemoteNetwork::customer_token(const OrderNo &order_no) const
{
    const auto store = open_shared_store(worker(), SharedRole::Daemon);
    if (!store)
        return pass_on(store);
    const SystemClock clock;
    SystemRandom random;
    Changes changes;
    Work work{*store->ledger, *store->telemetry, clock, random, changes};
    return issue_customer_token(work, order_no, {Source::System, "demo"});
}

Result<std::int64_t> RemoteNetwork::orphan_count() const
{
    const auto store = open_shared_store(worker(), SharedRole::Daemon);
    if (!store)
        return pass_on(store);
    return store->ledger->reader().orders().orphan_count();
}

Result<std::string> RemoteNetwork::server_version()
{
    return server_->query("SHOW server_version", database);
}

Result<std::string> RemoteNetwork::approve_by_hand(const std::string &login, const RefundNo &refund_no,
                                                   std::int64_t minor)
{
    return server_->query_as(login, password_,
                             "SELECT desk.approve_refund(uuid_send(gen_random_uuid()), '" + refund_no.text() + "', " +
                                 std::to_string(minor) + ")",
                             database);
}

}  // namespace aftercharge::demo
