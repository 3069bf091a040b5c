// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_shop.h"

#include <fstream>

#include "app/wiring/make_shared_store.h"

namespace aftercharge {
namespace {

constexpr const char *database = "shop";
// Of a server that lives for one test on loopback.
constexpr const char *password = "shared-shop-login";

SharedPerson person(const std::string &name, Role role, const char *limit)
{
    Operator person;
    person.name = *OperatorName::from_text(name);
    person.display_name = name;
    person.role = role;
    if (limit)
        person.approval_limit = *Money::from_text(limit, *Currency::from_code("CNY"));
    return {person, password};
}

Result<void> write_password(const std::filesystem::path &path)
{
    {
        std::ofstream file(path);
        file << password << '\n';
    }
    std::error_code error;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
    return error ? Result<void>(fail(ErrorCode::StoreIo, path.string() + ": " + error.message())) : Result<void>();
}

}  // namespace

SharedShop::SharedShop(std::unique_ptr<sim::PostgresServer> server, std::filesystem::path folder)
    : server_(std::move(server)),
      folder_(std::move(folder)), hosts_{{server_->host(), static_cast<std::uint16_t>(server_->port())}}
{
}

Result<std::unique_ptr<SharedShop>> SharedShop::make(const std::filesystem::path &folder,
                                                     const sim::PostgresOptions &options)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    auto server = sim::PostgresServer::start(options);
    if (!server)
        return pass_on(server);
    std::unique_ptr<SharedShop> shop(new SharedShop(std::move(*server), folder));
    const auto made = make_shared_store(shop->superuser(), {"Shop", *Currency::from_code("CNY"), "Asia/Shanghai"},
                                        {person("admin", Role::Administrator, nullptr),
                                         person("ann", Role::Agent, "1000.00"), person("ben", Role::Agent, nullptr),
                                         person("sue", Role::Supervisor, "5000.00"),
                                         person("robot", Role::Worker, nullptr)});
    if (!made)
        return pass_on(made);
    if (auto written = write_password(shop->password_file()); !written)
        return pass_on(written);
    return shop;
}

SharedLocation SharedShop::location(const std::string &login, const std::string &secret) const
{
    SharedLocation location;
    location.target.user = login;
    location.target.hosts = hosts_;
    location.target.database = database;
    location.password = secret;
    location.state_folder = folder_ / "state";
    return location;
}

SharedLocation SharedShop::login(const std::string &name) const
{
    return location(name, password);
}

void SharedShop::add_host(int port)
{
    hosts_.push_back({server_->host(), static_cast<std::uint16_t>(port)});
}

void SharedShop::go_through(int port)
{
    hosts_ = {{server_->host(), static_cast<std::uint16_t>(port)}};
}

}  // namespace aftercharge
