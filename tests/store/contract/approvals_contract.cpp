// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/contract/approvals_contract.h"

#include "tests/store/contract/goods_samples.h"

namespace aftercharge {

using namespace samples;
using namespace std::chrono_literals;

namespace {

RefundBatch batch(const std::string &number)
{
    RefundBatch batch;
    batch.batch_no = id<BatchNo>(number);
    batch.share = BatchShare::FixedAmount;
    batch.each = yuan("3.00");
    batch.note = "停电";
    batch.total = yuan("6.00");
    batch.rows = 3;
    batch.refused = 1;
    batch.requested_by = id<OperatorName>("li");
    batch.created_at = at(7);
    return batch;
}

RefundBatchRow batch_row(int n, const char *order_no, const char *refund_no)
{
    RefundBatchRow row;
    row.n = n;
    row.order_no = id<OrderNo>(order_no);
    row.amount = yuan("3.00");
    if (*refund_no != '\0') {
        row.refund_no = id<RefundNo>(refund_no);
    } else {
        row.state = BatchRowState::Refused;
        row.refusal_code = "order.not_found";
        row.refusal_detail = order_no;
    }
    return row;
}

}  // namespace

template<typename Work>
Result<void> ApprovalsContract::write(Work work)
{
    return commit(store_->ledger(), work);
}

// R1 of ¥3.00 and K1 (¥80.00, up to ¥60.00 to the customer), both asked for by li.
void ApprovalsContract::init()
{
    store_ = make_();
    REQUIRE_OK(write([](UnitOfWork &u) -> Result<void> {
        for (const char *number : {"C1", "C2", "C3"}) {
            ChargingOrder settled = settled_order(number, "20.00", "0.00");
            settled.transaction_id = number[1];
            if (const auto done = u.orders().insert(settled); !done)
                return done;
        }
        Refund asked = refund("R1", "C1", "3.00", 1);
        asked.requested_by = id<OperatorName>("li");
        if (const auto done = u.refunds().insert(asked); !done)
            return done;
        if (const auto done = u.goods().insert(goods_order("G1")); !done)
            return done;
        if (const auto done = u.shipments().insert(shipment("S1", "G1"), {}, {}, {}); !done)
            return done;
        Claim claimed = claim("K1", "S1", "G1");
        claimed.requested_by = id<OperatorName>("li");
        return u.claims().insert(claimed);
    }));
}

Result<void> ApprovalsContract::vote(const char *subject, const char *login, const char *amount, const char *up_to)
{
    return write([&](UnitOfWork &u) {
        return u.approvals().vote({subject, id<OperatorName>(login), yuan(amount), yuan(up_to), at(5)});
    });
}

Result<void> ApprovalsContract::insert_batch(const char *number)
{
    return write([&](UnitOfWork &u) -> Result<void> {
        if (const auto done = u.approvals().insert(batch(number)); !done)
            return done;
        int transfer = 10;
        for (const char *order_no : {"C2", "C3"}) {
            const std::string refund_no = std::string("R-") + order_no;
            if (const auto done = u.refunds().insert(refund(refund_no, order_no, "3.00", ++transfer)); !done)
                return done;
            if (const auto done = u.approvals().insert_row(id<BatchNo>(number),
                                                           batch_row(transfer - 10, order_no, refund_no.c_str()));
                !done)
                return done;
        }
        return u.approvals().insert_row(id<BatchNo>(number), batch_row(3, "C9", ""));
    });
}

void ApprovalsContract::refuses(std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        const auto refused = store_->raw_sql(QString::fromUtf8(sql));
        QVERIFY2(refused && refused->code == ErrorCode::StoreRule, sql);
    }
}

void ApprovalsContract::keeps_rules_by_amount()
{
    QVERIFY(approvals().rules().value().empty());
    const auto set = [&](const char *above, int approvers) {
        return write([&](UnitOfWork &u) { return u.approvals().set_rule({yuan(above), approvers}); });
    };
    REQUIRE_OK(set("500.00", 3));
    REQUIRE_OK(set("100.00", 2));
    QVERIFY((approvals().rules().value() == std::vector<ApprovalRule>{{yuan("100.00"), 2}, {yuan("500.00"), 3}}));
    REQUIRE_OK(set("100.00", 4));
    QVERIFY((approvals().rules().value() == std::vector<ApprovalRule>{{yuan("100.00"), 4}, {yuan("500.00"), 3}}));
    EXPECT_ERROR(set("1.00", 0), ErrorCode::StoreRule);
    EXPECT_ERROR(set("-1.00", 1), ErrorCode::StoreRule);
    const Money euros = Money::from_text("100", Currency::from_code("EUR").value()).value();
    EXPECT_ERROR(write([&](UnitOfWork &u) {
                     return u.approvals().set_rule({euros, 2});
                 }),
                 ErrorCode::MoneyCurrencyMismatch);
    const auto remove = [&](const char *above, bool there) {
        return write([&](UnitOfWork &u) {
            return u.approvals().remove_rule(yuan(above)).map([&](bool removed) { QCOMPARE(removed, there); });
        });
    };
    REQUIRE_OK(remove("100.00", true));
    REQUIRE_OK(remove("100.00", false));
    QVERIFY((approvals().rules().value() == std::vector<ApprovalRule>{{yuan("500.00"), 3}}));
}

