// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/approvals/approval_entry.h"
#include "ui/common/card.h"
#include "ui/common/desk_context.h"
#include "ui/decisions/request_reader.h"

class QStackedWidget;

namespace aftercharge {

class Banner;
class BatchDetail;
class Button;
class ClaimView;
class RefundView;
class StateChip;

// One entry as its requester saw it, what the person may do about it and why not, and the two
// answers. What he may not approve has no button for it.
class ApprovalDetail : public Card {
    Q_OBJECT
public:
    explicit ApprovalDetail(DeskContext &context, QWidget *parent = nullptr);

    void show_entry(const ApprovalEntry &entry);
    const std::optional<ApprovalEntry> &entry() const { return entry_; }
    // Everything that is approved with it; nothing until it was read.
    std::optional<RequestFacts> facts() const;
    ClaimView *claim_view() const { return claim_view_; }
    BatchDetail *batch_view() const { return batch_view_; }

Q_SIGNALS:
    void approveRequested();
    void sendBackRequested();
    void ticketRequested(const aftercharge::TicketNo &ticket_no);
    void batchRequested(const aftercharge::BatchNo &batch_no);

private:
    void make_views();
    void read_again();
    QWidget *make_answers();
    void dress_head();
    void dress_rights();
    void take_dossier();

    DeskContext &context_;
    std::optional<ApprovalEntry> entry_;
    StateChip *kind_;
    Button *ticket_;
    Banner *rights_;
    QStackedWidget *views_;
    RefundView *refund_view_;
    ClaimView *claim_view_;
    BatchDetail *batch_view_;
    QWidget *answers_;
    Button *send_back_;
    Button *approve_;
};

}  // namespace aftercharge
