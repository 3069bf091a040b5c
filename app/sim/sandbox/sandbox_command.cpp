// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>
#include <charconv>
#include <csignal>

#include "app/sim/command_support.h"
#include "app/sim/commands.h"
#include "app/sim/sandbox/account_files.h"
#include "app/sim/sandbox/carrier_sandbox.h"
#include "app/sim/sandbox/payment_sandbox.h"

namespace aftercharge::sim {

namespace {

// "127.0.0.1:9450" or "9450"; the sandboxes hold no real money, but they listen to nobody else.
Result<int> port_of(const std::string &address)
{
    const std::size_t colon = address.rfind(':');
    const std::string host = colon == std::string::npos ? "127.0.0.1" : address.substr(0, colon);
    const std::string digits = colon == std::string::npos ? address : address.substr(colon + 1);
    int port = -1;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if ((host != "127.0.0.1" && host != "localhost") || problem != std::errc{} ||
        end != digits.data() + digits.size() || port < 0 || port > 65535)
        return fail(ErrorCode::InputInvalid, "an address on loopback is needed, 127.0.0.1:PORT, not " + address);
    return port;
}

Result<void> load(const SandboxOptions &options, PaymentSandbox &payment, CarrierSandbox &carrier)
{
    if (options.script_file.empty())
        return {};
    const auto script = read_file(options.script_file);
    if (!script)
        return pass_on(script);
    if (const auto loaded = payment.load(script->toStdString()); !loaded)
        return loaded;
    return carrier.load(script->toStdString());
}

Result<void> come_up(const SandboxOptions &options, PaymentSandbox &payment, CarrierSandbox &carrier)
{
    if (const auto started = payment.start(); !started)
        return started;
    if (const auto started = carrier.start(); !started)
        return started;
    if (const auto loaded = load(options, payment, carrier); !loaded)
        return loaded;
    if (options.accounts_folder.empty())
        return {};
    auto accounts = payment.accounts();
    const auto more = carrier.accounts();
    accounts.insert(accounts.end(), more.begin(), more.end());
    return write_account_files(options.accounts_folder, accounts);
}

}  // namespace

int run_sandbox(const SandboxOptions &options)
{
    const auto payment_port = port_of(options.payment);
    const auto carrier_port = port_of(options.carrier);
    if (!payment_port || !carrier_port)
        return report_error(payment_port ? carrier_port.error() : payment_port.error());
    std::optional<UtcTime> epoch;
    if (!options.epoch.empty()) {
        const auto given = parse_iso8601(options.epoch);
        if (!given)
            return report_error(given.error());
        epoch = *given;
    }
    // Before any thread is made, so that none of them takes the signal.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    const auto clock = std::make_shared<ScaledClock>(epoch, options.speed);
    const Duration pending{options.pending_s * 1000};
    PaymentSandboxOptions paid;
    paid.port = *payment_port;
    paid.webhook_base = options.webhook_url;
    paid.clock = clock;
    paid.pending = pending;
    paid.paid_on_first_use = options.paid_on_first_use;
    paid.currency = options.currency;
    PaymentSandbox payment(std::move(paid));
    CarrierSandboxOptions carried;
    carried.port = *carrier_port;
    carried.webhook_base = options.webhook_url;
    carried.clock = clock;
    carried.pending = pending;
    carried.currency = options.currency;
    std::transform(carried.currency.begin(), carried.currency.end(), carried.currency.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    CarrierSandbox carrier(std::move(carried));
    if (const auto up = come_up(options, payment, carrier); !up)
        return report_error(up.error());
    print_line("payment " + payment.base_url());
    print_line("carrier " + carrier.base_url());
    print_line("ready");
    int signal = 0;
    sigwait(&ends, &signal);
    return 0;
}

}  // namespace aftercharge::sim
