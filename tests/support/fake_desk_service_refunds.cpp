// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_desk_answers.h"

#include <algorithm>

namespace aftercharge {

void FakeDeskService::answer_refunds()
{
    on_request_refund = [](const RefundDraft &) { return answered<Refund>(fail(ErrorCode::OrderNotFound)); };
    on_approve = [this](const RefundNo &no, const Money &amount) {
        const auto found = find_refund(no);
        if (!found)
            return answered<Refund>(pass_on(found));
        if ((*found)->amount != amount)
            return answered<Refund>(fail(ErrorCode::RefundChanged, no.text()));
        (*found)->approval = ApprovalState::Approved;
        (*found)->approved_by = who;
        return answered<Refund>(**found);
    };
    on_send_back = [this](const RefundNo &no, const std::string &) {
        const auto found = find_refund(no);
        if (!found)
            return answered<Refund>(pass_on(found));
        (*found)->approval = ApprovalState::SentBack;
        return answered<Refund>(**found);
    };
}

Result<Refund *> FakeDeskService::find_refund(const RefundNo &refund_no)
{
    for (Refund &refund : refund_rows) {
        if (refund.refund_no == refund_no)
            return &refund;
    }
    return fail(ErrorCode::RefundNotFound, refund_no.text());
}

Answered<Page<Refund>> FakeDeskService::refunds(const RefundQuery &query)
{
    std::vector<Refund> rows;
    std::copy_if(refund_rows.begin(), refund_rows.end(), std::back_inserter(rows), [&](const Refund &refund) {
        return (!query.status || refund.status == *query.status) &&
               (!query.approval || refund.approval == *query.approval) &&
               (query.text.empty() || refund.refund_no.text().find(query.text) != std::string::npos ||
                refund.order_no.text().find(query.text) != std::string::npos ||
                refund.ticket_no.text().find(query.text) != std::string::npos);
    });
    return paged(std::move(rows));
}

Answered<std::int64_t> FakeDeskService::refunds_waiting()
{
    return answered<std::int64_t>(std::count_if(refund_rows.begin(), refund_rows.end(), [](const Refund &refund) {
        return refund.approval == ApprovalState::Waiting;
    }));
}

Answered<Refund> FakeDeskService::request_refund(const RefundDraft &draft)
{
    note("request_refund " + draft.order_no.text() + " " + draft.amount.to_text());
    return on_request_refund(draft);
}

Answered<Refund> FakeDeskService::approve_refund(const RefundNo &refund_no, const Money &amount)
{
    note("approve_refund " + refund_no.text() + " " + amount.to_text());
    return on_approve(refund_no, amount);
}

Answered<Refund> FakeDeskService::send_back_refund(const RefundNo &refund_no, const std::string &reason)
{
    note("send_back_refund " + refund_no.text() + " " + reason);
    return on_send_back(refund_no, reason);
}

}  // namespace aftercharge
