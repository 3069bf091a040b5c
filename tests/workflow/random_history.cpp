// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/random_history.h"

#include "models/workflow/explain_order.h"
#include "models/workflow/top_up_member.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t max_power_w = 60'000;

const std::string tariff = R"({"country_code":"CN","party_id":"AFC","id":"T-1","currency":"CNY","elements":[
    {"price_components":[{"type":"ENERGY","price":1.37,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})";

MemberId member_id(std::size_t member)
{
    return an<MemberId>("M-" + std::to_string(member + 1));
}

Money fen(std::int64_t minor)
{
    return must(Money::from_minor(minor, must(Currency::from_code("CNY"))));
}

}  // namespace

RandomHistory::RandomHistory(std::uint64_t seed, Shapes &shapes) : random_(seed), shapes_(shapes), rig_(seed)
{
    rig_.add_tariff(tariff);
    rig_.add_point("CP-1", 2, max_power_w);
    rig_.add_point("CP-2", 2, max_power_w);
    rig_.add_operator("alice", Role::Agent, "2.00");
    rig_.add_operator("bob", Role::Supervisor, "8.00");
    rig_.add_operator("carol", Role::Supervisor, "500.00");
    rig_.gateway.reply = [](const auto &) { return Result<void>{}; };
    oracle_.members = {{5000, 0, 0}, {500, 0, 0}, {2000, 0, 0}};
    rig_.add_member("M-1", "CARD-1");
    rig_.add_member("M-2", "CARD-2", "5.00");
    rig_.add_member("M-3", "CARD-3", "20.00");
    for (int i = 0; i < 3; ++i)
        top_up();
}

std::int64_t RandomHistory::pick(std::int64_t low, std::int64_t high)
{
    return low + static_cast<std::int64_t>(random_.next() % static_cast<std::uint64_t>(high - low + 1));
}

void RandomHistory::expect(bool holds, const std::string &what)
{
    if (!holds && !failure_)
        failure_ = "step " + std::to_string(step_) + ": " + what;
}

std::optional<std::string> RandomHistory::run(int steps)
{
    for (step_ = 1; step_ <= steps && !failure_; ++step_) {
        step();
        expect(must(rig_.ledger().accounts().sum_of_all()).is_zero(), "the accounts do not add up to 0");
        check_members();
        check_orders();
    }
    check_end();
    return failure_;
}

void RandomHistory::step()
{
    static constexpr std::array steps{
        Step{4, &RandomHistory::wait},
        Step{8, &RandomHistory::top_up},
        Step{12, &RandomHistory::start},
        Step{30, &RandomHistory::report},
        Step{12, &RandomHistory::report_late},
        Step{4, &RandomHistory::report_again},
        Step{3, &RandomHistory::report_wrongly},
        Step{8, &RandomHistory::stop},
        Step{2, &RandomHistory::stop_again},
        Step{1, &RandomHistory::stop_unknown},
        Step{2, &RandomHistory::lose_connection},
        Step{12, &RandomHistory::ask_refund},
        Step{16, &RandomHistory::decide_refund},
        Step{2, &RandomHistory::decide_again},
        Step{4, &RandomHistory::confirm_fee},
        Step{2, &RandomHistory::crash},
    };
    int sum = 0;
    for (const Step &one : steps)
        sum += one.weight;
    std::int64_t drawn = pick(1, sum);
    for (const Step &one : steps) {
        drawn -= one.weight;
        if (drawn <= 0)
            return (this->*one.take)();
    }
}

void RandomHistory::wait()
{
    rig_.clock.advance(std::chrono::seconds{pick(1, 600)});
    rig_.engine().tick();
}

void RandomHistory::top_up()
{
    const auto member = static_cast<std::size_t>(pick(0, 2));
    const TopUp top_up{member_id(member), fen(pick(1, 3000)), make_uuid(rig_.clock, random_), {}};
    const int times = chance(20) ? 2 : 1;
    for (int i = 0; i < times; ++i)
        must(rig_.run([&](Work &work) { return top_up_member(work, top_up); }));
    shapes_["top-up twice"] += times - 1;
    shapes_["debt paid"] += oracle_.owed_by(member) > 0;
    oracle_.top_up(member, top_up.amount.minor());
}

