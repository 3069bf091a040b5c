// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/error.h"

namespace aftercharge {

// A shared store: one database behind one or several servers, of which the one that takes
// writes is asked.
struct PostgresTarget {
    struct Host {
        std::string name;  // a name, an address, or the folder of a server's socket ("/run/postgresql")
        std::uint16_t port = 5432;
        friend bool operator==(const Host &, const Host &) = default;
    };
    std::string user;  // the login; "one login a person"
    std::vector<Host> hosts;
    std::string database;
    std::string ca_file;  // PEM of who signs the servers' certificates; empty: libpq's own place
    friend bool operator==(const PostgresTarget &, const PostgresTarget &) = default;
};

// "postgresql://USER@HOST[:PORT][,HOST[:PORT]…]/DB". input.invalid with the reason; a password in
// it is one: it would stand in the process list.
Result<PostgresTarget> parse_postgres_url(std::string_view text);
std::string to_url(const PostgresTarget &target);

// Whether nobody but this machine can listen on the way: then TLS is not asked for.
bool is_local(const PostgresTarget &target);

// As libpq takes them beside host, database, user and password (its manual, section 34.1.2):
// TLS, the choice of the server, and how soon a silent line counts as broken: 4 s.
std::string connect_options(const PostgresTarget &target);

}  // namespace aftercharge
