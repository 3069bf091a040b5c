// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "app/sim/postgres/postgres_server.h"
#include "models/domain/actor.h"
#include "models/store/sql/shared_store.h"

namespace aftercharge {

// A shared store "shop" on a server of its own, in yuan, with people and their logins, for tests
// and benchmarks: admin (administrator), ann (agent, grants up to 1,000.00 alone), ben (agent,
// grants nothing), sue (supervisor, up to 5,000.00), robot (a daemon).
class SharedShop {
public:
    // `folder` is made and holds what is not the server's, who has a temporary folder of its own.
    static Result<std::unique_ptr<SharedShop>> make(const std::filesystem::path &folder,
                                                    const sim::PostgresOptions &options = {});

    SharedLocation superuser() const { return location(server_->superuser(), server_->password()); }
    SharedLocation login(const std::string &name) const;
    // For --key-file: the password that all of them have, in a file of mode 0600.
    std::filesystem::path password_file() const { return folder_ / "password"; }
    // "postgresql://NAME@127.0.0.1:PORT[,127.0.0.1:PORT…]/shop"
    std::string url(const std::string &name) const { return to_url(login(name).target); }

    sim::PostgresServer &server() { return *server_; }
    // One more server that may take over: it is tried after those before.
    void add_host(int port);
    // Instead of the server itself, e.g. a proxy before it.
    void go_through(int port);
    const std::filesystem::path &folder() const { return folder_; }

private:
    SharedShop(std::unique_ptr<sim::PostgresServer> server, std::filesystem::path folder);
    SharedLocation location(const std::string &login, const std::string &password) const;

    std::unique_ptr<sim::PostgresServer> server_;
    std::filesystem::path folder_;
    std::vector<PostgresTarget::Host> hosts_;
};

}  // namespace aftercharge
