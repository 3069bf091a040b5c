// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/item/paged_table_model.h"
#include "models/workflow/goods_desk.h"

namespace aftercharge {

// Whom a claim waits for just now.
enum class ClaimWait {
    Nobody,    // it is closed, or was sent back
    Approval,  // another person's word on "up to"
    Carrier,
    Evidence,  // us: the carrier asked for more
    Decision,  // us: denied, or approved with nothing promised
    Payment,   // the refund that the carrier's approval made
};
ClaimWait claim_wait(const Claim &claim);

// Claims with carriers, newest first, filtered by the store.
class ClaimTableModel : public PagedTableModel<Claim> {
    Q_OBJECT
public:
    enum Column { Number, Parcel, Order, Type, State, Waits, Asked, UpTo, Approved, Opened, column_count };

    ClaimTableModel(GoodsDesk &goods, TableWords<Claim> words, QObject *parent = nullptr)
        : PagedTableModel(std::move(words), parent), goods_(goods)
    {
    }

    // The page of the query is not looked at.
    void set_filter(const ClaimQuery &query);

protected:
    QFuture<Result<Page<Claim>>> ask_page(const PageRequest &request) override;
    bool same_row(const Claim &a, const Claim &b) const override { return a.claim_no == b.claim_no; }
    QVariant look(const Claim &claim, int column, int role) const override;

private:
    GoodsDesk &goods_;
    ClaimQuery query_;
};

// Until it is approved a claim looks as its approval stands, then as the carrier's answer does.
Tone claim_tone(const Claim &claim);

}  // namespace aftercharge
