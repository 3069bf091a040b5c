// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workflow/random_goods.h"

#include <algorithm>
#include <array>

#include "models/workflow/approval_picture.h"
#include "models/workflow/expire_approvals.h"
#include "models/workflow/request_refund.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;
using payment::Standing;
using Way = FakePaymentGateway::Way;

constexpr std::int64_t worth_of_l1 = 18'000;
constexpr std::int64_t units_of_l2 = 3;
constexpr std::int64_t unit_of_l2 = 2'700;

bool is_failed(const Refund &refund)
{
    return refund.approval == ApprovalState::Approved &&
           (refund.status == RefundStatus::Fail || refund.status == RefundStatus::Closed);
}

bool is_waiting(const Refund &refund)
{
    return refund.approval == ApprovalState::Waiting;
}

}  // namespace

RandomGoods::RandomGoods(std::uint64_t seed, Shapes &shapes) : random_(seed), shapes_(shapes) {}

std::optional<std::string> RandomGoods::run(int steps)
{
    for (step_ = 0; step_ < steps && !failure_; ++step_) {
        step();
        check();
    }
    if (!failure_)
        come_to_rest();
    if (!failure_)
        check_end();
    return failure_;
}

void RandomGoods::step()
{
    struct Step {
        int weight;
        void (RandomGoods::*take)();
    };
    static constexpr std::array steps{
        Step{10, &RandomGoods::ask},   Step{6, &RandomGoods::decide},     Step{10, &RandomGoods::try_again},
        Step{12, &RandomGoods::lease}, Step{14, &RandomGoods::carry_out}, Step{14, &RandomGoods::hear},
        Step{10, &RandomGoods::work},  Step{3, &RandomGoods::crash},      Step{12, &RandomGoods::move_gateway},
        Step{12, &RandomGoods::push},  Step{6, &RandomGoods::disturb},    Step{14, &RandomGoods::wait},
    };
    int all = 0;
    for (const Step &one : steps)
        all += one.weight;
    std::int64_t place = pick(1, all);
    for (const Step &one : steps) {
        place -= one.weight;
        if (place <= 0)
            return (this->*one.take)();
    }
}

std::int64_t RandomGoods::pick(std::int64_t low, std::int64_t high)
{
    return low + static_cast<std::int64_t>(random_.next() % static_cast<std::uint64_t>(high - low + 1));
}

void RandomGoods::expect(bool holds, const std::string &what)
{
    if (!holds && !failure_)
        failure_ = "step " + std::to_string(step_) + ": " + what;
}

std::vector<Refund> RandomGoods::refunds()
{
    return must(stage_.rig.ledger().refunds().of_order(stage_.order_no()));
}

std::optional<Refund> RandomGoods::any(bool (*wanted)(const Refund &))
{
    std::vector<Refund> found = refunds();
    std::erase_if(found, [&](const Refund &refund) { return !wanted(refund); });
    if (found.empty())
        return std::nullopt;
    return found[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(found.size()) - 1))];
}

std::int64_t RandomGoods::left_of_l1()
{
    std::int64_t left = worth_of_l1;
    for (const Refund &refund : refunds())
        left -= holds_money(refund) ? known_[refund.refund_no].of_l1 : 0;
    return left;
}

std::int64_t RandomGoods::left_of_l2()
{
    std::int64_t left = units_of_l2;
    for (const Refund &refund : refunds())
        left -= holds_money(refund) ? known_[refund.refund_no].of_l2 : 0;
    return left;
}

bool RandomGoods::is_repaired()
{
    const auto all = refunds();
    return std::any_of(all.begin(), all.end(), [](const Refund &refund) { return refund.repairable; });
}

void RandomGoods::ask()
{
    static constexpr std::array persons{"alice", "carol"};
    const std::string by = persons[static_cast<std::size_t>(pick(0, 1))];
    Known known;
    bool fits = false;
    GoodsRefundDraft draft;
    if (chance(60)) {
        const std::int64_t left = left_of_l1();
        known.of_l1 = known.amount = pick(1, std::max<std::int64_t>(left, 1) + (chance(15) ? 50 : 0));
        fits = known.amount <= left;
        const Money amount = must(Money::from_minor(known.amount, EngineRig::yuan("0.00").currency()));
        draft = stage_.of_lines(by, {GoodsStage::line("L1", 1)}, amount.to_text());
    } else {
        known.of_l2 = pick(1, units_of_l2);
        known.amount = known.of_l2 * unit_of_l2;
        fits = known.of_l2 <= left_of_l2();
        draft = stage_.of_lines(by, {GoodsStage::line("L2", known.of_l2)});
    }
    const auto refund = stage_.request(draft);
    if (!refund && refund.error().code == ErrorCode::StateNotAllowed && is_repaired()) {
        ++shapes_["nothing beside a repair"];
        return;
    }
    expect(refund.has_value() == fits,
           "a refund is taken or not: " + (refund ? std::string() : to_line(refund.error())));
    if (!refund) {
        ++shapes_["more than is left refused"];
        return;
    }
    expect(refund->amount.minor() == known.amount, "another amount than asked");
    known_[refund->refund_no] = known;
    ++shapes_[refund->approval == ApprovalState::Waiting ? "refund above the limit" : "refund within the limit"];
}

