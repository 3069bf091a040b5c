// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/reading_goods_desk.h"

namespace aftercharge {
namespace {

// More than a person reads at once; the oldest resolved ones fall off.
constexpr int most_discrepancies = 500;
constexpr int most_reconciliations = 100;

}  // namespace

Answered<Page<GoodsOrder>> ReadingGoodsDesk::goods_orders(const GoodsQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.goods().page(query); });
}

Answered<GoodsDossier> ReadingGoodsDesk::goods_order(const OrderNo &order_no)
{
    return reads_.run(
        [order_no](LedgerReader &ledger, TelemetryReader &) { return read_goods_order(ledger, order_no); });
}

Answered<RefundQuote> ReadingGoodsDesk::quote_refund(const GoodsRefundDraft &draft)
{
    return reads_.run([draft, by = who()](LedgerReader &ledger, TelemetryReader &) {
        GoodsRefundDraft signed_draft = draft;
        signed_draft.requested_by = by;
        return quote_goods_refund(ledger, signed_draft);
    });
}

Answered<Page<Claim>> ReadingGoodsDesk::claims(const ClaimQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.claims().page(query); });
}

Answered<std::int64_t> ReadingGoodsDesk::claims_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.claims().waiting_approval(); });
}

Answered<ClaimDossier> ReadingGoodsDesk::claim(const ClaimNo &claim_no)
{
    return reads_.run([claim_no](LedgerReader &ledger, TelemetryReader &) { return read_claim(ledger, claim_no); });
}

Answered<std::vector<Discrepancy>> ReadingGoodsDesk::discrepancies(bool resolved)
{
    return reads_.run([resolved](LedgerReader &ledger, TelemetryReader &) {
        return ledger.gateways().discrepancies(resolved, most_discrepancies);
    });
}

Answered<std::int64_t> ReadingGoodsDesk::open_discrepancies()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.gateways().open_discrepancies(); });
}

Answered<std::vector<Reconciliation>> ReadingGoodsDesk::reconciliations()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) {
        return ledger.gateways().reconciliations(most_reconciliations);
    });
}

Answered<std::vector<ReconciledRefund>> ReadingGoodsDesk::reconciled(const Uuid &id)
{
    return reads_.run([id](LedgerReader &ledger, TelemetryReader &) { return ledger.gateways().reconciled(id); });
}

}  // namespace aftercharge
