// SPDX-License-Identifier: GPL-3.0-or-later
// The client on real sockets: one request on the wire whatever the other side does, and what
// may be sent again told apart from what may have been done.
#include <QtTest/QtTest>

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryFile>

#include "models/gateway/http/curl_client.h"
#include "tests/support/raw_server.h"
#include "tests/support/tls_files.h"

using namespace aftercharge;
using namespace aftercharge::http;
using namespace aftercharge::test;
using namespace std::chrono_literals;

namespace {

constexpr auto secret = "sk_test_never_to_be_seen";
constexpr auto bearer = "Bearer sk_test_never_to_be_seen";

CurlOptions quick()
{
    CurlOptions options;
    options.connect_timeout = 2s;
    options.total_timeout = 3s;
    return options;
}

Request post_to(const std::string &url, std::string body = "amount=100")
{
    Request request;
    request.method = Method::Post;
    request.url = url;
    request.headers = {{"Authorization", bearer}, {"Idempotency-Key", "R1"}};
    request.body = std::move(body);
    return request;
}

RawServer::Handler always(std::string bytes, RawServer::Then then = RawServer::Then::Close)
{
    return [bytes = std::move(bytes), then](const std::string &) { return RawServer::Reply{bytes, then}; };
}

bool has(const std::string &text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

}  // namespace

class HttpClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sends_what_it_is_given();
    void reads_an_answer_with_its_headers();
    void puts();
    void once_whatever_comes_back_data();
    void once_whatever_comes_back();
    void every_request_has_its_own_connection();
    void large_bodies_are_not_announced();
    void refused_is_not_sent();
    void timeout_after_sending_is_unknown();
    void timeout_before_tls_is_not_sent();
    void longer_answers_are_unknown();
    void self_signed_is_refused();
    void further_authority_is_trusted();
    void another_hosts_certificate_is_refused();
    void no_proxy_of_the_environment();
    void stop_ends_what_is_under_way();
};

void HttpClientTest::sends_what_it_is_given()
{
    RawServer server(always(http_reply("200 OK", "{}")));
    CurlClient client(quick());
    const Answer answer = client.send(post_to(server.url("/v1/a/../b%2Fc?x=%5B1%5D"), "amount=100&x=%20"));
    QCOMPARE(answer.outcome, Outcome::Answered);
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{1});
    const std::string request = server.requests().front();
    QVERIFY(has(request, "POST /v1/a/../b%2Fc?x=%5B1%5D HTTP/1.1\r\n"));
    QVERIFY(has(request, "\r\nAuthorization: Bearer sk_test_never_to_be_seen\r\n"));
    QVERIFY(has(request, "\r\nIdempotency-Key: R1\r\n"));
    QVERIFY(has(request, "\r\nUser-Agent: Aftercharge\r\n"));
    QVERIFY(has(request, "\r\n\r\namount=100&x=%20"));
}

void HttpClientTest::reads_an_answer_with_its_headers()
{
    RawServer server(always("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n"
                            "HTTP/1.1 402 Payment Required\r\nX-Name:  a b \r\nx-name: second\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"));
    CurlClient client(quick());
    const Answer answer = client.send(post_to(server.url("/")));
    QCOMPARE(answer.outcome, Outcome::Answered);
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.body, std::string("abc"));
    QCOMPARE(answer.header("x-name"), std::string("a b"));
    QCOMPARE(answer.header("x-interim"), std::string());
    QCOMPARE(answer.header("missing"), std::string());
}

void HttpClientTest::puts()
{
    RawServer server(always(http_reply("200 OK", "")));
    CurlClient client(quick());
    Request request = post_to(server.url("/p"), "{}");
    request.method = Method::Put;
    QCOMPARE(client.send(request).status, 200);
    request.method = Method::Get;
    QCOMPARE(client.send(request).status, 200);
    server.stop();
    const auto requests = server.requests();
    QCOMPARE(requests.size(), std::size_t{2});
    QVERIFY(requests[0].rfind("PUT /p HTTP/1.1\r\n", 0) == 0 && has(requests[0], "\r\n\r\n{}"));
    QVERIFY(requests[1].rfind("GET /p HTTP/1.1\r\n", 0) == 0 && !has(requests[1], "{}"));
}

