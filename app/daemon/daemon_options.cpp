// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/daemon_options.h"

#include <string>

#include <CLI/CLI.hpp>

#include "app/wiring/config_file.h"
#include "app/wiring/parse_arguments.h"

namespace aftercharge {
namespace {

struct Arguments {
    std::string store;
    std::string store_ca;
    std::string key_file;
    std::string config;
    std::string ocpp;
    std::string ocpp_certificate;
    std::string ocpp_private_key;
    std::string live;
    std::string customer;
    std::string webhook;
    std::string metrics;
    bool allow_plain = false;
};

void declare(CLI::App &line, Arguments &arguments)
{
    line.add_option("--store", arguments.store, "sqlcipher:FOLDER or postgresql://USER@HOST[:PORT][,HOST…]/DB");
    line.add_option("--key-file", arguments.key_file, "The store's key, or the password of the login");
    line.add_option("--store-ca", arguments.store_ca, "PEM: who signs the certificates of a shared store's servers");
    line.add_option("--config", arguments.config, "TOML file with the same options");
    line.add_option("--ocpp", arguments.ocpp, "ADDRESS:PORT for charge points");
    line.add_option("--ocpp-certificate", arguments.ocpp_certificate, "PEM: charge points connect with TLS");
    line.add_option("--ocpp-private-key", arguments.ocpp_private_key, "PEM: the certificate's key");
    line.add_option("--live", arguments.live, "ADDRESS:PORT of the live feed");
    line.add_option("--customer", arguments.customer, "ADDRESS:PORT of the customer channel");
    line.add_option("--webhook", arguments.webhook, "ADDRESS:PORT where payment services and carriers call back");
    line.add_option("--metrics", arguments.metrics, "ADDRESS:PORT of GET /metrics (Prometheus) and GET /healthz");
    line.add_flag("--allow-plain", arguments.allow_plain, "OCPP and metrics without TLS beyond loopback");
}

// What the command line leaves open, the configuration file may say.
Result<void> complete(Arguments &arguments)
{
    return fill_from_config(arguments.config, {{arguments.store, &ConfigFile::store},
                                               {arguments.key_file, &ConfigFile::key_file},
                                               {arguments.store_ca, &ConfigFile::store_ca},
                                               {arguments.ocpp, &ConfigFile::ocpp},
                                               {arguments.ocpp_certificate, &ConfigFile::ocpp_certificate},
                                               {arguments.ocpp_private_key, &ConfigFile::ocpp_private_key},
                                               {arguments.live, &ConfigFile::live},
                                               {arguments.customer, &ConfigFile::customer},
                                               {arguments.webhook, &ConfigFile::webhook},
                                               {arguments.metrics, &ConfigFile::metrics}});
}

Result<void> read_endpoint(const std::string &option, const std::string &text, std::optional<Endpoint> &endpoint)
{
    if (text.empty())
        return {};
    const auto parsed = parse_endpoint(text);
    if (!parsed)
        return fail(parsed.error().code, option + ": " + parsed.error().detail);
    endpoint = *parsed;
    return {};
}

Result<void> read_tls(const Arguments &arguments, std::optional<ocpp16::TlsFiles> &tls)
{
    if (arguments.ocpp_certificate.empty() && arguments.ocpp_private_key.empty())
        return {};
    auto files = read_tls_files(arguments.ocpp_certificate, arguments.ocpp_private_key);
    if (!files)
        return pass_on(files);
    tls = std::move(*files);
    return {};
}

Result<void> read(Arguments &arguments, DaemonOptions &options)
{
    if (auto completed = complete(arguments); !completed)
        return completed;
    const auto store = parse_store_url(arguments.store, arguments.store_ca);
    if (!store)
        return pass_on(store);
    options.store = *store;
    if (!arguments.key_file.empty())
        options.key.key_file = arguments.key_file;
    options.key.prompt = prompt_on_terminal;
    options.allow_plain = arguments.allow_plain;
    return read_endpoint("--ocpp", arguments.ocpp, options.ocpp)
        .and_then([&] { return read_endpoint("--live", arguments.live, options.live); })
        .and_then([&] { return read_endpoint("--customer", arguments.customer, options.customer); })
        .and_then([&] { return read_endpoint("--webhook", arguments.webhook, options.webhook); })
        .and_then([&] { return read_endpoint("--metrics", arguments.metrics, options.metrics); })
        .and_then([&] { return read_tls(arguments, options.tls); });
}

}  // namespace

std::optional<int> parse_command_line(int argc, char **argv, DaemonOptions &options)
{
    Arguments arguments;
    CLI::App line{"Aftercharge without a window: charge points, live feed, customer channel, gateways"};
    declare(line, arguments);
    if (const auto ended = parse_arguments(line, argc, argv))
        return ended;
    return refuse_arguments(read(arguments, options));
}

}  // namespace aftercharge
