// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/claims_contract.h"

#include <set>

#include <QCryptographicHash>

#include "tests/store/contract/goods_samples.h"

namespace aftercharge {

using namespace samples;

template<typename Work>
Result<void> ClaimsContract::write(Work work)
{
    return commit(store_->ledger(), work);
}

void ClaimsContract::init()
{
    store_ = make_();
    REQUIRE_OK(write([](UnitOfWork &u) -> Result<void> {
        if (const auto done = u.goods().insert(goods_order("G1")); !done)
            return done;
        for (const char *number : {"S1", "S2", "S3"}) {
            if (const auto done = u.shipments().insert(shipment(number, "G1"), {}, {}, {}); !done)
                return done;
        }
        return u.tickets().insert(ticket("T-1", "G1", 0));
    }));
}

Result<void> ClaimsContract::insert(const Claim &claim)
{
    return write([&](UnitOfWork &u) { return u.claims().insert(claim); });
}

Evidence ClaimsContract::attach(int number)
{
    Evidence photo;
    photo.id = uuid(number);
    photo.ticket_no = id<TicketNo>("T-1");
    photo.name = "box.jpg";
    photo.media_type = "image/jpeg";
    photo.bytes = "photo " + std::to_string(number);
    photo.sha256 =
        QCryptographicHash::hash(QByteArray::fromStdString(photo.bytes), QCryptographicHash::Sha256).toStdString();
    photo.size_bytes = static_cast<std::int64_t>(photo.bytes.size());
    photo.added_at = at();
    const auto done = write([&](UnitOfWork &u) { return u.tickets().add_evidence(photo); });
    return done ? photo : Evidence();
}

void ClaimsContract::refuses(std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        const auto refused = store_->raw_sql(QString::fromUtf8(sql));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, sql);
    }
}

void ClaimsContract::keeps_claims_by_version()
{
    Claim mine = claim("K1", "S1", "G1");
    REQUIRE_OK(insert(mine));
    ClaimReader &claims = ledger().reader().claims();
    QVERIFY(claims.find(mine.claim_no).value() == mine);
    Claim stale = mine;
    mine.state = ClaimState::ApprovedPartial;
    mine.approval = ApprovalState::Approved;
    mine.external_id = "clm_1";
    mine.approved = yuan("45.00");
    mine.carrier_words = "部分赔付";
    mine.decision = ClaimDecision::Refund;
    mine.approved_by = id<OperatorName>("wang");
    mine.closed_at = at(99);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.claims().update(mine); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().update(stale); }), ErrorCode::StoreConflict);
    QVERIFY(claims.find(mine.claim_no).value() == mine);
    QVERIFY(claims.by_external_id("clm_1").value() == mine);
    QVERIFY(!claims.by_external_id("").value() && !claims.by_external_id("clm_9").value());
    QVERIFY((claims.of_shipment(mine.shipment_no).value() == std::vector{mine}));
    QVERIFY((claims.of_order(mine.order_no).value() == std::vector{mine}));
    QVERIFY(claims.of_shipment(id<ShipmentNo>("S2")).value().empty());
    EXPECT_ERROR(claims.find(id<ClaimNo>("K9")), ErrorCode::ClaimNotFound);
    Claim missing = claim("K9", "S2", "G1");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().update(missing); }), ErrorCode::ClaimNotFound);
    missing.amount = yuan("0.00");
    EXPECT_ERROR(insert(missing), ErrorCode::MoneyNotPositive);
    missing.amount = Money::from_text("80", Currency::from_code("EUR").value()).value();
    EXPECT_ERROR(insert(missing), ErrorCode::MoneyCurrencyMismatch);
    EXPECT_ERROR(insert(claim("K9", "S9", "G1")), ErrorCode::StoreRule);
    refuses({"DELETE FROM carrier_claim", "UPDATE carrier_claim SET shipment_no = 'S2'",
             "UPDATE carrier_claim SET amount_minor = 0"});
}

void ClaimsContract::allows_one_open_claim_a_parcel()
{
    Claim first = claim("K1", "S1", "G1");
    REQUIRE_OK(insert(first));
    EXPECT_ERROR(insert(claim("K2", "S1", "G1")), ErrorCode::ClaimOpenExists);
    REQUIRE_OK(insert(claim("K2", "S2", "G1")));
    refuses({"UPDATE carrier_claim SET claim_no = 'K3'"});
    first.approval = ApprovalState::SentBack;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.claims().update(first); }));
    Claim second = claim("K3", "S1", "G1");
    REQUIRE_OK(insert(second));
    first.approval = ApprovalState::Waiting;
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().update(first); }), ErrorCode::ClaimOpenExists);
    refuses({"UPDATE carrier_claim SET approval = 'WAITING' WHERE claim_no = 'K1'"});
    second.state = ClaimState::Closed;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.claims().update(second); }));
    REQUIRE_OK(insert(claim("K4", "S1", "G1")));
}