void RandomGoods::decide()
{
    const auto refund = any(is_waiting);
    if (!refund)
        return;
    if (chance(30)) {
        must(stage_.send_back(refund->refund_no, "bob"));
        ++shapes_["refund sent back"];
        return;
    }
    const auto view = must(read_approval(stage_.rig.ledger(), refund->refund_no.text()));
    const bool voided = view && !view->changes.empty();
    const auto approved = stage_.approve(refund->refund_no, refund->amount.to_text(), "carol");
    if (stage_.rig.clock.now() - refund->created_at > default_approval_life) {
        expect(!approved && approved.error().code == ErrorCode::RefundExpired, "approved after its life");
        expect(must(stage_.rig.run([](Work &work) { return expire_approvals(work); })) > 0, "nothing expired");
        ++shapes_["expired"];
        return;
    }
    expect(approved.has_value() != voided, "an approval holds or is void");
    expect(approved || approved.error().code == ErrorCode::ApprovalVoided, "void for another reason");
    ++shapes_[voided ? "void approval" : "refund approved"];
    const auto again = stage_.approve(refund->refund_no, refund->amount.to_text(), "carol");
    expect(!again && again.error().code == ErrorCode::RefundAlreadyDecided, "approved twice");
}

void RandomGoods::try_again()
{
    const auto refund = any(is_failed);
    if (!refund)
        return;
    const auto again = stage_.retry(refund->refund_no, "carol");
    if (!again) {
        const ErrorCode code = again.error().code;
        expect(code == ErrorCode::RefundNotFailed || code == ErrorCode::UnitsNotLeft ||
                   code == ErrorCode::RefundExceedsPaid || code == ErrorCode::StateNotAllowed,
               "a retry: " + to_line(again.error()));
        return;
    }
    if (again->refund_no == refund->refund_no) {
        ++shapes_["repaired"];
        return;
    }
    Known known = known_[refund->refund_no];
    known.stood.clear();
    known.was_taken_up_again = false;
    known_[again->refund_no] = known;
    ++shapes_["retry under a new number"];
}

void RandomGoods::lease()
{
    for (GatewayTask &task : stage_.lease()) {
        shapes_["asked, not sent, after a crash"] += task.ask_only;
        flights_.push_back({std::move(task), stage_.rig.clock.now(), std::nullopt});
    }
}

// A call takes no longer than its time-outs: what was not carried out by then never will be.
void RandomGoods::drop_dead_flights()
{
    std::erase_if(flights_, [&](const Flight &flight) {
        return !flight.answer && stage_.rig.clock.now() >= flight.leased_at + 5min;
    });
}

void RandomGoods::carry_out()
{
    drop_dead_flights();
    if (flights_.empty())
        return;
    Flight &flight = flights_[static_cast<std::size_t>(pick(0, static_cast<std::int64_t>(flights_.size()) - 1))];
    if (flight.answer)
        return;
    flight.answer = perform(stage_.gateways, flight.task);
    if (const auto *call = std::get_if<payment::RefundCall>(&flight.task.call))
        note_standing(call->refund_no);
}

void RandomGoods::hear()
{
    drop_dead_flights();
    if (flights_.empty())
        return;
    const auto place = flights_.begin() + pick(0, static_cast<std::int64_t>(flights_.size()) - 1);
    if (!place->answer)
        return;
    must(stage_.hear(place->task, *place->answer));
    shapes_["an answer heard late"] += stage_.rig.clock.now() > place->leased_at + 5min;
    if (chance(20)) {
        ++shapes_["an answer heard twice"];
        return;
    }
    flights_.erase(place);
}

void RandomGoods::work()
{
    expect(stage_.work(), "the worker does not come to rest");
    for (const auto &[number, row] : stage_.pay->book)
        note_standing(number);
}

