// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/workflow/open_ticket.h"
#include "models/workflow/read_ticket.h"
#include "models/workflow/system_ticket.h"
#include "tests/support/goods_rig.h"

using namespace aftercharge;

namespace {

TicketDraft draft(TicketKind kind, const std::string &order_no, const std::string &shipment_no = {})
{
    TicketDraft draft;
    draft.kind = kind;
    draft.order_no = an<OrderNo>(order_no);
    if (!shipment_no.empty())
        draft.shipment_no = an<ShipmentNo>(shipment_no);
    draft.reason = "包裹破损";
    draft.text = "The box was open.";
    draft.actor = {Source::Customer, "M-7"};
    return draft;
}

void take_two_orders(EngineRig &rig)
{
    take_goods_order(rig, "G-1", {sample_parcel("P1", ShipmentState::Delivered, {units_of("L1", 2)}, "200.00")});
    take_goods_order(rig, "G-2", {sample_parcel("P2", ShipmentState::Delivered, {units_of("L1", 2)})});
}

}  // namespace

class TicketsOfGoodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_customer_complains_about_a_parcel()
    {
        EngineRig rig;
        take_two_orders(rig);
        const auto ticket = must(
            rig.run([&](Work &work) { return open_ticket(work, draft(TicketKind::Claim, "G-1", "P1")); }));
        QVERIFY(ticket.kind == TicketKind::Claim);
        QCOMPARE(ticket.member_id.text(), std::string("M-7"));
        QVERIFY(ticket.connector == ConnectorId{});
        QCOMPARE(rig.told.count(NoticeKind::ComplaintReceived), 1);
        QCOMPARE(rig.told.notices.back().member_id.text(), std::string("M-7"));
        QCOMPARE(rig.told.notices.back().values.at("ticket_no"), ticket.ticket_no.text());

        const auto dossier = must(read_ticket(rig.ledger(), rig.telemetry(), ticket.ticket_no));
        QCOMPARE(dossier.ticket.shipment_no.text(), std::string("P1"));
        QVERIFY(!dossier.order);
        QVERIFY(dossier.goods.has_value());
        QCOMPARE(dossier.goods->order.order_no.text(), std::string("G-1"));
        QCOMPARE(dossier.goods->parcels.size(), std::size_t{1});
        QCOMPARE(dossier.member.name, std::string("王小明"));
        QCOMPARE(dossier.notices.size(), std::size_t{1});
    }

    void a_second_complaint_joins_the_open_ticket()
    {
        EngineRig rig;
        take_two_orders(rig);
        const auto first = must(
            rig.run([&](Work &work) { return open_ticket(work, draft(TicketKind::Refund, "G-1")); }));
        const auto second = must(
            rig.run([&](Work &work) { return open_ticket(work, draft(TicketKind::AddressChange, "G-1")); }));
        QCOMPARE(second.ticket_no.text(), first.ticket_no.text());
        const auto other = must(
            rig.run([&](Work &work) { return open_ticket(work, draft(TicketKind::PaymentFailed, "G-2")); }));
        // What joined an open ticket took no number.
        const auto number = [](const Ticket &ticket) { return std::stoi(ticket.ticket_no.text().substr(2)); };
        QCOMPARE(number(other), number(first) + 1);
        QVERIFY(must(rig.ledger().tickets().entries(first.ticket_no)).size() == 2);
    }

    void tickets_are_refused()
    {
        EngineRig rig;
        rig.furnish();
        const ChargingOrder charged = rig.session(10'000);
        take_two_orders(rig);
        const auto refused = [&](const TicketDraft &wrong) {
            return rig.run([&](Work &work) { return open_ticket(work, wrong); }).error();
        };
        QVERIFY(refused(draft(TicketKind::Refund, "G-9")).code == ErrorCode::OrderNotFound);
        QVERIFY(refused(draft(TicketKind::Claim, "G-1", "P9")).code == ErrorCode::ShipmentNotFound);
        QVERIFY(refused(draft(TicketKind::Claim, "G-1", "P2")) ==
                (Error{ErrorCode::ShipmentNotFound, "P2 is not of G-1"}));
        QVERIFY(refused(draft(TicketKind::ChargingComplaint, "G-1")) ==
                (Error{ErrorCode::InputInvalid, "CHARGING_COMPLAINT is not of a goods order"}));
        QVERIFY(refused(draft(TicketKind::PhantomCharging, "G-1")).code == ErrorCode::InputInvalid);
        for (const TicketKind kind : {TicketKind::Refund, TicketKind::Exception, TicketKind::AddressChange,
                                      TicketKind::Claim, TicketKind::PaymentFailed}) {
            QVERIFY(refused(draft(kind, charged.order_no.text())).code == ErrorCode::InputInvalid);
        }
        QVERIFY(refused(draft(TicketKind::ChargingComplaint, charged.order_no.text(), "P1")).code ==
                ErrorCode::ShipmentNotFound);
        QCOMPARE(must(rig.ledger().tickets().page({})).rows.size(), std::size_t{0});
    }

    void the_system_opens_or_adds()
    {
        EngineRig rig;
        take_two_orders(rig);
        const auto find = [&](const char *text) {
            return rig.run([&](Work &work) -> Result<void> {
                auto unit = must(work.ledger.begin());
                const auto order = must(unit->goods().find(an<OrderNo>("G-1")));
                must(open_system_ticket(*unit, work, order, an<ShipmentNo>("P1"), TicketKind::Exception, "LOST", text));
                return unit->commit();
            });
        };
        must(find("the carrier lost it"));
        must(find("it is still lost"));
        const auto tickets = must(rig.ledger().tickets().of_order(an<OrderNo>("G-1")));
        QCOMPARE(tickets.size(), std::size_t{1});
        QVERIFY(tickets[0].kind == TicketKind::Exception && tickets[0].source == Source::System);
        QCOMPARE(tickets[0].shipment_no.text(), std::string("P1"));
        const auto entries = must(rig.ledger().tickets().entries(tickets[0].ticket_no));
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[1].text, std::string("it is still lost"));
    }

    void a_member_without_a_record_is_named()
    {
        EngineRig rig;
        take_two_orders(rig);
        TicketNo number;
        must(rig.run([&](Work &work) -> Result<void> {
            auto unit = must(work.ledger.begin());
            auto order = must(unit->goods().find(an<OrderNo>("G-1")));
            order.member_id = an<MemberId>("GONE");
            Ticket ticket = must(make_ticket(*unit, work, order, TicketKind::Refund));
            number = ticket.ticket_no;
            must(unit->tickets().insert(ticket));
            return unit->commit();
        }));
        const auto dossier = must(read_ticket(rig.ledger(), rig.telemetry(), number));
        QCOMPARE(dossier.member.id.text(), std::string("GONE"));
        QVERIFY(dossier.member.name.empty() && dossier.balance.available.is_zero());
        QVERIFY(dossier.goods.has_value());
    }
};

QTEST_GUILESS_MAIN(TicketsOfGoodsTest)
#include "tickets_of_goods_test.moc"