void ClaimsContract::refuses_a_second_approval()
{
    const Claim mine = claim("K1", "S1", "G1");
    REQUIRE_OK(insert(mine));
    const auto approve = [&](const char *by, const char *up_to) {
        return write(
            [&](UnitOfWork &u) { return u.claims().approve(mine.claim_no, id<OperatorName>(by), yuan(up_to), at()); });
    };
    refuses(
        {"INSERT INTO carrier_claim_approval SELECT claim_no, 'wang', currency, amount_minor, up_to_minor + 1, 0, 0, "
         "999 FROM carrier_claim",
         "INSERT INTO carrier_claim_approval SELECT claim_no, 'wang', currency, amount_minor + 1, up_to_minor, 0, 0, "
         "999 FROM carrier_claim"});
    EXPECT_ERROR(approve("wang", "60.01"), ErrorCode::ClaimChanged);
    EXPECT_ERROR(approve("wang", "0.00"), ErrorCode::ClaimChanged);
    REQUIRE_OK(approve("wang", "60.00"));
    EXPECT_ERROR(approve("wang", "60.00"), ErrorCode::ClaimAlreadyDecided);
    EXPECT_ERROR(approve("zhao", "60.00"), ErrorCode::ClaimAlreadyDecided);
    Claim more = mine;
    more.up_to = yuan("70.00");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().update(more); }), ErrorCode::StoreRule);
    EXPECT_ERROR(write([&](UnitOfWork &u) {
                     return u.claims().approve(id<ClaimNo>("K9"), id<OperatorName>("wang"), yuan("1.00"), at());
                 }),
                 ErrorCode::ClaimNotFound);
    refuses({"INSERT INTO carrier_claim_approval SELECT claim_no, 'zhao', currency, amount_minor, up_to_minor, at, 0, "
             "999 FROM carrier_claim_approval",
             "UPDATE carrier_claim_approval SET approved_by = 'zhao'", "DELETE FROM carrier_claim_approval",
             "UPDATE carrier_claim SET up_to_minor = 7000", "UPDATE carrier_claim SET amount_minor = 9000"});
    const ChainReport report = ledger().reader().audit().verify({}).value();
    QVERIFY2(report.intact, report.problem.c_str());
    QCOMPARE(report.entries, 1);
}

void ClaimsContract::approves_a_claim_that_promises_nothing()
{
    Claim mine = claim("K1", "S1", "G1");
    mine.up_to = Money();
    REQUIRE_OK(insert(mine));
    QCOMPARE(ledger().reader().claims().find(mine.claim_no).value().up_to, yuan("0.00"));
    REQUIRE_OK(
        write([&](UnitOfWork &u) { return u.claims().approve(mine.claim_no, id<OperatorName>("li"), Money(), at()); }));
    QVERIFY(ledger().reader().audit().verify({}).value().intact);
}

void ClaimsContract::keeps_evidence_as_it_was_sent()
{
    REQUIRE_OK(insert(claim("K1", "S1", "G1")));
    const ClaimNo number = id<ClaimNo>("K1");
    std::vector<ClaimEvidence> handed_in;
    for (const int file : {9, 3}) {  // the order handed in, not that of the keys
        ClaimEvidence evidence;
        evidence.claim_no = number;
        evidence.evidence_id = uuid(file);
        evidence.sha256 = attach(file).sha256;
        evidence.round = static_cast<int>(handed_in.size()) + 1;
        handed_in.push_back(evidence);
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.claims().add_evidence(evidence); }));
    }
    ClaimReader &claims = ledger().reader().claims();
    QVERIFY(claims.evidence(number).value() == handed_in);
    ClaimEvidence other = handed_in[0];
    other.evidence_id = uuid(4);  // another file's hash
    attach(4);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().add_evidence(other); }), ErrorCode::StoreRule);
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().add_evidence(handed_in[0]); }), ErrorCode::StoreRule);
    const auto mark = [&](int file, std::int64_t time, bool by_hand) {
        return write([&](UnitOfWork &u) { return u.claims().mark_sent(number, uuid(file), at(time), by_hand); });
    };
    REQUIRE_OK(mark(9, 5, true));
    EXPECT_ERROR(mark(9, 6, false), ErrorCode::StoreConflict);
    EXPECT_ERROR(mark(4, 6, false), ErrorCode::EvidenceMissing);
    handed_in[0].sent_at = at(5);
    handed_in[0].by_hand = true;
    QVERIFY(claims.evidence(number).value() == handed_in);
    refuses({"UPDATE claim_evidence SET sent_at = NULL WHERE sent_at IS NOT NULL",
             "UPDATE claim_evidence SET by_hand = 0 WHERE sent_at IS NOT NULL", "UPDATE claim_evidence SET round = 7",
             "UPDATE claim_evidence SET sha256 = x'0000000000000000000000000000000000000000000000000000000000000000'",
             "DELETE FROM claim_evidence"});
}

