// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "models/domain/charging_order_states.h"
#include "models/domain/goods_states.h"
#include "models/domain/refund_states.h"
#include "models/domain/ticket_states.h"

using namespace aftercharge;

namespace {

// Every state × event of one machine: what stands in the table leads where it says, all else
// is refused with an error that names both. Returns the states that can be reached from `start`.
template<typename State, typename Event, std::size_t N>
std::set<State> walk(const std::array<Transition<State, Event>, N> &table, State start)
{
    std::size_t allowed = 0;
    for (const auto &state : text_table(State{})) {
        for (const auto &event : text_table(Event{})) {
            const auto to = next_state(table, state.value, event.value);
            if (to) {
                ++allowed;
                continue;
            }
            const std::string named = std::string(event.text) + " in " + std::string(state.text);
            if (to.error() != Error{ErrorCode::StateNotAllowed, named})
                QTest::qFail(named.c_str(), __FILE__, __LINE__);
        }
    }
    // A pair of state and event stands at most once: else the second row could never be taken.
    if (allowed != N)
        QTest::qFail("a row is there twice, or a state or event has no text", __FILE__, __LINE__);
    std::set<State> reached{start};
    for (std::size_t grown = 0; grown != reached.size();) {
        grown = reached.size();
        for (const auto &row : table) {
            if (reached.contains(row.from))
                reached.insert(row.to);
        }
    }
    return reached;
}

template<typename State>
std::size_t count_of()
{
    return text_table(State{}).size();
}

}  // namespace

// The state machines of product.md, walked exhaustively.
class StateTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void charging_order()
    {
        QCOMPARE(walk(charging_order_table, OrderState::Created).size(), count_of<OrderState>());
        // An order is never cancelled once it charges, and money that was paid back keeps it in after-sales.
        QVERIFY(!next_state(charging_order_table, OrderState::Charging, OrderEvent::StartRefused));
        QVERIFY(!next_state(charging_order_table, OrderState::Settle, OrderEvent::RefundPosted));
        QCOMPARE(*next_state(charging_order_table, OrderState::Payed, OrderEvent::LateUpload), OrderState::Settle);
        QCOMPARE(*next_state(charging_order_table, OrderState::AfterSales, OrderEvent::LateUpload),
                 OrderState::AfterSales);
    }

    void payment_refund()
    {
        QCOMPARE(walk(payment_refund_table, RefundStatus::Init).size(), count_of<RefundStatus>());
        // SUCCESS ends in nothing but REVERSED; what failed moves only by a verified query.
        for (const auto &event : text_table(RefundEvent{})) {
            const bool allowed = next_state(payment_refund_table, RefundStatus::Success, event.value).has_value();
            QCOMPARE(allowed, event.value == RefundEvent::Reversed);
        }
        QVERIFY(!next_state(payment_refund_table, RefundStatus::Fail, RefundEvent::Succeeded));
        QCOMPARE(*next_state(payment_refund_table, RefundStatus::Fail, RefundEvent::VerifiedSuccess),
                 RefundStatus::Success);
    }

    void cs_ticket()
    {
        QCOMPARE(walk(cs_ticket_table, TicketState::Open).size(), count_of<TicketState>());
        QVERIFY(!next_state(cs_ticket_table, TicketState::Open, TicketEvent::Resolved));
        QCOMPARE(*next_state(cs_ticket_table, TicketState::Closed, TicketEvent::Reopened), TicketState::InReview);
    }

    void goods()
    {
        QCOMPARE(walk(orders_table, GoodsOrderState::Unpaid).size(), count_of<GoodsOrderState>());
        QCOMPARE(walk(shipment_table, ShipmentState::Created).size(), count_of<ShipmentState>());
        QCOMPARE(walk(carrier_claim_table, ClaimState::Opened).size(), count_of<ClaimState>());
        // A carrier may refuse a claim outright; closed it is only once it was answered.
        QCOMPARE(*next_state(carrier_claim_table, ClaimState::Opened, ClaimEvent::Denied), ClaimState::Denied);
        QVERIFY(!next_state(carrier_claim_table, ClaimState::Opened, ClaimEvent::Decided));
        // A parcel is cancelled only before it is picked up.
        for (const auto &state : text_table(ShipmentState{})) {
            const bool before = state.value == ShipmentState::Created || state.value == ShipmentState::LabelCreated;
            QCOMPARE(next_state(shipment_table, state.value, ShipmentEvent::Cancelled).has_value(), before);
        }
    }
};

QTEST_GUILESS_MAIN(StateTablesTest)
#include "state_tables_test.moc"