void HttpClientTest::once_whatever_comes_back_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("then");
    QTest::addColumn<int>("status");  // 0: no answer
    const auto row = [](const char *name, const std::string &bytes, RawServer::Then then, int status) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(then) << status;
    };
    using Then = RawServer::Then;
    row("closed without an answer", "", Then::Close, 0);
    row("reset", "", Then::Reset, 0);
    row("half a status line", "HTTP/1.", Then::Close, 0);
    row("half a body", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", Then::Close, 0);
    row("not HTTP", "SSH-2.0-x\r\n", Then::Close, 0);
    row("500", http_reply("500 Internal Server Error", "x"), Then::Close, 500);
    row("503 with Retry-After", http_reply("503 Service Unavailable", "", "Retry-After: 0\r\n"), Then::ReadOn, 503);
    row("408", http_reply("408 Request Timeout", "", "Connection: close\r\n"), Then::Close, 408);
    row("409", http_reply("409 Conflict", "{}"), Then::Close, 409);
    row("401 with a challenge", http_reply("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
        Then::ReadOn, 401);
    row("417", http_reply("417 Expectation Failed", ""), Then::ReadOn, 417);
    row("421", http_reply("421 Misdirected Request", ""), Then::ReadOn, 421);
    row("302", http_reply("302 Found", "", "Location: /elsewhere\r\n"), Then::ReadOn, 302);
    row("307", http_reply("307 Temporary Redirect", "", "Location: /elsewhere\r\n"), Then::ReadOn, 307);
    row("308", http_reply("308 Permanent Redirect", "", "Location: /elsewhere\r\n"), Then::ReadOn, 308);
}

void HttpClientTest::once_whatever_comes_back()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, then);
    QFETCH(const int, status);
    RawServer server(always(bytes.toStdString(), static_cast<RawServer::Then>(then)));
    CurlClient client(quick());
    const Answer answer = client.send(post_to(server.url("/v1/refunds")));
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{1});
    QCOMPARE(server.connections(), 1);
    QCOMPARE(answer.outcome, status == 0 ? Outcome::Unknown : Outcome::Answered);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.problem.empty(), status != 0);
    QVERIFY(!has(answer.problem, secret) && !has(answer.problem, "amount"));
}

void HttpClientTest::every_request_has_its_own_connection()
{
    RawServer server(always(http_reply("200 OK", "{}", "Connection: keep-alive\r\n"), RawServer::Then::ReadOn));
    CurlClient client(quick());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(client.send(post_to(server.url("/"))).status, 200);
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{3});
    QCOMPARE(server.connections(), 3);
}

// libcurl would announce a body of more than 1 MiB, and send it again after 417.
void HttpClientTest::large_bodies_are_not_announced()
{
    RawServer server(always(http_reply("417 Expectation Failed", "")));
    CurlClient client(quick());
    QCOMPARE(client.send(post_to(server.url("/"), std::string(3U << 20, 'x'))).status, 417);
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{1});
    QVERIFY(!has(server.requests().front().substr(0, 500), "Expect"));
}

void HttpClientTest::refused_is_not_sent()
{
    int port = 0;
    {
        RawServer gone(always(""));
        port = gone.port();
    }
    CurlClient client(quick());
    const Answer answer = client.send(post_to("http://127.0.0.1:" + std::to_string(port) + "/"));
    QCOMPARE(answer.outcome, Outcome::NotSent);
    QVERIFY(!answer.problem.empty());
}

void HttpClientTest::timeout_after_sending_is_unknown()
{
    RawServer server(always("", RawServer::Then::Hang));
    CurlOptions options = quick();
    options.total_timeout = 1s;
    CurlClient client(options);
    const Answer answer = client.send(post_to(server.url("/")));
    QCOMPARE(answer.outcome, Outcome::Unknown);
    QCOMPARE(answer.problem, std::string("timeout after 1 s"));
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{1});
}

// The server takes the connection and says nothing: the handshake never ends, so no byte of the
// request has left.
void HttpClientTest::timeout_before_tls_is_not_sent()
{
    RawServer server(always("", RawServer::Then::Hang));
    CurlOptions options = quick();
    options.connect_timeout = 1s;
    CurlClient client(options);
    const Answer answer = client.send(post_to("https://localhost:" + std::to_string(server.port()) + "/"));
    QCOMPARE(answer.outcome, Outcome::NotSent);
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{0});
}

