// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "models/workflow/registry_changes.h"
#include "models/workflow/top_up_member.h"
#include "tests/support/engine_rig.h"

using namespace aftercharge;
using namespace std::chrono_literals;
using Access = chargepoint::AccessCheck::Verdict;

namespace {

std::string tariff(const std::string &price, const std::string &currency = "CNY")
{
    return R"({"country_code":"CN","party_id":"AFC","id":"T-1","currency":")" + currency +
           R"(","elements":[{"price_components":[{"type":"ENERGY","price":)" + price +
           R"(,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})";
}

const Actor admin{Source::Admin, "admin"};

}  // namespace

// What the network consists of, and who may what.
class RegistryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        rig_ = std::make_unique<EngineRig>();
        rig_->furnish();
    }

    void a_tariff_is_frozen_at_the_start()
    {
        const auto id = rig_->start("CP-1", 1, "CARD-1", 0).transaction_id;
        QCOMPARE(rig_->add_tariff(tariff("2.00")).version, 2);
        const auto later = rig_->start("CP-1", 2, "CARD-1", 0).transaction_id;
        rig_->clock.advance(30min);
        rig_->meter("CP-1", id, {rig_->reading(1'000, 2'000)});
        rig_->restart();
        rig_->clock.advance(30min);
        rig_->stop("CP-1", id, 2'000);
        rig_->stop("CP-1", later, 2'000);
        QCOMPARE(rig_->order("CP-1", id).tariff_version, 1);
        QCOMPARE(rig_->order("CP-1", id).fee.minor(), 200);
        QCOMPARE(rig_->order("CP-1", later).tariff_version, 2);
        QCOMPARE(rig_->order("CP-1", later).fee.minor(), 400);
    }

    void tariffs_that_are_not_taken()
    {
        const auto import = [&](const std::string &json) {
            return rig_->run([&](Work &work) { return import_tariff(work, json, admin); });
        };
        QCOMPARE(import(tariff("1.00", "EUR")).error().code, ErrorCode::MoneyCurrencyMismatch);
        QCOMPARE(import(tariff("-1.00")).error().code, ErrorCode::TariffInvalid);
        QCOMPARE(import("{").error().code, ErrorCode::TariffInvalid);
        QCOMPARE(must(rig_->ledger().registry().tariff(an<TariffId>("T-1"))).version, 1);
    }

    void a_new_charge_point_may_connect_at_once_with_its_password()
    {
        ChargePoint point;
        point.id = an<ChargePointId>("CP-9");
        point.station_id = an<StationId>("S-1");
        sim::SeededRandom random(7);
        point.password = must(hash_charge_point_password("a-long-password", random));
        must(rig_->run([&](Work &work) { return add_charge_point(work, point, admin); }));
        QCOMPARE(rig_->directory().check("CP-9", "a-long-password"), Access::Granted);
        QCOMPARE(rig_->directory().check("CP-9", "a-long-passworD"), Access::WrongPassword);
        QCOMPARE(rig_->directory().check("CP-9", ""), Access::WrongPassword);
        QCOMPARE(rig_->directory().check("CP-10", "a-long-password"), Access::UnknownChargePoint);
        // Without a password nobody comes in, not even with an empty one.
        QCOMPARE(rig_->directory().check("CP-1", ""), Access::WrongPassword);
        QCOMPARE(rig_->run([&](Work &work) { return add_charge_point(work, point, admin); }).error().code,
                 ErrorCode::ChargePointExists);
    }

    void passwords()
    {
        sim::SeededRandom random(7);
        QCOMPARE(hash_charge_point_password("1234567", random).error().code, ErrorCode::InputInvalid);
        QCOMPARE(hash_charge_point_password(std::string(129, 'x'), random).error().code, ErrorCode::InputInvalid);
        const PasswordHash one = must(hash_charge_point_password("12345678", random));
        const PasswordHash two = must(hash_charge_point_password("12345678", random));
        QCOMPARE(one.salt.size(), std::size_t{16});
        QCOMPARE(one.hash.size(), std::size_t{32});
        QVERIFY(one.hash != two.hash);
        QVERIFY(password_matches(one, "12345678") && password_matches(two, "12345678"));
        QVERIFY(!password_matches(one, "12345679"));
        QVERIFY(!password_matches({}, ""));
    }

    void charge_points_that_cannot_be()
    {
        const auto add = [&](auto change) {
            ChargePoint point;
            point.id = an<ChargePointId>("CP-9");
            point.station_id = an<StationId>("S-1");
            change(point);
            return rig_->run([&](Work &work) { return add_charge_point(work, point, admin); }).error().code;
        };
        QCOMPARE(add([](ChargePoint &p) { p.connectors = 0; }), ErrorCode::InputInvalid);
        QCOMPARE(add([](ChargePoint &p) { p.max_power = PowerW{-1}; }), ErrorCode::InputInvalid);
        QCOMPARE(add([](ChargePoint &p) { p.max_power = PowerW{INT64_MAX}; }), ErrorCode::InputInvalid);
        QCOMPARE(add([](ChargePoint &p) { p.station_id = an<StationId>("S-9"); }), ErrorCode::StationNotFound);
        QCOMPARE(add([](ChargePoint &p) { p.tariff_id = an<TariffId>("T-9"); }), ErrorCode::TariffNotFound);
        const Station nowhere{an<StationId>("S-2"), "x", "Mars/Olympus"};
        QCOMPARE(rig_->run([&](Work &work) { return add_station(work, nowhere, admin); }).error().code,
                 ErrorCode::TimeInvalid);
    }

    void a_card_belongs_to_one_member()
    {
        Member other;
        other.id = an<MemberId>("M-2");
        other.name = "李雷";
        other.id_tags = {an<IdTag>("CARD-1")};
        QCOMPARE(rig_->run([&](Work &work) { return add_member(work, other, admin); }).error().code,
                 ErrorCode::MemberExists);
        other.id_tags = {an<IdTag>("CARD-2")};
        other.prepay = EngineRig::yuan("0.00");
        QCOMPARE(rig_->run([&](Work &work) { return add_member(work, other, admin); }).error().code,
                 ErrorCode::MoneyNotPositive);
        other.prepay = must(Money::from_minor(100, must(Currency::from_code("USD"))));
        QCOMPARE(rig_->run([&](Work &work) { return add_member(work, other, admin); }).error().code,
                 ErrorCode::MoneyCurrencyMismatch);
    }

    void tokens_open_one_order_for_thirty_days()
    {
        const OrderNo order_no = rig_->session(1'000).order_no;
        const auto issue = [&] {
            return must(rig_->run([&](Work &work) { return issue_customer_token(work, order_no, admin); }));
        };
        const std::string token = issue();
        QCOMPARE(token.size(), std::size_t{32});
        QVERIFY(issue() != token);
        const AccessToken found = must(check_token(rig_->ledger(), token, rig_->clock.now()));
        QCOMPARE(found.order_no, order_no);
        QVERIFY(found.desk.empty());
        QVERIFY(found.sha256.find(token) == std::string::npos);
        QVERIFY(check_token(rig_->ledger(), token, rig_->clock.now() + 24h * 30));
        QCOMPARE(check_token(rig_->ledger(), token, rig_->clock.now() + 24h * 30 + 1ms).error().code,
                 ErrorCode::TokenInvalid);
        for (const std::string &wrong : {std::string(), token + "x", token.substr(1), found.sha256})
            QCOMPARE(check_token(rig_->ledger(), wrong, rig_->clock.now()).error().code, ErrorCode::TokenInvalid);
        const auto nowhere = rig_->run(
            [&](Work &work) { return issue_customer_token(work, an<OrderNo>("C20000101-0001"), admin); });
        QCOMPARE(nowhere.error().code, ErrorCode::OrderNotFound);
        const std::string desk = must(rig_->run([](Work &work) { return issue_desk_token(work, "desk-1", admin); }));
        QVERIFY(must(check_token(rig_->ledger(), desk, rig_->clock.now())).order_no.is_empty());
    }

    void operators()
    {
        rig_->add_operator("alice", Role::Agent);
        Operator again;
        again.name = an<OperatorName>("alice");
        QCOMPARE(rig_->run([&](Work &work) { return add_operator(work, again, admin); }).error().code,
                 ErrorCode::OperatorExists);
        const auto set_limit = [&](const std::string &amount) {
            return rig_->run([&](Work &work) {
                return set_operator_limit(work, an<OperatorName>("alice"), EngineRig::yuan(amount), admin);
            });
        };
        QCOMPARE(set_limit("-0.01").error().code, ErrorCode::InputInvalid);
        QCOMPARE(must(set_limit("5.00")).approval_limit->minor(), 500);
        QVERIFY(
            must(rig_->run([](Work &w) { return disable_operator(w, an<OperatorName>("alice"), admin); })).disabled);
        const auto audit = must(rig_->ledger().audit().page({}, "operator."));
        QCOMPARE(audit.rows.size(), std::size_t{4});
        QVERIFY(rig_->run([](Work &w) { return disable_operator(w, an<OperatorName>("zoe"), admin); }).error().code ==
                ErrorCode::OperatorNotFound);
    }

    void who_may_change_the_network_data()
    {
        QTest::addColumn<QByteArray>("who");
        QTest::addColumn<int>("code");
        QTest::newRow("supervisor") << QByteArray("bob") << static_cast<int>(ErrorCode::OperatorNotPermitted);
        QTest::newRow("disabled administrator") << QByteArray("gone") << static_cast<int>(ErrorCode::OperatorDisabled);
        QTest::newRow("nobody") << QByteArray("zoe") << static_cast<int>(ErrorCode::OperatorNotFound);
        QTest::newRow("no name") << QByteArray() << static_cast<int>(ErrorCode::OperatorNotFound);
    }
    void who_may_change_the_network()
    {
        QFETCH(QByteArray, who);
        QFETCH(int, code);
        rig_->add_operator("bob", Role::Supervisor, "10.00");
        rig_->add_operator("gone", Role::Administrator);
        must(rig_->run([](Work &w) { return disable_operator(w, an<OperatorName>("gone"), admin); }));
        const OrderNo order_no = rig_->session(1'000).order_no;
        const MemberBalance balance = rig_->balance("M-1");
        const Actor actor{Source::Admin, who.toStdString()};
        const auto refused = [&](auto change) {
            const auto result = rig_->run(change);
            return !result && static_cast<int>(result.error().code) == code;
        };
        Operator person;
        person.name = an<OperatorName>("friend");
        person.role = Role::Administrator;
        Member member;
        member.id = an<MemberId>("M-2");
        ChargePoint point;
        point.id = an<ChargePointId>("CP-9");
        point.station_id = an<StationId>("S-1");
        const Station station{an<StationId>("S-2"), "x", "UTC"};
        const TopUp top_up{an<MemberId>("M-1"), EngineRig::yuan("1.00"), *Uuid::from_bytes("0123456789abcdef"), actor};
        QVERIFY(refused([&](Work &w) { return add_operator(w, person, actor); }));
        QVERIFY(refused([&](Work &w) { return disable_operator(w, an<OperatorName>("admin"), actor); }));
        QVERIFY(refused(
            [&](Work &w) { return set_operator_limit(w, an<OperatorName>("admin"), EngineRig::yuan("9.00"), actor); }));
        QVERIFY(refused([&](Work &w) { return add_member(w, member, actor); }));
        QVERIFY(refused([&](Work &w) { return add_charge_point(w, point, actor); }));
        QVERIFY(refused([&](Work &w) { return add_station(w, station, actor); }));
        QVERIFY(refused([&](Work &w) { return import_tariff(w, tariff("0.01"), actor); }));
        QVERIFY(refused([&](Work &w) { return issue_desk_token(w, "desk-9", actor); }));
        QVERIFY(refused([&](Work &w) { return top_up_member(w, top_up); }));
        // Whoever works here may give a customer the token of his order.
        QCOMPARE(refused([&](Work &w) { return issue_customer_token(w, order_no, actor); }), who != "bob");
        QCOMPARE(rig_->balance("M-1"), balance);
        QCOMPARE(must(rig_->ledger().registry().tariff(an<TariffId>("T-1"))).version, 1);
        QCOMPARE(must(rig_->ledger().registry().operators()).size(), std::size_t{3});
    }

    void the_last_administrator_stays()
    {
        const auto disable = [&](const char *name) {
            return rig_->run([&](Work &w) { return disable_operator(w, an<OperatorName>(name), admin); });
        };
        QCOMPARE(disable("admin").error().code, ErrorCode::OperatorNotPermitted);
        QVERIFY(!must(rig_->ledger().registry().find_operator(an<OperatorName>("admin"))).disabled);
        rig_->add_operator("second", Role::Administrator);
        QVERIFY(must(disable("second")).disabled);
        QCOMPARE(disable("admin").error().code, ErrorCode::OperatorNotPermitted);
        rig_->add_operator("third", Role::Administrator);
        QVERIFY(must(disable("admin")).disabled);
    }

    void nobody_is_there_under_two_spellings()
    {
        rig_->add_operator("li.na", Role::Agent);
        for (const char *name : {"Li.Na", "LI.NA", "li.na", "ADMIN"}) {
            Operator person;
            person.name = an<OperatorName>(name);
            QCOMPARE(rig_->run([&](Work &w) { return add_operator(w, person, admin); }).error().code,
                     ErrorCode::OperatorExists);
        }
    }

    void a_boot_is_written_when_something_is_new()
    {
        const chargepoint::BootReport boot{"Vendor", "Model", "1.0", "SN1"};
        const auto answer = rig_->say("CP-1", boot);
        QCOMPARE(std::get<chargepoint::BootAnswer>(*answer).now, rig_->clock.now());
        const ChargePoint point = must(rig_->ledger().registry().charge_point(an<ChargePointId>("CP-1")));
        QCOMPARE(point.firmware, std::string("1.0"));
        QCOMPARE(*point.last_boot_at, rig_->clock.now());
        QCOMPARE(rig_->directory().find(point.id)->model, std::string("Model"));
    }

private:
    std::unique_ptr<EngineRig> rig_;
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "registry_test.moc"
