// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/paged_table_model.h"
#include "models/workflow/desk_service.h"

namespace aftercharge {

// Refunds and adjustments, newest first.
class RefundTableModel : public PagedTableModel<Refund> {
    Q_OBJECT
public:
    enum Column {
        Number,
        Created,
        Kind,
        Order,
        State,
        Requester,
        Amount,
        Destination,   // to the balance, through a gateway, as a coupon, by hand
        GatewayWords,  // what the gateway last said
        Proof,         // the gateway's number of it, or the transfer
        column_count
    };

    RefundTableModel(DeskService &desk, TableWords<Refund> words, QObject *parent = nullptr)
        : PagedTableModel(std::move(words), parent), desk_(desk)
    {
    }

    void set_filter(std::optional<RefundStatus> status, std::optional<ApprovalState> approval, const std::string &text);

protected:
    QFuture<Result<Page<Refund>>> ask_page(const PageRequest &request) override;
    bool same_row(const Refund &a, const Refund &b) const override { return a.refund_no == b.refund_no; }
    QVariant look(const Refund &refund, int column, int role) const override;

private:
    DeskService &desk_;
    RefundQuery query_;
};

// Until it is approved a refund looks as its approval stands, then as its money does.
Tone refund_tone(const Refund &refund);
ChipShape refund_shape(const Refund &refund);

}  // namespace aftercharge
