// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two readings of a ticket or a refund.
#include <QTest>

#include "models/workflow/ticket_difference.h"

using namespace aftercharge;
using namespace std::chrono_literals;

namespace {

Money yuan(std::int64_t minor)
{
    return Money::from_minor(minor, Currency::from_code("CNY").value()).value();
}

Refund refund(const char *number, std::int64_t minor)
{
    Refund made;
    made.refund_no = RefundNo::from_text(number).value();
    made.amount = yuan(minor);
    return made;
}

TicketEntry entry(TicketEntryKind kind, const char *who, Duration at, const char *text)
{
    TicketEntry made;
    made.kind = kind;
    made.actor = {Source::Admin, who};
    made.at = UtcTime{at};
    made.text = text;
    return made;
}

TicketDossier dossier()
{
    TicketDossier made;
    made.ticket.ticket_no = TicketNo::from_text("T-1").value();
    made.ticket.state = TicketState::InReview;
    made.ticket.assigned_to = OperatorName::from_text("wang").value();
    made.entries = {entry(TicketEntryKind::Message, "li", 1s, "Hello")};
    made.order.emplace();
    made.order->refunds = {refund("R1", 500)};
    return made;
}

}  // namespace

class DifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_same_differs_in_nothing()
    {
        const TicketDifference none = ticket_difference(dossier(), dossier());
        QVERIFY(none.is_empty());
        QVERIFY(refund_difference(refund("R1", 500), refund("R1", 500)).is_empty());
        // A version alone is nothing to show.
        TicketDossier touched = dossier();
        touched.ticket.version = 9;
        QVERIFY(ticket_difference(dossier(), touched).is_empty());
    }

    void every_field_is_told()
    {
        TicketDossier after = dossier();
        after.ticket.state = TicketState::Resolved;
        after.ticket.assigned_to = {};
        after.ticket.decision = "Refunded";
        after.entries.push_back(entry(TicketEntryKind::Note, "chen", 2s, "Paid"));
        after.entries.push_back(entry(TicketEntryKind::Decision, "li", 3s, "Refunded"));
        Evidence photo;
        photo.name = "photo.png";
        photo.id = Uuid({1});
        after.evidence = {photo};
        after.order->refunds[0].status = RefundStatus::Success;
        after.order->refunds.push_back(refund("R2", 700));
        const TicketDifference found = ticket_difference(dossier(), after);
        QVERIFY((found.state == BeforeAfter<TicketState>{TicketState::InReview, TicketState::Resolved}));
        QVERIFY(found.assigned_to && found.assigned_to->before.text() == "wang" && found.assigned_to->after.is_empty());
        QVERIFY((found.decision == BeforeAfter<std::string>{"", "Refunded"}));
        QCOMPARE(found.entries.size(), std::size_t{2});
        QCOMPARE(found.entries[0].text, std::string("Paid"));
        QVERIFY((found.evidence == std::vector{photo}));
        QVERIFY((found.refunds == std::vector{refund("R2", 700)}));
        QCOMPARE(found.changed_refunds.size(), std::size_t{1});
        QCOMPARE(found.changed_refunds[0].after.status, RefundStatus::Success);
        QVERIFY((found.by == Actor{Source::Admin, "li"}));  // who was last
        QVERIFY(found.at == UtcTime{3s});
    }

    void goods_have_refunds_of_their_own()
    {
        TicketDossier before = dossier();
        before.order.reset();
        before.goods.emplace();
        TicketDossier after = before;
        after.goods->refunds = {refund("R9", 100)};
        QVERIFY((ticket_difference(before, after).refunds == std::vector{refund("R9", 100)}));
        QVERIFY(!ticket_difference(before, after).by);
    }

    void a_refund_is_told_field_by_field()
    {
        const Refund before = refund("R1", 2'140);
        Refund after = before;
        after.amount = yuan(2'900);
        after.approval = ApprovalState::Approved;
        after.approved_by = OperatorName::from_text("chen").value();
        after.decided_at = UtcTime{5s};
        after.reason_code = ReasonCode::Goodwill;
        after.note = "more";
        after.basis = "other lines";
        after.items = {{OrderItemId::from_text("L1").value(), 1, yuan(2'900)}};
        const RefundDifference found = refund_difference(before, after);
        QVERIFY((found.amount == BeforeAfter<Money>{yuan(2'140), yuan(2'900)}));
        QVERIFY((found.approval == BeforeAfter<ApprovalState>{ApprovalState::Waiting, ApprovalState::Approved}));
        QVERIFY((found.reason_code == BeforeAfter<ReasonCode>{ReasonCode::CustomerRequest, ReasonCode::Goodwill}));
        QVERIFY((found.note == BeforeAfter<std::string>{"", "more"}));
        QVERIFY(found.basis && found.items && !found.status);
        QCOMPARE(found.approved_by.text(), std::string("chen"));
        QVERIFY(found.at == UtcTime{5s});
    }
};

QTEST_GUILESS_MAIN(DifferenceTest)
#include "difference_test.moc"
