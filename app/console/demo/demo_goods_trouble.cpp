// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QBuffer>
#include <QtGui/QImage>

#include "app/console/demo/demo_goods.h"
#include "ui/claims/claims_page.h"

namespace aftercharge::demo {

// Claims, and refunds that do not go as they should.

namespace {

// A photo as a customer would send it: a PNG of some size.
EvidenceFile photo(const std::string &name, QRgb colour)
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {name, "image/png", bytes.toStdString()};
}

Result<Claim> open_claim_for(GoodsDesk &goods, const char *shipment_no, ClaimType type, const Money &amount,
                             const Money &up_to, const TicketNo &ticket_no)
{
    ClaimDraft draft;
    draft.shipment_no = *ShipmentNo::from_text(shipment_no);
    draft.ticket_no = ticket_no;
    draft.type = type;
    draft.amount = amount;
    draft.up_to = up_to;
    draft.description = "Crushed corner, the housing is broken.";
    draft.evidence = {photo("damage.png", qRgb(150, 90, 60))};
    return goods.open_claim(draft).result();
}

}  // namespace

bool GoodsStory::claim_becomes(const ClaimNo &claim_no, ClaimState state) const
{
    return narrator_.until([&] {
        const auto dossier = stage_.host().goods().claim(claim_no).result();
        return dossier && dossier->claim.state == state;
    });
}

void GoodsStory::claim()
{
    narrator_.step("parcel_damaged", [this]() -> Seen {
        for (const char *shipment_no : {"S-2005", "S-2006"}) {
            const auto damaged = goods()
                                     .advance_shipment(*ShipmentNo::from_text(shipment_no), ShipmentEvent::Damaged,
                                                       "外箱破损")
                                     .result();
            if (!damaged)
                return pass_on(damaged);
        }
        return "2 parcels";
    });
    claim_damaged();
    claim_denied();
}

Seen GoodsStory::hand_in_what_is_missing(int round)
{
    if (!claim_becomes(damaged_, ClaimState::EvidenceRequested))
        return missing("nothing was asked for");
    if (round == 1)
        pictures_.take("claims", [this](MainWindow &window) {
            window.shell()->show_page(PageId::Claims);
            if (auto *page = window.findChild<ClaimsPage *>())
                page->show_claim(damaged_);
        });
    const std::string words = goods()
                                  .claim(damaged_)
                                  .result()
                                  .map([](const ClaimDossier &dossier) { return dossier.claim.carrier_words; })
                                  .value_or("?");
    const auto added = goods()
                           .add_claim_evidence(damaged_,
                                               {photo("box-" + std::to_string(round) + ".png", qRgb(90, 120, 150))}, {})
                           .result();
    if (!added)
        return pass_on(added);
    // The carrier takes later evidence by mail only: a person sends it and says so.
    Result<Claim> sent = fail(ErrorCode::StateNotAllowed);
    narrator_.until([&] {
        sent = goods().mark_evidence_sent(damaged_).result();
        return sent.has_value();
    });
    if (!sent)
        return pass_on(sent);
    const auto shipment = parcel("S-2005");
    if (!shipment)
        return pass_on(shipment);
    if (auto received = stage_.gateways().carrier().receive_evidence(shipment->tracking_no); !received)
        return pass_on(received);
    return words;
}

void GoodsStory::claim_damaged()
{
    narrator_.step("claim_opened_with_evidence", [this]() -> Seen {
        const auto ticket = complaint("G-2005", TicketKind::Claim, "S-2005", "商品破损", "充电桩外壳碎了，附照片。");
        if (!ticket)
            return pass_on(ticket);
        const auto opened = open_claim_for(goods(), "S-2005", ClaimType::Damage, yuan("1700.00"), yuan("1200.00"),
                                           ticket->ticket_no);
        if (!opened)
            return pass_on(opened);
        damaged_ = opened->claim_no;
        if (opened->approval != ApprovalState::Approved)
            return missing("not within the limit");
        return damaged_.text() + " up to " + amount_of(opened->up_to);
    });
    narrator_.step("evidence_asked_for", [this] { return hand_in_what_is_missing(1); });
    narrator_.step("evidence_asked_for_again", [this] { return hand_in_what_is_missing(2); });
    narrator_.step("claim_approved_in_part_and_refunded", [this]() -> Seen {
        if (!claim_becomes(damaged_, ClaimState::Closed))
            return missing("not closed");
        const auto dossier = goods().claim(damaged_).result();
        if (!dossier)
            return pass_on(dossier);
        if (dossier->claim.approved != yuan("900.00") || dossier->refunds.size() != 1 ||
            dossier->refunds.front().status != RefundStatus::Success ||
            dossier->refunds.front().initiator != Source::System)
            return missing("not the system's refund of 900.00");
        if (!hears("G-2005", "GOODS_REFUND_DONE"))
            return missing("the customer was not told");
        return dossier->refunds.front().refund_no.text() + " " + amount_of(dossier->refunds.front().amount);
    });
}

