// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/record.h"
#include "models/domain/discrepancy.h"
#include "models/workflow/goods_view.h"
#include "models/workflow/import_goods.h"

namespace aftercharge::ctl {

Record goods_line(const GoodsOrder &order);
Record goods_record(const GoodsDossier &dossier);
Record goods_explanation(const GoodsDossier &dossier);  // lines, discounts, units with their shares
Records goods_log(const std::vector<GoodsOrderLogEntry> &entries);

Record shipment_record(const Shipment &shipment);
Record parcel_record(const ParcelView &parcel);

Record claim_line(const Claim &claim);
Record claim_record(const ClaimDossier &dossier);

Record discrepancy_record(const Discrepancy &discrepancy);
Record reconciliation_record(const Reconciliation &run);
Record reconciled_record(const ReconciledRefund &row);

Record import_record(const ImportReport &report);

}  // namespace aftercharge::ctl