void ApprovalsContract::keeps_how_long_a_request_waits()
{
    QCOMPARE(approvals().life().value().count(), default_approval_life.count());
    REQUIRE_OK(write([](UnitOfWork &u) { return u.approvals().set_life(24h); }));
    QCOMPARE(approvals().life().value().count(), std::chrono::milliseconds(24h).count());
    EXPECT_ERROR(write([](UnitOfWork &u) { return u.approvals().set_life(0ms); }), ErrorCode::StoreRule);
    refuses({"DELETE FROM approval_setting", "INSERT INTO approval_setting VALUES (2, 7200000)"});
}

void ApprovalsContract::keeps_one_vote_a_person()
{
    REQUIRE_OK(vote("R1", "wang", "3.00", "3.00"));
    REQUIRE_OK(vote("R1", "zhao", "3.00", "3.00"));
    REQUIRE_OK(vote("K1", "wang", "80.00", "60.00"));
    EXPECT_ERROR(vote("R1", "wang", "3.00", "3.00"), ErrorCode::ApprovalAlreadyGiven);
    const auto votes = approvals().votes("R1").value();
    QCOMPARE(votes.size(), std::size_t{2});
    QVERIFY((votes[0] == ApprovalVote{"R1", id<OperatorName>("wang"), yuan("3.00"), yuan("3.00"), at(5)}));
    QCOMPARE(votes[1].login, id<OperatorName>("zhao"));
    const auto of_claim = approvals().votes("K1").value();
    QVERIFY(
        (of_claim == std::vector<ApprovalVote>{{"K1", id<OperatorName>("wang"), yuan("80.00"), yuan("60.00"), at(5)}}));
    QVERIFY(approvals().votes("R9").value().empty());
    const ChainReport report = ledger().reader().audit().verify({}).value();
    QVERIFY2(report.intact, report.problem.c_str());
}

void ApprovalsContract::counts_votes_within_the_unit_that_casts_them()
{
    REQUIRE_OK(write([&](UnitOfWork &u) -> Result<void> {
        const ApprovalVote mine{"R1", id<OperatorName>("wang"), yuan("3.00"), yuan("3.00"), at(5)};
        if (const auto done = u.approvals().vote(mine); !done)
            return done;
        const auto again = u.approvals().vote(mine);
        if (again || again.error().code != ErrorCode::ApprovalAlreadyGiven)
            return fail(ErrorCode::Internal, "a second vote");
        return u.approvals().votes("R1").map(
            [&](const std::vector<ApprovalVote> &votes) { QVERIFY(votes == std::vector{mine}); });
    }));
}

void ApprovalsContract::refuses_votes_that_are_none()
{
    EXPECT_ERROR(vote("R1", "li", "3.00", "3.00"), ErrorCode::StoreRule);  // his own
    EXPECT_ERROR(vote("K1", "li", "80.00", "60.00"), ErrorCode::StoreRule);
    EXPECT_ERROR(vote("R1", "wang", "2.99", "2.99"), ErrorCode::StoreRule);
    EXPECT_ERROR(vote("R1", "wang", "3.00", "2.00"), ErrorCode::StoreRule);
    EXPECT_ERROR(vote("K1", "wang", "80.00", "60.01"), ErrorCode::StoreRule);
    EXPECT_ERROR(vote("K1", "wang", "80.01", "60.00"), ErrorCode::StoreRule);
    EXPECT_ERROR(vote("R9", "wang", "3.00", "3.00"), ErrorCode::StoreRule);
    QVERIFY(approvals().votes("R1").value().empty());
    QVERIFY(approvals().votes("K1").value().empty());
}

