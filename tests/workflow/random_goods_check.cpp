// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold after every step of a random life, and at its end.
#include <set>

#include "tests/workflow/random_goods.h"

namespace aftercharge {
namespace {

using namespace std::chrono_literals;
using payment::Standing;

constexpr std::int64_t paid = 27'100;

// Never sent: what it stood in for was paid after all.
bool was_needless(const Refund &refund)
{
    return refund.status == RefundStatus::Closed && !refund.retry_of.is_empty() &&
           refund.gateway_words.find("was paid after all") != std::string::npos;
}

}  // namespace

void RandomGoods::check()
{
    const QString broken = stage_.broken();
    expect(broken.isEmpty(), broken.toStdString());
    std::int64_t succeeded = 0;
    for (const Refund &refund : refunds()) {
        check_refund(refund);
        succeeded += refund.status == RefundStatus::Success ? refund.amount.minor() : 0;
    }
    expect(succeeded <= paid, "more was refunded than paid");
    expect(stage_.balance(AccountKind::GatewayClearing) == succeeded - paid, "gateway clearing");
    expect(stage_.order().refunded.minor() == succeeded, "the order's refunded sum");
    for (const auto &[number, row] : stage_.pay->book)
        expect(row.acts <= 1, number.text() + " acted twice");
}

// Nothing is said that the gateway never said.
void RandomGoods::check_refund(const Refund &refund)
{
    const Known &known = known_[refund.refund_no];
    const auto stood = [&](Standing standing) { return known.stood.contains(standing); };
    const std::string is = refund.refund_no.text() + " is " + std::string(to_text(refund.status));
    switch (refund.status) {
    case RefundStatus::Pending:
        return expect(stood(Standing::Pending), is);
    case RefundStatus::Success:
        ++shapes_["SUCCESS"];
        return expect(stood(Standing::Success), is);
    case RefundStatus::Fail:
        ++shapes_["FAIL"];
        return expect(stood(Standing::Fail), is);
    case RefundStatus::Closed:
        ++shapes_["CLOSED"];
        shapes_["needless"] += was_needless(refund);
        return expect(stood(Standing::Closed) || refund.approval == ApprovalState::SentBack ||
                          (was_needless(refund) && !stage_.pay->book.contains(refund.refund_no)),
                      is);
    case RefundStatus::Reversed:
        ++shapes_["REVERSED"];
        return expect(stood(Standing::Success) && (stood(Standing::Fail) || stood(Standing::Closed)), is);
    case RefundStatus::Unknown:
        ++shapes_["UNKNOWN"];
        [[fallthrough]];
    case RefundStatus::Init:
        return;
    }
}

// No more faults; the gateway ends what is pending and says so.
void RandomGoods::come_to_rest()
{
    crash();
    stage_.pay->ways.clear();
    stage_.pay->answers_questions = true;
    stage_.pay->outcome = Standing::Success;
    for (int i = 0; i < 6; ++i) {
        stage_.rig.clock.advance(40min);
        work();
        for (auto &[number, row] : stage_.pay->book) {
            if (row.standing == Standing::Pending)
                row.standing = Standing::Success;
            note_standing(number);
        }
    }
    for (const auto &[number, row] : stage_.pay->book) {
        if (row.acts > 0)
            stage_.webhook(number, "evt_" + std::to_string(++events_));
    }
    stage_.rig.clock.advance(40min);
    work();
    check();
}

void RandomGoods::check_end()
{
    std::set<std::string> differing;
    for (const Discrepancy &row : stage_.open_discrepancies()) {
        if (row.kind == DiscrepancyKind::ExceedsPaid)
            differing.insert(row.entity_id);
        ++shapes_[std::string(to_text(row.kind))];
    }
    std::int64_t at_gateway = 0;
    bool taken_up = false;
    for (const Refund &refund : refunds()) {
        const std::string is = refund.refund_no.text() + " ends as " + std::string(to_text(refund.status));
        const auto row = stage_.pay->book.find(refund.refund_no);
        if (row == stage_.pay->book.end()) {
            expect(refund.approval != ApprovalState::Approved || was_needless(refund), is + " and was never sent");
            continue;
        }
        taken_up = taken_up || known_[refund.refund_no].was_taken_up_again;
        at_gateway += row->second.standing == Standing::Success ? refund.amount.minor() : 0;
        if (differing.contains(refund.refund_no.text()))
            continue;
        const bool success = row->second.standing == Standing::Success;
        expect(success == (refund.status == RefundStatus::Success),
               is + ", the gateway's " + std::string(to_text(row->second.standing)));
        expect(refund.status != RefundStatus::Unknown && refund.status != RefundStatus::Pending &&
                   refund.status != RefundStatus::Init,
               is);
    }
    // Unless the gateway revived by itself what it had called failed, it never paid more than was paid.
    expect(taken_up || at_gateway <= paid, "the gateway paid " + std::to_string(at_gateway));
}

}  // namespace aftercharge