void RandomHistory::lose_connection()
{
    rig_.say("CP-1", chargepoint::Disconnected{"gone"});
    rig_.clock.advance(std::chrono::seconds{pick(1, 60)});
    rig_.say("CP-1", chargepoint::Connected{"ocpp1.6", "192.0.2.1"});
    ++shapes_["connection lost"];
}

void RandomHistory::crash()
{
    shapes_["restart with sessions"] += !sessions_.empty();
    rig_.restart();
    rig_.engine().tick();
}

void RandomHistory::check_members()
{
    for (std::size_t i = 0; i < oracle_.members.size(); ++i) {
        const MemberBalance balance = must(rig_.ledger().accounts().member_balance(member_id(i)));
        const LedgerOracle::Member &should = oracle_.members[i];
        expect(!balance.available.is_negative() && !balance.frozen.is_negative(), "a balance below 0");
        expect(balance.available.minor() == should.available, member_id(i).text() + " has " +
                                                                  balance.available.to_text() + ", should have " +
                                                                  std::to_string(should.available) + " fen");
        expect(balance.frozen.minor() == should.frozen,
               member_id(i).text() + " has frozen " + balance.frozen.to_text());
        expect(balance.owed.minor() == oracle_.owed_by(i), member_id(i).text() + " owes " + balance.owed.to_text());
    }
    const Money revenue = must(rig_.ledger().accounts().balance(AccountId::platform(AccountKind::Revenue)));
    expect(revenue.minor() == oracle_.revenue, "revenue is " + revenue.to_text());
}

void RandomHistory::check_orders()
{
    for (std::size_t i = 0; i < order_nos_.size(); ++i) {
        const ChargingOrder order = rig_.order(order_nos_[i]);
        const LedgerOracle::Order &should = oracle_.orders[i];
        const std::string name = order.order_no.text();
        const OrderState state = should.running                          ? OrderState::Charging
                                 : should.refunded > 0                   ? OrderState::AfterSales
                                 : should.owed > 0 || should.provisional ? OrderState::Settle
                                                                         : OrderState::Payed;
        expect(order.state == state, name + " is " + std::string(to_text(order.state)));
        expect(order.prepaid.minor() == should.prepaid, name + " prepaid " + order.prepaid.to_text());
        expect(order.fee.minor() == should.fee, name + " fee " + order.fee.to_text());
        expect(order.owed.minor() == should.owed, name + " owed " + order.owed.to_text());
        expect(order.returned.minor() == should.returned, name + " returned " + order.returned.to_text());
        expect(order.refunded.minor() == should.refunded, name + " refunded " + order.refunded.to_text());
        expect(order.refunded.minor() + should.held <= order.fee.minor() - order.owed.minor(),
               name + " refunds above what was paid");
    }
}

void RandomHistory::check_end()
{
    for (const OrderNo &order_no : order_nos_) {
        const OrderExplanation explained = must(explain_order(rig_.ledger(), rig_.telemetry(), order_no));
        if (explained.order.state == OrderState::Charging)
            continue;
        expect(explained.priced.total == explained.order.fee, order_no.text() + " is explained as " +
                                                                  explained.priced.total.to_text() + ", not " +
                                                                  explained.order.fee.to_text());
        std::int64_t lines = 0;
        for (const FeeLine &line : explained.priced.lines)
            lines += line.amount.minor();
        expect(lines == explained.order.fee.minor(), order_no.text() + ": its lines do not add up");
    }
    const ChainReport report = must(rig_.ledger().audit().verify([](auto, auto) { return true; }));
    expect(report.intact, report.problem);
    expect(must(rig_.ledger().outbox().waiting()) == 0, "effects are left over");
}

}  // namespace aftercharge
