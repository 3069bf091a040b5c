// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_desk_service.h"
#include "tests/support/fake_goods_desk.h"

namespace aftercharge {

// What the pages about goods show beside the cases of goods_samples.h: claims in other states, one
// that waits for approval, goods refunds in the list of refunds, discrepancies, two reconciled days
// and one that is running.
void fill_goods_pages(FakeDeskService &desk, FakeGoodsDesk &goods, bool chinese);

ClaimNo waiting_claim();   // asked for by zhao.min, up to ¥25.00
ClaimNo denied_claim();    // of goods_samples.h
ClaimNo evidence_claim();  // of goods_samples.h: the carrier asks for more
RefundNo failed_refund();  // of goods_samples.h

}  // namespace aftercharge
