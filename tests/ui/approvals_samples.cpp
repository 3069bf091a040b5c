// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/approvals_samples.h"

#include "tests/ui/live_samples.h"

namespace aftercharge {

namespace {

using namespace std::chrono_literals;

ApprovalPicture picture_of(const char *subject, const char *order, const char *fee, const char *before,
                           const char *amount, const char *stays)
{
    ApprovalPicture picture;
    picture.subject = subject;
    picture.fingerprint = std::string(64, 'a');
    picture.at = live_now() - 20min;
    picture.rows = {{"order", order},
                    {"currency", "CNY"},
                    {"state", "PAYED"},
                    {"settlement", "FINAL"},
                    {"fee", fee},
                    {"owed", "0.00"},
                    {"paid", fee},
                    {"refunded_before", before},
                    {"this", amount},
                    {"stays", stays},
                    {"ticket", "CHARGING_COMPLAINT: 充电电量对不上"},
                    {"ticket_decision", ""}};
    return picture;
}

RefundBatch batch_of(const BatchNo &number, std::int64_t fen, int rows, int refused, std::chrono::minutes ago)
{
    RefundBatch batch;
    batch.batch_no = number;
    batch.reason_code = ReasonCode::Fault;
    batch.note = "Power failure at Longyang Road, 08:10 to 08:55";
    batch.total = yuan(fen);
    batch.each = yuan(0);
    batch.rows = rows;
    batch.refused = refused;
    batch.requested_by = OperatorName::from_text("li.na").value();
    batch.created_at = live_now() - ago;
    return batch;
}

BatchRowView row_of(int n, const char *order, std::int64_t fen, BatchRowState state)
{
    BatchRowView view;
    view.row.n = n;
    view.row.order_no = OrderNo::from_text(order).value();
    view.row.amount = yuan(fen);
    view.row.state = state;
    if (state == BatchRowState::Refused) {
        view.row.refusal_code = "refund.exceeds_paid";
        view.row.refusal_detail = "0.00 left";
        return view;
    }
    view.row.refund_no = RefundNo::from_text("R20261123-010" + std::to_string(n)).value();
    Refund refund;
    refund.refund_no = view.row.refund_no;
    refund.order_no = view.row.order_no;
    refund.amount = view.row.amount;
    refund.approval = state == BatchRowState::Waiting    ? ApprovalState::Waiting
                      : state == BatchRowState::Approved ? ApprovalState::Approved
                                                         : ApprovalState::SentBack;
    refund.status = state == BatchRowState::Approved ? RefundStatus::Success : RefundStatus::Init;
    view.refund = refund;
    return view;
}

void add_waiting(FakeApprovalDesk &desk)
{
    BatchView view;
    view.batch = batch_of(waiting_batch(), 2'800, 4, 1, 70h);
    view.rows = {row_of(1, "C20261123-0074", 1'200, BatchRowState::Waiting),
                 row_of(2, "C20261123-0079", 800, BatchRowState::Waiting),
                 row_of(3, "C20261123-0081", 800, BatchRowState::Waiting),
                 row_of(4, "C20261123-0092", 0, BatchRowState::Refused)};
    view.rows[2].changes = {{"fee", "18.00", "16.40"}};
    desk.batch_rows.push_back(view.batch);
    desk.batch_views[view.batch.batch_no] = view;
}

void add_carried_out(FakeApprovalDesk &desk)
{
    BatchView view;
    view.batch = batch_of(carried_out_batch(), 4'400, 4, 0, 26h);
    view.batch.share = BatchShare::ShareOfFee;
    view.batch.permille = 500;
    view.batch.approval = ApprovalState::Approved;
    view.batch.approved_by = OperatorName::from_text("wang.jing").value();
    view.batch.decided_at = live_now() - 25h;
    view.batch.carried_out_at = live_now() - 25h + 2s;
    view.rows = {row_of(1, "C20261122-0031", 1'200, BatchRowState::Approved),
                 row_of(2, "C20261122-0033", 1'600, BatchRowState::Approved),
                 row_of(3, "C20261122-0035", 800, BatchRowState::Voided),
                 row_of(4, "C20261122-0036", 800, BatchRowState::Failed)};
    view.rows[2].row.refusal_code = "approval.voided";
    view.rows[2].row.refusal_detail = "fee 18.00 → 16.40; refund R20261122-0009 5.00, which was not there";
    view.rows[3].row.refusal_code = "refund.exceeds_paid";
    view.votes = {sample_vote(carried_out_batch().text(), "wang.jing", 4'400, 25 * 60)};
    desk.batch_rows.push_back(view.batch);
    desk.batch_views[view.batch.batch_no] = view;
}

void add_sent_back(FakeApprovalDesk &desk)
{
    BatchView view;
    view.batch = batch_of(BatchNo::from_text("B20261121-0001").value(), 900, 2, 0, 50h);
    view.batch.share = BatchShare::FixedAmount;
    view.batch.each = yuan(450);
    view.batch.approval = ApprovalState::SentBack;
    view.batch.sent_back = "Two stations, two incidents.";
    view.batch.decided_at = live_now() - 49h;
    view.rows = {row_of(1, "C20261121-0011", 450, BatchRowState::SentBack),
                 row_of(2, "C20261121-0012", 450, BatchRowState::SentBack)};
    desk.batch_rows.push_back(view.batch);
    desk.batch_views[view.batch.batch_no] = view;
}

}  // namespace

void fill_pictures(FakeApprovalDesk &desk)
{
    const auto add = [&](const ApprovalPicture &picture) {
        desk.pictures[picture.subject] = {.picture = picture, .changes = {}};
    };
    add(picture_of("R20261123-0010", "C20261123-0081", "18.00", "4.36", "4.80", "8.84"));
    add(picture_of("R20261123-0011", "C20261123-0079", "46.20", "12.50", "21.40", "12.30"));
    add(picture_of("R20261123-0012", "C20261123-0074", "68.10", "3.00", "34.40", "30.70"));
}

std::vector<PictureChange> sample_changes()
{
    return {{"fee", "46.20", "41.90"},
            {"paid", "46.20", "41.90"},
            {"refund:R20261123-0013", "", "5.00"},
            {"stays", "12.30", "3.00"}};
}

void fill_batches(FakeApprovalDesk &desk)
{
    add_waiting(desk);
    add_carried_out(desk);
    add_sent_back(desk);
}

BatchNo waiting_batch()
{
    return BatchNo::from_text("B20261123-0001").value();
}

BatchNo carried_out_batch()
{
    return BatchNo::from_text("B20261122-0003").value();
}

ApprovalVote sample_vote(const std::string &subject, const char *who, std::int64_t fen, int minutes_ago)
{
    return {.subject = subject,
            .login = OperatorName::from_text(who).value(),
            .amount = yuan(fen),
            .up_to = yuan(fen),
            .at = live_now() - std::chrono::minutes(minutes_ago)};
}

}  // namespace aftercharge
