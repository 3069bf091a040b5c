// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions on a real encrypted store, carried by the worker to a played payment service over
// real sockets.
#include <atomic>
#include <semaphore>
#include <set>
#include <thread>

#include <QTest>

#include "app/sim/sandbox/payment_sandbox.h"
#include "app/wiring/gateway_worker.h"
#include "app/wiring/webhook_intake.h"
#include "models/gateway/http/curl_client.h"
#include "models/gateway/payment/signature.h"
#include "tests/app/goods_host.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 30'000;
constexpr std::int64_t paid = 27'100;

// Says nothing until it is given up: a gateway whose answer does not come.
class SilentClient final : public http::Client {
public:
    http::Answer send(const http::Request &) override
    {
        ++sent;
        entered.release();
        given_up.acquire();
        return {.outcome = http::Outcome::Unknown, .status = 0, .headers = {}, .body = {}, .problem = "stopped"};
    }
    std::atomic<int> sent = 0;
    std::counting_semaphore<> entered{0};
    std::counting_semaphore<> given_up{0};
};

bool is_final(RefundStatus status)
{
    return status == RefundStatus::Success || status == RefundStatus::Fail || status == RefundStatus::Closed;
}

std::vector<Refund> refunds_of(LocalHost &host, const OrderNo &order_no)
{
    return read_on(host, [order_no](LedgerReader &ledger) { return ledger.refunds().of_order(order_no); });
}

// POSTs of that refund that reached the gateway.
int posts(const sim::PaymentSandbox &gateway, const RefundNo &refund_no)
{
    return gateway.log().count("POST", "/v1/refunds", refund_no.text());
}

int post(std::uint16_t port, const std::string &path, const std::string &body,
         const std::string &stripe_signature = "t=1,v1=00")
{
    http::CurlClient client;
    return client
        .send({.method = http::Method::Post,
               .url = "http://127.0.0.1:" + std::to_string(port) + path,
               .headers = {{"Stripe-Signature", stripe_signature}, {"X-Hmac-Signature", "hmac-sha256-hex=00"}},
               .body = body})
        .status;
}

}  // namespace

class GatewayWorkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        store_ = std::make_unique<GoodsStore>();
        sim::PaymentSandboxOptions options;
        options.pending = std::chrono::seconds{1};
        gateway_ = std::make_unique<sim::PaymentSandbox>(options);
        must(gateway_->start());
    }

    void cleanup()
    {
        gateway_.reset();
        store_.reset();
    }

    void a_refund_reaches_the_gateway_and_its_success_the_ledger()
    {
        gateway_->pay("ch_1", paid);
        const auto host = start_host(store_->options());
        set_accounts(*host, gateway_->accounts());
        const OrderNo order_no = take_paid_order(*host, "G-1", "ch_1");
        const Refund refund = request(*host, draft_of(order_no, all_lines()));
        QTRY_COMPARE_WITH_TIMEOUT(refund_on(*host, refund.refund_no).status, RefundStatus::Success, patience_ms);
        QVERIFY(!refund_on(*host, refund.refund_no).external_refund_id.empty());
        QCOMPARE(posts(*gateway_, refund.refund_no), 1);
        const GoodsOrder order = read_on(*host, [&](LedgerReader &ledger) { return ledger.goods().find(order_no); });
        QCOMPARE(order.refunded.minor(), paid);
        QCOMPARE(order.state, GoodsOrderState::Refunded);
        QCOMPARE(balance(*host, AccountKind::RefundsPayable), 0);
        QCOMPARE(balance(*host, AccountKind::GatewayClearing), 0);
    }

    void success_comes_by_webhook()
    {
        gateway_->pay("ch_2", paid);
        must(gateway_->script("ch_2", {"pending_then_success+duplicate_webhook"}));
        const auto host = start_with_webhooks();
        const OrderNo order_no = take_paid_order(*host, "G-2", "ch_2");
        const Refund refund = request(*host, draft_of(order_no, one_cable()));
        QTRY_COMPARE_WITH_TIMEOUT(refund_on(*host, refund.refund_no).status, RefundStatus::Success, patience_ms);
        QVERIFY(gateway_->wait_for_webhooks(std::chrono::seconds{10}));
        const auto told = gateway_->log().webhooks();
        QVERIFY(told.size() >= 2);
        for (const sim::LoggedWebhook &webhook : told)
            QCOMPARE(webhook.status, 200);
        // Heard, not asked for: the first question is due later than this.
        QCOMPARE(gateway_->log().count("GET", "/v1/refunds"), 0);
        const GoodsOrder order = read_on(*host, [&](LedgerReader &ledger) { return ledger.goods().find(order_no); });
        QCOMPARE(order.refunded.minor(), 2'700);
        QCOMPARE(order.state, GoodsOrderState::Paid);
    }

    void a_webhook_is_answered_by_what_it_is()
    {
        const auto host = start_with_webhooks();
        QVERIFY(host->webhook_port() != 0);
        QCOMPARE(post(host->webhook_port(), "/webhooks/stripe", "{}"), 400);
        QCOMPARE(post(host->webhook_port(), "/webhooks/easypost", "{}"), 503);
        QCOMPARE(post(host->webhook_port(), "/webhooks/other", "{}"), 404);
    }

    void refused_webhooks_are_told_once_data()
    {
        QTest::addColumn<bool>("stale");
        QTest::newRow("wrong signature") << false;
        QTest::newRow("stale") << true;
    }
    void refused_webhooks_are_told_once()
    {
        QFETCH(bool, stale);
        const auto host = start_with_webhooks();
        const std::string secret = gateway_->accounts().front().secrets.at("webhook_secret");
        const std::string signed_text = stale ? "t=1700000000,v1=" +
                                                    payment::to_hex(payment::hmac_sha256(secret, "1700000000.{}"))
                                              : "t=1700000000,v1=00";
        for (int i = 0; i < 5; ++i)
            QCOMPARE(post(host->webhook_port(), "/webhooks/stripe", "{}", signed_text), 400);
        QCOMPARE(post(host->webhook_port(), "/webhooks/other", "{}", signed_text), 404);
        const auto open = read_on(*host,
                                  [](LedgerReader &ledger) { return ledger.gateways().discrepancies(false, 10); });
        QCOMPARE(open.size(), std::size_t{1});
        QCOMPARE(open.front().kind, DiscrepancyKind::WebhookRefused);
        QCOMPARE(open.front().entity_id, std::string("STRIPE"));
        QVERIFY(open.front().detail.starts_with(stale ? "A call in STRIPE's name was signed too long ago"
                                                      : "A call in STRIPE's name had a wrong signature"));
    }

    void an_account_that_comes_later_is_taken_up()
    {
        gateway_->pay("ch_3", paid);
        const auto host = start_host(store_->options());
        const OrderNo order_no = take_paid_order(*host, "G-3", "ch_3");
        const Refund refund = request(*host, draft_of(order_no, one_cable()));
        QTest::qWait(1500);
        QCOMPARE(refund_on(*host, refund.refund_no).status, RefundStatus::Init);
        QVERIFY(host->gateways()->gateways()->is_empty());
        set_accounts(*host, gateway_->accounts());
        QTRY_VERIFY_WITH_TIMEOUT(!host->gateways()->gateways()->is_empty(), patience_ms);
        QTRY_COMPARE_WITH_TIMEOUT(refund_on(*host, refund.refund_no).status, RefundStatus::Success, patience_ms);
        QCOMPARE(posts(*gateway_, refund.refund_no), 1);
    }

    void an_account_that_cannot_be_used_is_named_without_its_secret()
    {
        const auto host = start_host(store_->options());
        GatewayAccount broken;
        broken.gateway = "EASYPOST";
        broken.base_url = "https://api.easypost.com";
        broken.secrets = {{"api_key", "EZAK-very-secret"}};
        set_accounts(*host, {broken});
        set_accounts(*host, gateway_->accounts());
        QTRY_VERIFY_WITH_TIMEOUT(!host->gateways()->gateways()->payment.empty(), patience_ms);
        QTRY_COMPARE_WITH_TIMEOUT(host->gateways()->problems().size(), std::size_t{1}, patience_ms);
        const std::string problem = to_line(host->gateways()->problems()[0]);
        QVERIFY(problem.find("EASYPOST: webhook_secret is missing") != std::string::npos);
        QVERIFY(problem.find("very-secret") == std::string::npos);
        QVERIFY(host->gateways()->gateways()->carrier.empty());
    }

    void a_call_that_does_not_end_is_given_up_and_unknown()
    {
        SilentClient client;
        const auto host = start_host(store_->options());
        host->gateways()->stop();
        const OrderNo order_no = take_paid_order(*host, "G-4", "ch_4");
        set_accounts(*host, gateway_->accounts());
        const Refund refund = request(*host, draft_of(order_no, one_cable()));
        const SystemClock clock;
        GatewayWorker worker(
            host->engine(), client, clock, [&] { client.given_up.release(4); },
            {.parallel = 2, .look_every = std::chrono::milliseconds{20}, .grace = std::chrono::milliseconds{100}});
        worker.start();
        QVERIFY(client.entered.try_acquire_for(std::chrono::seconds{20}));
        worker.stop();
        QCOMPARE(refund_on(*host, refund.refund_no).status, RefundStatus::Unknown);
        QCOMPARE(client.sent.load(), 1);
    }

    void two_desks_and_eight_threads_never_refund_more_than_was_paid()
    {
        std::array<std::unique_ptr<LocalHost>, 2> hosts{start_host(store_->options()), start_host(store_->options())};
        set_accounts(*hosts[0], gateway_->accounts());
        for (int round = 1; round <= 4; ++round) {
            const std::string number = std::to_string(round);
            gateway_->pay("ch_9" + number, paid);
            const OrderNo order_no = take_paid_order(*hosts[0], "G-9" + number, "ch_9" + number);
            const int granted = fire_at_once(hosts, order_no);
            QVERIFY(granted >= 1);
            verify_refunded_once(*hosts[static_cast<std::size_t>(round % 2)], order_no, granted);
            if (QTest::currentTestFailed())
                return;
        }
        // What each refund number was sent for, over all: once.
        std::multiset<std::string> sent;
        for (const sim::LoggedRequest &request : gateway_->log().requests()) {
            if (request.method == "POST" && request.path.starts_with("/v1/refunds"))
                sent.insert(request.number);
        }
        for (const std::string &number : sent)
            QCOMPARE(sent.count(number), std::size_t{1});
    }

private:
    std::unique_ptr<LocalHost> start_with_webhooks()
    {
        HostOptions options = store_->options();
        options.webhook = Endpoint{"127.0.0.1", 0};
        auto host = start_host(std::move(options));
        std::vector<GatewayAccount> accounts = gateway_->accounts();
        set_accounts(*host, accounts);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!host->gateways()->gateways()->is_empty(), patience_ms); }();
        gateway_->set_webhook_base("http://127.0.0.1:" + std::to_string(host->webhook_port()) + "/webhooks");
        return host;
    }

    static Refund request(LocalHost &host, const GoodsRefundDraft &draft)
    {
        return on(host, [draft](Work &work) { return request_goods_refund(work, draft); });
    }

    static std::int64_t balance(LocalHost &host, AccountKind kind)
    {
        return read_on(host,
                       [kind](LedgerReader &ledger) { return ledger.accounts().balance(AccountId::platform(kind)); })
            .minor();
    }

    // Eight requests that all begin together, four a desk, every second one for all that was paid;
    // how many were granted.
    static int fire_at_once(std::array<std::unique_ptr<LocalHost>, 2> &hosts, const OrderNo &order_no)
    {
        std::atomic<int> granted = 0;
        std::atomic<bool> go = false;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                const GoodsRefundDraft draft = draft_of(order_no, i % 2 == 0 ? all_lines() : one_cable());
                go.wait(false);
                const auto refund = answer_of(hosts[static_cast<std::size_t>(i / 4)]->engine().run(
                    [draft](Work &work) { return request_goods_refund(work, draft); }));
                if (refund && *refund)
                    ++granted;
            });
        }
        go = true;
        go.notify_all();
        for (std::thread &thread : threads)
            thread.join();
        return granted;
    }

    void verify_refunded_once(LocalHost &host, const OrderNo &order_no, int granted)
    {
        const auto all_final = [&] {
            const auto refunds = refunds_of(host, order_no);
            return std::all_of(refunds.begin(), refunds.end(),
                               [](const Refund &refund) { return is_final(refund.status); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(all_final(), patience_ms);
        const auto refunds = refunds_of(host, order_no);
        QCOMPARE(static_cast<int>(refunds.size()), granted);
        std::int64_t given_back = 0;
        for (const Refund &refund : refunds) {
            QCOMPARE(refund.status, RefundStatus::Success);
            QCOMPARE(posts(*gateway_, refund.refund_no), 1);
            given_back += refund.amount.minor();
        }
        QVERIFY(given_back > 0 && given_back <= paid);
        const GoodsOrder order = read_on(host, [&](LedgerReader &ledger) { return ledger.goods().find(order_no); });
        QCOMPARE(order.refunded.minor(), given_back);
        QCOMPARE(order.state == GoodsOrderState::Refunded, given_back == paid);
    }

    std::unique_ptr<GoodsStore> store_;
    std::unique_ptr<sim::PaymentSandbox> gateway_;
};

QTEST_GUILESS_MAIN(GatewayWorkerTest)
#include "gateway_worker_test.moc"
