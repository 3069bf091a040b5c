// SPDX-License-Identifier: GPL-3.0-or-later
// What may not leave at all, and which failures mean that nothing has left.
#include <QtTest/QtTest>

#include <QtCore/QElapsedTimer>

#include "models/gateway/http/curl_client.h"
#include "models/gateway/http/curl_outcome.h"
#include "models/gateway/http/url_rules.h"

using namespace aftercharge;
using namespace aftercharge::http;
using namespace std::chrono_literals;

class HttpRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void may_not_leave_data();
    void may_not_leave();
    void outcome_needs_code_and_bytes_data();
    void outcome_needs_code_and_bytes();
};

void HttpRulesTest::may_not_leave_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("header");
    for (const char *url :
         {"", "nonsense", "http://192.0.2.1/", "http://example.com/", "http://0.0.0.0/",
          "http://localhost.example.com/", "http://127.0.0.1.example.com/", "http://[::2]/", "ftp://127.0.0.1/",
          "file:///etc/hostname", "https://user:word@127.0.0.1/", "http://127.0.0.1/ x", "http://127.0.0.1/\r\nX: y"})
        QTest::addRow("url %s", QByteArray(url).toPercentEncoding(":/@").constData())
            << QByteArray(url) << QByteArray("x");
    QTest::newRow("header") << QByteArray("http://127.0.0.1:1/") << QByteArray("x\r\nX-More: y");
}

void HttpRulesTest::may_not_leave()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, header);
    CurlClient client;
    Request request;
    request.method = Method::Post;
    request.url = url.toStdString();
    request.headers = {{"X-Test", header.toStdString()}};
    QElapsedTimer timer;
    timer.start();
    const Answer answer = client.send(request);
    QCOMPARE(answer.outcome, Outcome::NotSent);
    QVERIFY(!answer.problem.empty());
    QVERIFY2(!why_not_sent(request).empty(), "refused before a socket is opened");
    QVERIFY(timer.elapsed() < 1000);
}

void HttpRulesTest::outcome_needs_code_and_bytes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("begun");
    QTest::addColumn<bool>("not_sent");
    const auto row = [](const char *name, CURLcode code, bool begun, bool not_sent) {
        QTest::newRow(name) << static_cast<int>(code) << begun << not_sent;
    };
    row("resolve", CURLE_COULDNT_RESOLVE_HOST, false, true);
    row("connect", CURLE_COULDNT_CONNECT, false, true);
    row("connect, but something was written", CURLE_COULDNT_CONNECT, true, false);
    row("TLS", CURLE_SSL_CONNECT_ERROR, false, true);
    row("certificate", CURLE_PEER_FAILED_VERIFICATION, false, true);
    row("time-out before", CURLE_OPERATION_TIMEDOUT, false, true);
    row("time-out after", CURLE_OPERATION_TIMEDOUT, true, false);
    row("stopped before", CURLE_ABORTED_BY_CALLBACK, false, true);
    row("stopped after", CURLE_ABORTED_BY_CALLBACK, true, false);
    row("sending", CURLE_SEND_ERROR, false, false);
    row("receiving", CURLE_RECV_ERROR, false, false);
    row("nothing", CURLE_GOT_NOTHING, false, false);
    row("partial", CURLE_PARTIAL_FILE, true, false);
    row("a code of tomorrow", static_cast<CURLcode>(98), false, false);
}

void HttpRulesTest::outcome_needs_code_and_bytes()
{
    QFETCH(const int, code);
    QFETCH(const bool, begun);
    QFETCH(const bool, not_sent);
    const Answer answer = answer_of({static_cast<CURLcode>(code), begun, 1000ms, "detail"});
    QCOMPARE(answer.outcome, not_sent ? Outcome::NotSent : Outcome::Unknown);
    QVERIFY(!answer.problem.empty());
}

QTEST_GUILESS_MAIN(HttpRulesTest)
#include "http_rules_test.moc"
