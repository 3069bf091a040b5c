// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/shared_store_fixture.h"

#include <QRegularExpression>

#include "tests/store/contract/samples.h"
#include "tests/store/sql_store_fixture.h"

namespace aftercharge {
namespace {

constexpr const char *empty_store = "empty_store";

template<typename T>
T value_of(Result<T> result)
{
    if (!result)
        qFatal("%s", to_line(result.error()).c_str());
    return std::move(*result);
}

}  // namespace

SharedStoreServer::SharedStoreServer()
{
    server_ = value_of(sim::PostgresServer::start());
    CountingRandom random;
    const auto made = create_shared_store(location_of(empty_store), {"Test", samples::cny(), "Asia/Shanghai"},
                                          FixedClock(), random);
    if (!made)
        qFatal("%s", to_line(made.error()).c_str());
}

SharedLocation SharedStoreServer::location_of(const std::string &database) const
{
    SharedLocation location;
    location.target.user = server_->superuser();
    location.target.hosts = {{server_->host(), static_cast<std::uint16_t>(server_->port())}};
    location.target.database = database;
    location.password = server_->password();
    location.state_folder = folder_.path().toStdString() + "/" + database;
    return location;
}

SharedLocation SharedStoreServer::copy()
{
    const SharedLocation location = location_of("copy_" + std::to_string(++copies_));
    value_of(server_->query("CREATE DATABASE " + location.target.database + " TEMPLATE " + empty_store));
    return location;
}

void SharedStoreServer::drop(const SharedLocation &location)
{
    value_of(server_->query("DROP DATABASE " + location.target.database + " WITH (FORCE)"));
}

SharedStoreFixture::SharedStoreFixture(SharedStoreServer &server) : server_(server), location_(server.copy())
{
    reopen();
}

SharedStoreFixture::~SharedStoreFixture()
{
    open_ = {};
    second_ = {};
    server_.drop(location_);
}

void SharedStoreFixture::reopen()
{
    open_ = {};
    second_ = {};
    open_ = value_of(open_shared_store(location_, SharedRole::Daemon));
}

LedgerStore &SharedStoreFixture::second_ledger()
{
    if (!second_.ledger)
        second_ = value_of(open_shared_store(location_, SharedRole::Daemon));
    return *second_.ledger;
}

std::optional<Error> SharedStoreFixture::raw_sql(const QString &sql)
{
    const auto database = connect_shared(location_, SharedRole::Daemon, SharedSchema::Ledger, Access::ReadWrite);
    // x'00' is a list of bits here.
    static const QRegularExpression bytes(QStringLiteral("\\bx'([0-9a-fA-F]*)'"));
    QString spelled = sql;
    const auto done = (*database)->execute(spelled.replace(bytes, QStringLiteral("'\\\\x\\1'::bytea")));
    return done ? std::nullopt : std::optional(done.error());
}

}  // namespace aftercharge