void RandomGoods::crash()
{
    shapes_["crash after sending"] += std::any_of(flights_.begin(), flights_.end(),
                                                  [](const Flight &flight) { return flight.answer.has_value(); });
    shapes_["crash before sending"] += std::any_of(flights_.begin(), flights_.end(),
                                                   [](const Flight &flight) { return !flight.answer.has_value(); });
    flights_.clear();
    stage_.rig.restart();
}

void RandomGoods::note_standing(const RefundNo &number)
{
    const auto row = stage_.pay->book.find(number);
    if (row != stage_.pay->book.end() && row->second.acts > 0)
        known_[number].stood.insert(row->second.standing);
}

// A refund goes on at the gateway without anybody asking.
void RandomGoods::move_gateway()
{
    auto &book = stage_.pay->book;
    if (book.empty())
        return;
    auto place = book.begin();
    std::advance(place, pick(0, static_cast<std::int64_t>(book.size()) - 1));
    auto &[number, row] = *place;
    Known &known = known_[number];
    if (row.acts == 0)
        return;
    if (row.standing == Standing::Pending) {
        row.standing = chance(60) ? Standing::Success : chance(60) ? Standing::Fail : Standing::Closed;
        row.words = "it went on";
    } else if (row.standing == Standing::Success && chance(15)) {
        row.standing = Standing::Fail;
        row.words = "returned by the bank";
        ++shapes_["taken back at the gateway"];
    } else if (row.standing == Standing::Fail && chance(40) && !known.stood.contains(Standing::Success)) {
        row.standing = chance(50) ? Standing::Pending : Standing::Success;
        known.was_taken_up_again = true;
        ++shapes_["taken up again at the gateway"];
    }
    note_standing(number);
}

void RandomGoods::push()
{
    if (known_.empty())
        return;
    auto place = known_.begin();
    std::advance(place, pick(0, static_cast<std::int64_t>(known_.size()) - 1));
    // Where there is an older word to be late with, rather that.
    for (auto other = known_.begin(); other != known_.end() && place->second.stood.size() < 2; ++other) {
        if (other->second.stood.size() > 1 && chance(50))
            place = other;
    }
    const auto &[number, known] = *place;
    if (known.stood.empty())
        return;
    const std::string event_id = "evt_" + std::to_string(++events_);
    payment::RefundNews news = stage_.pay->news(number, event_id);
    if (chance(50)) {
        auto older = known.stood.begin();
        std::advance(older, pick(0, static_cast<std::int64_t>(known.stood.size()) - 1));
        shapes_["an old webhook"] += *older != news.answer.standing;
        news.answer.standing = *older;
    }
    const Refund before = stage_.refund(number);
    const auto say = [&] {
        return must(stage_.rig.run([&](Work &work) { return hear_payment_webhook(work, "STRIPE", news, "{}"); }));
    };
    expect(say(), "a webhook was not new");
    expect(!say(), "a webhook was new twice");
    const Refund after = stage_.refund(number);
    shapes_["webhook before the reply"] += before.status == RefundStatus::Init && after.status != RefundStatus::Init;
    // A push alone neither takes back nor takes up again.
    if (before.status == RefundStatus::Success || before.status == RefundStatus::Fail)
        expect(after.status == before.status, "a webhook moved " + std::string(to_text(before.status)));
}

void RandomGoods::disturb()
{
    static constexpr std::array ways{Way::LostAfter, Way::LostBefore, Way::NotSent, Way::Later};
    if (chance(60)) {
        const Way way = ways[static_cast<std::size_t>(pick(0, 3))];
        stage_.pay->ways.push_back(way);
        shapes_["reply lost after the effect"] += way == Way::LostAfter;
        shapes_["request lost on its way"] += way == Way::LostBefore;
        return;
    }
    static constexpr std::array outcomes{Standing::Pending, Standing::Pending, Standing::Success,
                                         Standing::Fail,    Standing::Fail,    Standing::Closed};
    stage_.pay->outcome = outcomes[static_cast<std::size_t>(pick(0, 5))];
    stage_.pay->repairable = stage_.pay->outcome == Standing::Fail && chance(30);
    stage_.pay->answers_questions = chance(85);
}

void RandomGoods::wait()
{
    static constexpr std::array<Duration, 6> times{1s, 10s, 1min, 6min, 1h, 25h};
    stage_.rig.clock.advance(times[static_cast<std::size_t>(pick(0, 5))]);
}

}  // namespace aftercharge
