// SPDX-License-Identifier: GPL-3.0-or-later
// One call of one adapter, for ./dev interop: adapter_probe ACCOUNT.toml send|ask PAYMENT REFUND_NO
// MINOR PAID. Prints how the refund stands; what was said of it goes to standard error.
#include <cstdio>
#include <cstdlib>

#include "app/wiring/gateway_file.h"
#include "app/wiring/make_gateways.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/gateway/http/curl_client.h"

using namespace aftercharge;

namespace {

Result<payment::RefundAnswer> call(const std::vector<std::string> &arguments)
{
    const auto account = read_gateway_file(arguments[0]);
    if (!account)
        return pass_on(account);
    http::CurlClient client;
    SystemClock clock;
    SystemRandom random;
    const MadeGateways made = make_gateways({*account}, {client, clock, random});
    if (!made.problems.empty())
        return tl::unexpected(made.problems.front());
    if (made.gateways.payment.empty())
        return fail(ErrorCode::GatewayNotConfigured, arguments[0]);
    const Currency currency = Currency::from_code("CNY").value_or(Currency());
    payment::RefundCall refund;
    refund.provider = made.gateways.payment.begin()->first;
    refund.payment_external_id = arguments[2];
    refund.refund_no = RefundNo::from_text(arguments[3]).value_or(RefundNo());
    refund.amount = Money::from_minor(std::atoll(arguments[4].c_str()), currency).value_or(Money());
    refund.paid = Money::from_minor(std::atoll(arguments[5].c_str()), currency).value_or(Money());
    refund.created_at = clock.now();
    payment::PaymentGateway &gateway = *made.gateways.payment.begin()->second;
    return arguments[1] == "send" ? gateway.send_refund(refund) : gateway.ask_refund(refund);
}

}  // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() != 6) {
        std::fputs("usage: adapter_probe ACCOUNT.toml send|ask PAYMENT REFUND_NO MINOR PAID\n", stderr);
        return 2;
    }
    const auto answer = call(arguments);
    if (!answer) {
        std::fprintf(stderr, "%s\n", to_line(answer.error()).c_str());
        return 1;
    }
    std::fprintf(stderr, "%s\n", answer->words.c_str());
    std::printf("%s\n", std::string(to_text(answer->standing)).c_str());
    return 0;
}
