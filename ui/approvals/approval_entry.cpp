// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approvals/approval_entry.h"

namespace aftercharge {

ApprovalSubject subject_of(const ApprovalEntry &entry)
{
    if (const Refund *refund = entry.refund())
        return refund->refund_no.text();
    if (const Claim *claim = entry.claim())
        return claim->claim_no.text();
    return entry.batch()->batch_no.text();
}

UtcTime asked_at(const ApprovalEntry &entry)
{
    if (const Refund *refund = entry.refund())
        return refund->created_at;
    if (const Claim *claim = entry.claim())
        return claim->opened_at;
    return entry.batch()->created_at;
}

Money amount_of(const ApprovalEntry &entry)
{
    if (const Refund *refund = entry.refund())
        return refund->amount;
    if (const Claim *claim = entry.claim())
        return claim->up_to;
    return entry.batch()->total;
}

ApprovalState approval_of(const ApprovalEntry &entry)
{
    return std::visit([](const auto &request) { return request.approval; }, entry.request);
}

OperatorName requester_of(const ApprovalEntry &entry)
{
    return std::visit([](const auto &request) { return request.requested_by; }, entry.request);
}

TicketNo ticket_of(const ApprovalEntry &entry)
{
    if (const Refund *refund = entry.refund())
        return refund->ticket_no;
    if (const Claim *claim = entry.claim())
        return claim->ticket_no;
    return {};
}

}  // namespace aftercharge
