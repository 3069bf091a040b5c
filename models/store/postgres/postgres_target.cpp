// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/postgres/postgres_target.h"

#include <algorithm>
#include <charconv>

namespace aftercharge {
namespace {

constexpr std::string_view scheme = "postgresql://";

Result<PostgresTarget::Host> parse_host(std::string_view text)
{
    PostgresTarget::Host host;
    std::string_view port;
    const std::size_t bracket = text.find(']');
    if (text.starts_with('[') && bracket != std::string_view::npos) {
        host.name = text.substr(1, bracket - 1);
        port = text.substr(bracket + 1);
    } else {
        const std::size_t colon = text.rfind(':');
        host.name = text.substr(0, colon);
        port = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    if (host.name.empty())
        return fail(ErrorCode::InputInvalid, "a server without a name");
    if (port.empty())
        return host;
    const auto [end, problem] = std::from_chars(port.data() + 1, port.data() + port.size(), host.port);
    if (port.front() != ':' || problem != std::errc() || end != port.data() + port.size() || host.port == 0)
        return fail(ErrorCode::InputInvalid, "not a port: \"" + std::string(port) + "\"");
    return host;
}

// What ends up in libpq's list of settings must not bring settings of its own.
bool is_plain(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '\'' || c == '\\' || c == ';' || c == '=' || c == '"' ||
               c == '?' || c == '#';
    });
}

Result<void> parse_hosts(std::string_view text, PostgresTarget &target)
{
    while (true) {
        const std::size_t comma = text.find(',');
        auto host = parse_host(text.substr(0, comma));
        if (!host)
            return pass_on(host);
        target.hosts.push_back(std::move(*host));
        if (comma == std::string_view::npos)
            return {};
        text.remove_prefix(comma + 1);
    }
}

bool is_local_name(const std::string &name)
{
    return name.starts_with('/') || name == "localhost" || name == "::1" || name.starts_with("127.");
}

std::string joined_ports(const PostgresTarget &target)
{
    std::string ports;
    for (const auto &host : target.hosts)
        ports += (ports.empty() ? "" : ",") + std::to_string(host.port);
    return ports;
}

}  // namespace

Result<PostgresTarget> parse_postgres_url(std::string_view text)
{
    const std::string whole(text);
    if (!text.starts_with(scheme))
        return fail(ErrorCode::InputInvalid, "not a postgresql:// address: \"" + whole + "\"");
    text.remove_prefix(scheme.size());
    if (!is_plain(text))
        return fail(ErrorCode::InputInvalid, "an address has no blanks, quotes or options: \"" + whole + "\"");
    const std::size_t at = text.find('@');
    const std::size_t slash = text.rfind('/');
    if (at == std::string_view::npos || at == 0 || slash == std::string_view::npos || slash < at + 2)
        return fail(ErrorCode::InputInvalid, "postgresql://USER@HOST[:PORT]/DATABASE is needed, not \"" + whole + "\"");
    PostgresTarget target;
    target.user = text.substr(0, at);
    if (target.user.find(':') != std::string::npos)
        return fail(ErrorCode::InputInvalid, "a password does not belong into the address; see --key-file");
    target.database = text.substr(slash + 1);
    if (target.database.empty())
        return fail(ErrorCode::InputInvalid, "the address names no database");
    if (auto parsed = parse_hosts(text.substr(at + 1, slash - at - 1), target); !parsed)
        return pass_on(parsed);
    return target;
}

std::string to_url(const PostgresTarget &target)
{
    std::string hosts;
    for (const auto &host : target.hosts) {
        hosts += hosts.empty() ? "" : ",";
        hosts += host.name.find(':') == std::string::npos ? host.name : "[" + host.name + "]";
        hosts += ":" + std::to_string(host.port);
    }
    return std::string(scheme) + target.user + "@" + hosts + "/" + target.database;
}

bool is_local(const PostgresTarget &target)
{
    return std::all_of(target.hosts.begin(), target.hosts.end(),
                       [](const PostgresTarget::Host &host) { return is_local_name(host.name); });
}

std::string connect_options(const PostgresTarget &target)
{
    std::string options = "port=" + joined_ports(target) +
                          " target_session_attrs=read-write connect_timeout=3 client_encoding=UTF8"
                          " application_name=aftercharge keepalives=1 keepalives_idle=2 keepalives_interval=1"
                          " keepalives_count=2 tcp_user_timeout=4000";
    options += is_local(target) ? " sslmode=prefer" : " sslmode=verify-full";
    if (!target.ca_file.empty())
        options += " sslrootcert='" + target.ca_file + "'";
    return options;
}

}  // namespace aftercharge
