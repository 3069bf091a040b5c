// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workflow/goods_desk.h"
#include "models/workflow/reading_desk.h"

namespace aftercharge {

// The reading half about goods, for whoever is logged in at `desk`.
class ReadingGoodsDesk : public GoodsDesk {
public:
    ReadingGoodsDesk(ReadThread &reads, const ReadingDesk &desk) : reads_(reads), desk_(desk) {}

    Answered<Page<GoodsOrder>> goods_orders(const GoodsQuery &query) override;
    Answered<GoodsDossier> goods_order(const OrderNo &order_no) override;
    Answered<RefundQuote> quote_refund(const GoodsRefundDraft &draft) override;
    Answered<Page<Claim>> claims(const ClaimQuery &query) override;
    Answered<std::int64_t> claims_waiting() override;
    Answered<ClaimDossier> claim(const ClaimNo &claim_no) override;
    Answered<std::vector<Discrepancy>> discrepancies(bool resolved) override;
    Answered<std::int64_t> open_discrepancies() override;
    Answered<std::vector<Reconciliation>> reconciliations() override;
    Answered<std::vector<ReconciledRefund>> reconciled(const Uuid &id) override;

protected:
    OperatorName who() const { return desk_.who(); }

    ReadThread &reads_;
    const ReadingDesk &desk_;
};

}  // namespace aftercharge