void ApprovalsContract::never_changes_a_vote()
{
    REQUIRE_OK(vote("R1", "wang", "3.00", "3.00"));
    refuses({"UPDATE approval_vote SET login = 'zhao'", "UPDATE approval_vote SET at = 0", "DELETE FROM approval_vote",
             "INSERT INTO approval_vote SELECT subject, login, currency, amount_minor, up_to_minor, at, 0, 999 FROM "
             "approval_vote",
             "INSERT INTO approval_vote VALUES ('R1', 'li', 'CNY', 300, 300, 0, 0, 999)",
             "INSERT INTO approval_vote VALUES ('R1', 'zhao', 'CNY', 299, 299, 0, 0, 999)"});
}

void ApprovalsContract::keeps_what_was_seen()
{
    ApprovalPicture picture;
    picture.subject = "R1";
    picture.fingerprint = std::string(64, 'a');
    picture.basis = "电费 20.00\n退 3.00";
    picture.at = at(9);
    picture.rows = {{"fee", "20.00"}, {"ticket", "多扣费: \"2,00\""}, {"alone", ""}};
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.approvals().keep_picture(picture); }));
    QVERIFY(approvals().picture("R1").value() == picture);
    QVERIFY(!approvals().picture("R2").value().has_value());
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.approvals().keep_picture(picture); }), ErrorCode::StoreRule);
    refuses({"UPDATE approval_picture SET rows_json = '[]'", "DELETE FROM approval_picture"});
}

void ApprovalsContract::finds_what_waits_too_long()
{
    REQUIRE_OK(insert_batch("B1"));
    const auto refunds = [&](std::int64_t before) { return approvals().refunds_waiting_since(at(before), 10).value(); };
    const Refund asked = ledger().reader().refunds().find(id<RefundNo>("R1")).value();
    const std::int64_t since = (asked.created_at - at()).count();
    QVERIFY(refunds(since).empty());
    QVERIFY((refunds(since + 1) == std::vector{asked.refund_no}));  // those of the batch wait with it
    const std::int64_t opened = (ledger().reader().claims().find(id<ClaimNo>("K1")).value().opened_at - at()).count();
    QVERIFY(approvals().claims_waiting_since(at(opened), 10).value().empty());
    QVERIFY((approvals().claims_waiting_since(at(opened + 1), 10).value() == std::vector{id<ClaimNo>("K1")}));
    QVERIFY(approvals().batches_waiting_since(at(7), 10).value().empty());
    QVERIFY((approvals().batches_waiting_since(at(8), 10).value() == std::vector{id<BatchNo>("B1")}));
    Refund decided = asked;
    decided.approval = ApprovalState::Approved;
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.refunds().update(decided); }));
    QVERIFY(refunds(since + 1).empty());
}

void ApprovalsContract::keeps_a_batch_with_its_rows()
{
    REQUIRE_OK(insert_batch("B1"));
    QVERIFY(approvals().batch(id<BatchNo>("B1")).value() == batch("B1"));
    QVERIFY((approvals().batch_rows(id<BatchNo>("B1")).value() ==
             std::vector{batch_row(1, "C2", "R-C2"), batch_row(2, "C3", "R-C3"), batch_row(3, "C9", "")}));
    QVERIFY(approvals().batch_of(id<RefundNo>("R-C3")).value() == id<BatchNo>("B1"));
    QVERIFY(!approvals().batch_of(id<RefundNo>("R1")).value().has_value());
    EXPECT_ERROR(approvals().batch(id<BatchNo>("B9")), ErrorCode::BatchNotFound);
    const auto insert_row = [&](const RefundBatchRow &row) {
        return write([&](UnitOfWork &u) { return u.approvals().insert_row(id<BatchNo>("B1"), row); });
    };
    EXPECT_ERROR(insert_row(batch_row(4, "C2", "R1")), ErrorCode::StoreRule);    // another order's
    EXPECT_ERROR(insert_row(batch_row(4, "C1", "R9")), ErrorCode::StoreRule);    // there is none
    EXPECT_ERROR(insert_row(batch_row(4, "C3", "R-C3")), ErrorCode::StoreRule);  // twice
    RefundBatchRow more = batch_row(4, "C1", "R1");
    more.amount = yuan("3.01");
    EXPECT_ERROR(insert_row(more), ErrorCode::StoreRule);
    RefundBatch empty = batch("B2");
    empty.total = yuan("0.00");
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.approvals().insert(empty); }), ErrorCode::MoneyNotPositive);
}

