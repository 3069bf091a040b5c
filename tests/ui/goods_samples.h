// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_desk_service.h"
#include "tests/support/fake_goods_desk.h"

namespace aftercharge {

// The cases of the goods ticket pages. All are in the hands of `wang`, seen on 2026-11-24.
enum class GoodsCase {
    NotSent,        // paid by Stripe, one parcel with a label and one without
    Lost,           // three lines, two parcels; one delivered, one lost
    EvidenceAsked,  // its claim: the carrier asks for more
    Denied,         // its claim was denied
    FailedRefund,   // a refund that the gateway refused, paid by WeChat Pay
    case_count,
};

UtcTime goods_now();
TicketNo goods_ticket(GoodsCase which);
// The ticket with its order as the desk has it.
TicketDossier goods_case(GoodsCase which, bool chinese);
// All the cases as a queue, with the claims and orders behind them; prices by settlement.
void fill_goods(FakeDeskService &desk, FakeGoodsDesk &goods, bool chinese);

}  // namespace aftercharge