void HttpClientTest::longer_answers_are_unknown()
{
    RawServer server(always(http_reply("200 OK", std::string(1001, 'x'))));
    CurlOptions options = quick();
    options.max_answer_bytes = 1000;
    CurlClient client(options);
    const Answer answer = client.send(post_to(server.url("/")));
    QCOMPARE(answer.outcome, Outcome::Unknown);
    QCOMPARE(answer.problem, std::string("the answer is longer than is read"));
    RawServer headers(
        always(http_reply("200 OK", "",
                          "X-Long: " + std::string(90'000, 'x') + "\r\nX-Long: " + std::string(90'000, 'x') +
                              "\r\nX-Long: " + std::string(90'000, 'x') + "\r\n")));
    QCOMPARE(client.send(post_to(headers.url("/"))).outcome, Outcome::Unknown);
    RawServer fits(always(http_reply("200 OK", std::string(1000, 'x'))));
    QCOMPARE(client.send(post_to(fits.url("/"))).body.size(), std::size_t{1000});
}

void HttpClientTest::self_signed_is_refused()
{
    RawServer server(always(http_reply("200 OK", "{}")), make_tls_files());
    CurlClient client(quick());
    const Answer answer = client.send(post_to(server.url("/")));
    QCOMPARE(answer.outcome, Outcome::NotSent);
    QVERIFY(has(answer.problem, "certificate"));
    server.stop();
    QVERIFY(server.connections() >= 1);
    QCOMPARE(server.requests().size(), std::size_t{0});
}

void HttpClientTest::further_authority_is_trusted()
{
    const ocpp16::TlsFiles files = make_tls_files();
    QTemporaryFile authority;
    QVERIFY(authority.open());
    authority.write(QByteArray::fromStdString(files.certificate_pem));
    authority.flush();
    CurlOptions options = quick();
    options.ca_file = authority.fileName().toStdString();
    RawServer server(always(http_reply("200 OK", "over TLS")), files);
    CurlClient client(options);
    const Answer answer = client.send(post_to(server.url("/")));
    QVERIFY2(answer.outcome == Outcome::Answered, answer.problem.c_str());
    QCOMPARE(answer.body, std::string("over TLS"));
    RawServer other(always(http_reply("200 OK", "{}")), make_tls_files());
    QCOMPARE(client.send(post_to(other.url("/"))).outcome, Outcome::NotSent);
    options.ca_file = "/nonexistent/authority.pem";
    CurlClient without(options);
    QCOMPARE(without.send(post_to(server.url("/"))).outcome, Outcome::NotSent);
}

void HttpClientTest::another_hosts_certificate_is_refused()
{
    const ocpp16::TlsFiles files = make_tls_files();
    QTemporaryFile authority;
    QVERIFY(authority.open());
    authority.write(QByteArray::fromStdString(files.certificate_pem));
    authority.flush();
    CurlOptions options = quick();
    options.ca_file = authority.fileName().toStdString();
    RawServer server(always(http_reply("200 OK", "{}")), files);
    CurlClient client(options);
    const Answer answer = client.send(post_to("https://127.0.0.1:" + std::to_string(server.port()) + "/"));
    QCOMPARE(answer.outcome, Outcome::NotSent);
    server.stop();
    QCOMPARE(server.requests().size(), std::size_t{0});
}

void HttpClientTest::no_proxy_of_the_environment()
{
    RawServer proxy(always(http_reply("200 OK", "from the proxy")));
    RawServer server(always(http_reply("200 OK", "direct")));
    qputenv("http_proxy", QByteArray::fromStdString(proxy.url("")));
    qputenv("ALL_PROXY", QByteArray::fromStdString(proxy.url("")));
    CurlClient client(quick());
    const Answer answer = client.send(post_to(server.url("/")));
    qunsetenv("http_proxy");
    qunsetenv("ALL_PROXY");
    QCOMPARE(answer.body, std::string("direct"));
    proxy.stop();
    QCOMPARE(proxy.connections(), 0);
}

void HttpClientTest::stop_ends_what_is_under_way()
{
    RawServer server(always("", RawServer::Then::Hang));
    CurlOptions options = quick();
    options.total_timeout = 60s;
    CurlClient client(options);
    Answer answer;
    std::thread sender([&] { answer = client.send(post_to(server.url("/"))); });
    QTRY_COMPARE(server.requests().size(), std::size_t{1});
    QElapsedTimer timer;
    timer.start();
    client.stop();
    sender.join();
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(answer.outcome, Outcome::Unknown);
    QCOMPARE(answer.problem, std::string("stopped"));
    QCOMPARE(client.send(post_to(server.url("/"))).outcome, Outcome::NotSent);
    server.stop();
    QCOMPARE(server.connections(), 1);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "http_client_test.moc"