void ApprovalsContract::decides_a_batch_once()
{
    REQUIRE_OK(insert_batch("B1"));
    EXPECT_ERROR(vote("B1", "li", "6.00", "6.00"), ErrorCode::StoreRule);
    EXPECT_ERROR(vote("B1", "wang", "6.01", "6.01"), ErrorCode::StoreRule);
    REQUIRE_OK(vote("B1", "wang", "6.00", "6.00"));
    RefundBatch stored = approvals().batch(id<BatchNo>("B1")).value();
    RefundBatch stale = stored;
    stored.approval = ApprovalState::Approved;
    stored.approved_by = id<OperatorName>("wang");
    stored.decided_at = at(11);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.approvals().update(stored); }));
    EXPECT_ERROR(write([&](UnitOfWork &u) { return u.approvals().update(stale); }), ErrorCode::StoreConflict);
    QVERIFY(approvals().batch(id<BatchNo>("B1")).value() == stored);
    stored.carried_out_at = at(12);
    REQUIRE_OK(write([&](UnitOfWork &u) { return u.approvals().update(stored); }));
    refuses({"UPDATE refund_batch SET approval = 'WAITING'", "UPDATE refund_batch SET approved_by = 'zhao'",
             "UPDATE refund_batch SET total_minor = 700", "UPDATE refund_batch SET requested_by = 'zhao'",
             "DELETE FROM refund_batch"});
}

void ApprovalsContract::gives_a_row_one_result()
{
    REQUIRE_OK(insert_batch("B1"));
    RefundBatchRow row = batch_row(1, "C2", "R-C2");
    row.state = BatchRowState::Voided;
    row.refusal_code = "approval.voided";
    row.refusal_detail = "fee 20.00 → 18.00";
    const auto update = [&](const RefundBatchRow &written) {
        return write([&](UnitOfWork &u) {
            return u.approvals().update_row(id<BatchNo>("B1"), written, BatchRowState::Waiting);
        });
    };
    REQUIRE_OK(update(row));
    QVERIFY(approvals().batch_rows(id<BatchNo>("B1")).value().front() == row);
    row.state = BatchRowState::Approved;
    EXPECT_ERROR(update(row), ErrorCode::StoreConflict);
    refuses({"UPDATE refund_batch_row SET state = 'APPROVED' WHERE n = 1",
             "UPDATE refund_batch_row SET amount_minor = 400 WHERE n = 2",
             "UPDATE refund_batch_row SET refund_no = 'R1' WHERE n = 2",
             "UPDATE refund_batch_row SET state = 'APPROVED' WHERE n = 3", "DELETE FROM refund_batch_row"});
}

void ApprovalsContract::pages_batches()
{
    for (int i = 0; i < 5; ++i) {
        RefundBatch one = batch("B" + std::to_string(i));
        one.created_at = at(i / 2);
        one.approval = i == 4 ? ApprovalState::Waiting : ApprovalState::SentBack;
        REQUIRE_OK(write([&](UnitOfWork &u) { return u.approvals().insert(one); }));
    }
    std::string seen;
    PageRequest request;
    request.limit = 2;
    do {
        const auto page = approvals().batches(request);
        REQUIRE_OK(page);
        for (const RefundBatch &one : page->rows)
            seen += one.batch_no.text();
        request.after = page->next;
    } while (!request.after.empty());
    QCOMPARE(seen, std::string("B4B3B2B1B0"));
    QCOMPARE(approvals().batches_waiting().value(), 1);
}

void ApprovalsContract::counts_a_batch_as_one()
{
    RefundReader &refunds = ledger().reader().refunds();
    QCOMPARE(refunds.waiting_approval().value(), 1);
    REQUIRE_OK(insert_batch("B1"));
    QCOMPARE(refunds.waiting_approval().value(), 1);
    RefundQuery query;
    query.approval = ApprovalState::Waiting;
    QCOMPARE(refunds.page(query).value().rows.size(), std::size_t{3});
    query.without_batches = true;
    const auto alone = refunds.page(query).value().rows;
    QCOMPARE(alone.size(), std::size_t{1});
    QCOMPARE(alone.front().refund_no, id<RefundNo>("R1"));
}

void ApprovalsContract::numbers_batches_by_the_networks_day()
{
    std::string text;
    REQUIRE_OK(write([&](UnitOfWork &u) {
        return u.approvals().next_batch_no(at(6 * 3'600'000)).map([&](const BatchNo &no) { text = no.text(); });
    }));
    QCOMPARE(text, std::string("B20261124-0001"));
}

}  // namespace aftercharge