void ClaimsContract::keeps_what_was_attached()
{
    attach(1);
    refuses({"UPDATE cs_ticket_evidence SET name = 'x'", "UPDATE cs_ticket_evidence SET bytes = x'00'",
             "DELETE FROM cs_ticket_evidence"});
}

void ClaimsContract::keeps_the_log()
{
    REQUIRE_OK(insert(claim("K1", "S1", "G1")));
    std::vector<ClaimLogEntry> entries;
    for (const auto to : {ClaimState::Acknowledged, ClaimState::Denied}) {
        entries.push_back({id<ClaimNo>("K1"), at(), ClaimState::Opened, to, {Source::Api, "EASYPOST"}, "拒赔"});
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.claims().append_log(entries.back()); }));
    }
    QVERIFY(ledger().reader().claims().log(id<ClaimNo>("K1")).value() == entries);
    ClaimLogEntry nobodys = entries.front();
    nobodys.claim_no = id<ClaimNo>("K9");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.claims().append_log(nobodys); }), ErrorCode::ClaimNotFound);
    refuses({"UPDATE carrier_claim_log SET note = ''", "DELETE FROM carrier_claim_log"});
    const ChainReport report = ledger().reader().audit().verify({}).value();
    QVERIFY2(report.intact, report.problem.c_str());
    QCOMPARE(report.entries, 2);
}

void ClaimsContract::pages_claims()
{
    for (int i = 0; i < 9; ++i) {
        Claim c = claim("K" + std::to_string(i), "S1", "G1");
        c.opened_at = at(i / 4);
        c.state = i == 8 ? ClaimState::Acknowledged : ClaimState::Closed;
        c.approval = i % 2 == 0 ? ApprovalState::Approved : ApprovalState::SentBack;
        REQUIRE_OK(insert(c));
    }
    Claim waiting = claim("K9", "S2", "G1");
    waiting.external_id = "clm_77";
    REQUIRE_OK(insert(waiting));
    ClaimReader &claims = ledger().reader().claims();
    ClaimQuery query;
    query.page.limit = 3;
    std::set<std::string> seen;
    UtcTime last = at(1000);
    do {
        const auto page = claims.page(query);
        REQUIRE_OK(page);
        for (const Claim &c : page->rows) {
            QVERIFY(seen.insert(c.claim_no.text()).second);
            QVERIFY(c.opened_at <= last);
            last = c.opened_at;
        }
        query.page.after = page->next;
    } while (!query.page.after.empty());
    QCOMPARE(seen.size(), std::size_t{10});
    QCOMPARE(claims.waiting_approval().value(), 1);
    const auto found = [&](auto set) { return claims.page(with<ClaimQuery>(set)).value().rows.size(); };
    QCOMPARE(found([](ClaimQuery &q) { q.open_only = true; }), std::size_t{2});
    QCOMPARE(found([](ClaimQuery &q) { q.state = ClaimState::Acknowledged; }), std::size_t{1});
    QCOMPARE(found([](ClaimQuery &q) { q.approval = ApprovalState::SentBack; }), std::size_t{4});
    QCOMPARE(found([](ClaimQuery &q) { q.text = "CLM_7"; }), std::size_t{1});
    QCOMPARE(found([](ClaimQuery &q) { q.text = "S1"; }), std::size_t{9});
}

void ClaimsContract::numbers_claims_by_the_networks_day()
{
    const auto next = [&](std::int64_t milliseconds) {
        std::string text;
        (void)write([&](UnitOfWork &u) {
            return u.claims().next_claim_no(at(milliseconds)).map([&](const ClaimNo &no) { text = no.text(); });
        });
        return text;
    };
    QCOMPARE(next(0), std::string("K20261123-0001"));
    QCOMPARE(next(0), std::string("K20261123-0002"));
    QCOMPARE(next(6 * 3'600'000), std::string("K20261124-0001"));
}

void ClaimsContract::keeps_the_parcel_of_a_ticket()
{
    Ticket about = ticket("T-2", "G1", 0);
    about.connector = {};
    about.shipment_no = id<ShipmentNo>("S1");
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().insert(about); }));
    QVERIFY(ledger().reader().tickets().find(about.ticket_no).value() == about);
    about.shipment_no = id<ShipmentNo>("S2");
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.tickets().update(about); }));
    QVERIFY(ledger().reader().tickets().find(about.ticket_no).value() == about);
    const auto found = ledger().reader().tickets().page(with<TicketQuery>([](TicketQuery &q) { q.text = "s2"; }));
    QVERIFY((found.value().rows == std::vector{about}));
}

}  // namespace aftercharge
