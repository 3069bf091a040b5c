// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/wiring/make_gateways.h"
#include "app/wiring/system_clock.h"
#include "app/wiring/system_random.h"
#include "models/gateway/http/http_client.h"

using namespace aftercharge;

namespace {

constexpr auto hidden = "do-not-tell";

GatewayAccount easypost()
{
    GatewayAccount account;
    account.gateway = "EASYPOST";
    account.settings = {{"contact_email", "claims@shop.example"},
                        {"from_name", "Shop"},
                        {"from_street1", "1 Main St"},
                        {"from_city", "Austin"},
                        {"from_state", "TX"},
                        {"from_zip", "78701"},
                        {"from_country", "US"},
                        {"from_phone", "5125550100"},
                        {"parcel_weight_oz", "15.4"}};
    account.secrets = {{"api_key", hidden}, {"webhook_secret", hidden}};
    return account;
}

GatewayAccount stripe()
{
    GatewayAccount account;
    account.gateway = "STRIPE";
    account.base_url = "https://api.stripe.com/";
    account.secrets = {{"api_key", hidden}, {"webhook_secret", hidden}};
    return account;
}

GatewayAccount wechat_pay()
{
    GatewayAccount account;
    account.gateway = "WECHAT_PAY";
    account.settings = {{"mchid", "1900000001"},
                        {"merchant_serial_no", "AB12"},
                        {"platform_serial_no", "CD34"},
                        {"platform_public_key", "-----BEGIN PUBLIC KEY-----\ndo-not-tell\n-----END PUBLIC KEY-----\n"}};
    account.secrets = {
        {"merchant_private_key", "-----BEGIN PRIVATE KEY-----\ndo-not-tell\n-----END PRIVATE KEY-----\n"},
        {"api_v3_key", "0123456789abcdef0123456789abcdef"}};
    return account;
}

}  // namespace

Q_DECLARE_METATYPE(GatewayAccount)

class GatewayAccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takes_what_is_complete()
    {
        QVERIFY(check_gateway_account(stripe()));
        QVERIFY(check_gateway_account(easypost()));
        GatewayAccount euros = easypost();
        euros.settings["currency"] = "EUR";
        QVERIFY(check_gateway_account(euros));
    }

    void names_what_is_missing_data()
    {
        QTest::addColumn<GatewayAccount>("account");
        QTest::addColumn<QString>("name");
        for (const GatewayAccount &whole : {stripe(), easypost(), wechat_pay()}) {
            for (const auto &[name, value] : whole.settings) {
                GatewayAccount account = whole;
                account.settings.erase(name);
                QTest::addRow("%s %s", whole.gateway.c_str(), name.c_str()) << account << QString::fromStdString(name);
            }
            for (const auto &[name, value] : whole.secrets) {
                GatewayAccount account = whole;
                account.secrets[name].clear();
                QTest::addRow("%s %s", whole.gateway.c_str(), name.c_str()) << account << QString::fromStdString(name);
            }
        }
    }

    void names_what_is_missing()
    {
        QFETCH(GatewayAccount, account);
        QFETCH(QString, name);
        refuse(account, account.gateway + ": " + name.toStdString() + " is missing");
    }

    void names_what_is_wrong_data()
    {
        QTest::addColumn<GatewayAccount>("account");
        QTest::addColumn<QString>("begins");
        GatewayAccount account = easypost();
        account.settings["parcel_weight_oz"] = hidden;
        QTest::newRow("a weight") << account << "EASYPOST: parcel_weight_oz is no weight";
        account.settings["parcel_weight_oz"] = "-1";
        QTest::newRow("a negative weight") << account << "EASYPOST: parcel_weight_oz is no weight";
        account = easypost();
        account.settings["currency"] = hidden;
        QTest::newRow("a currency") << account << "EASYPOST: currency is no currency";
        account = stripe();
        account.secrets["api_key"] = "do-not-tell\r\nX-Other: 1";
        QTest::newRow("a header's end") << account << "STRIPE: api_key has a line break";
        account = stripe();
        account.base_url = "ftp://do-not-tell";
        QTest::newRow("a scheme") << account << "STRIPE: base_url does not begin";
        account.base_url = "https://do-not-tell@host";
        QTest::newRow("a name in the address") << account << "STRIPE: base_url is more than";
        account = stripe();
        account.gateway = "PAYPAL";
        QTest::newRow("another gateway") << account << "PAYPAL: no such gateway";
    }

    void names_what_is_wrong()
    {
        QFETCH(GatewayAccount, account);
        QFETCH(QString, begins);
        refuse(account, begins.toStdString());
    }

    void a_key_that_is_none_is_not_repeated()
    {
        const auto checked = check_gateway_account(wechat_pay());
        QVERIFY(!checked);
        QVERIFY(to_line(checked.error()).find(hidden) == std::string::npos);
    }

    void one_broken_account_leaves_the_others()
    {
        class Silent final : public http::Client {
        public:
            http::Answer send(const http::Request &) override { return {}; }
        } client;
        const SystemClock clock;
        SystemRandom random;
        GatewayAccount broken = easypost();
        broken.settings.erase("from_zip");
        const MadeGateways made = make_gateways({broken, stripe()}, {client, clock, random});
        QCOMPARE(made.problems.size(), std::size_t{1});
        QCOMPARE(made.gateways.payment.size(), std::size_t{1});
        QVERIFY(made.gateways.carrier.empty());
    }

private:
    static void refuse(const GatewayAccount &account, const std::string &begins)
    {
        const auto checked = check_gateway_account(account);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InputInvalid);
        QVERIFY2(checked.error().detail.starts_with(begins), checked.error().detail.c_str());
        QVERIFY(checked.error().detail.find(hidden) == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(GatewayAccountsTest)
#include "gateway_accounts_test.moc"
