// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QtCore/QTemporaryDir>

#include "app/sim/postgres/postgres_server.h"
#include "app/wiring/opened_store.h"
#include "models/store/gateways.h"

namespace aftercharge::demo {

// The network of the remote demo: a PostgreSQL server of its own in a temporary folder, and on it
// a fresh shared store with everybody's login, the local demo's network, and some sessions that
// were settled earlier today. Gone when the demo ends.
class RemoteNetwork {
public:
    // Takes some seconds. In the thread in which it is destroyed; the rest may be called from any.
    static Result<std::unique_ptr<RemoteNetwork>> make(const std::vector<GatewayAccount> &gateways);

    sim::PostgresServer &server() { return *server_; }
    // "127.0.0.1:PORT/DATABASE": what a login page is given, by the server's port or another
    // that leads to it.
    std::string address(int port) const;
    std::string address() const { return address(server_->port()); }
    // For a daemon: "postgresql://WORKER@…", and the file of its password.
    std::string daemon_url() const;
    QString daemon_key_file() const { return folder_.filePath(QStringLiteral("worker")); }
    QString folder() const { return folder_.path(); }

    // Of every person's login; made afresh for each demo, as that of every charge point.
    const std::string &password() const { return password_; }
    const std::string &charge_point_password() const { return charge_point_password_; }

    // Of a player of earlier_players().
    const OrderNo &earlier_order(const std::string &role) const { return earlier_.at(role); }
    Result<std::string> customer_token(const OrderNo &order_no) const;
    Result<std::int64_t> orphan_count() const;
    Result<std::string> server_version();
    // With an SQL client of his own somebody calls the function with which desks approve.
    Result<std::string> approve_by_hand(const std::string &login, const RefundNo &refund_no, std::int64_t minor);

private:
    RemoteNetwork() = default;
    SharedLocation location(const std::string &login, const std::string &password) const;
    SharedLocation worker() const;
    Result<void> make_store();
    Result<void> fill(const std::vector<GatewayAccount> &gateways);

    QTemporaryDir folder_;
    std::unique_ptr<sim::PostgresServer> server_;
    std::string password_;
    std::string worker_password_;
    std::string charge_point_password_;
    std::map<std::string, OrderNo> earlier_;
};

}  // namespace aftercharge::demo