Seen GoodsStory::decide_denied()
{
    ClaimDecisionDraft draft;
    draft.claim_no = denied_;
    draft.decision = ClaimDecision::PlatformCovers;
    draft.amount = yuan("168.00");
    draft.reason = "承运商未赔，由平台承担";
    const auto decided = goods().decide_claim(draft).result();
    if (!decided)
        return pass_on(decided);
    const bool done = narrator_.until([&] {
        const auto dossier = goods().claim(denied_).result();
        return dossier && dossier->claim.state == ClaimState::Closed && !dossier->refunds.empty() &&
               dossier->refunds.front().status == RefundStatus::Success;
    });
    if (!done || !hears("G-2006", "GOODS_REFUND_DONE"))
        return missing("not covered, or the customer was not told");
    return amount_of(*draft.amount) + " covered by the platform";
}

void GoodsStory::claim_denied()
{
    narrator_.step("claim_denied", [this]() -> Seen {
        const auto ticket = complaint("G-2006", TicketKind::Claim, "S-2006", "商品破损", "一根充电线断了。");
        if (!ticket)
            return pass_on(ticket);
        const auto opened = open_claim_for(goods(), "S-2006", ClaimType::Damage, yuan("168.00"), yuan("0.00"),
                                           ticket->ticket_no);
        if (!opened)
            return pass_on(opened);
        denied_ = opened->claim_no;
        if (!claim_becomes(denied_, ClaimState::Denied) || !hears("G-2006", "CLAIM_DENIED"))
            return missing("not denied, or the customer was not told");
        return customers_["G-2006"]->sentence("CLAIM_DENIED");
    });
    narrator_.step("denied_claim_covered_by_the_platform", [this] { return decide_denied(); });
}

Seen GoodsStory::lost_reply()
{
    const auto asked = ask_before_shipment("G-2007");
    if (!asked)
        return pass_on(asked);
    const bool unknown = narrator_.until([&] {
        const auto now = refund(asked->refund_no);
        return now && (now->status == RefundStatus::Unknown || now->status == RefundStatus::Success);
    });
    if (!unknown || !refund_becomes(asked->refund_no, RefundStatus::Success))
        return missing("it was not found out");
    const auto sent = stage_.gateways().payment().log().count("POST", "/v1/refunds", asked->refund_no.text());
    if (sent != 1)
        return missing("sent " + std::to_string(sent) + " times");
    return asked->refund_no.text() + " sent once, asked for, SUCCESS";
}

Seen GoodsStory::failing_refund()
{
    const auto asked = ask_before_shipment("G-2008");
    if (!asked)
        return pass_on(asked);
    if (!refund_becomes(asked->refund_no, RefundStatus::Fail))
        return missing("it did not fail");
    failed_ = asked->refund_no;
    const auto by_hand = goods().settle_by_hand(failed_, "ICBC 2026-11-24 / 8841-0932").result();
    if (!by_hand)
        return pass_on(by_hand);
    if (!refund_becomes(by_hand->refund_no, RefundStatus::Success))
        return missing("not settled by hand");
    const auto after = order("G-2008");
    if (!after || after->order.state != GoodsOrderState::Refunded)
        return missing("the order is not refunded");
    const auto failed = refund(failed_);
    return failed_.text() + ": " + (failed ? failed->gateway_words : "?") + "; paid by hand as " +
           by_hand->refund_no.text();
}

Seen GoodsStory::reversed_refund()
{
    const auto asked = ask_before_shipment("G-2009");
    if (!asked)
        return pass_on(asked);
    if (!refund_becomes(asked->refund_no, RefundStatus::Success))
        return missing("it did not succeed first");
    stage_.gateways().payment().advance(std::chrono::hours{25});
    if (!refund_becomes(asked->refund_no, RefundStatus::Reversed))
        return missing("it was not reversed");
    const auto after = order("G-2009");
    if (!after || after->order.state != GoodsOrderState::Refunded)
        return missing("the order does not keep REFUNDED until a person decides");
    if (!hears("G-2009", "GOODS_REFUND_REVERSED"))
        return missing("the customer was not told");
    return asked->refund_no.text() + " came back a day later";
}

void GoodsStory::troubled_refunds()
{
    narrator_.step("refund_whose_reply_is_lost", [this] { return lost_reply(); });
    narrator_.step("refund_that_fails_is_settled_by_hand", [this] { return failing_refund(); });
    narrator_.step("refund_reversed_a_day_later", [this] { return reversed_refund(); });
}

}  // namespace aftercharge::demo
