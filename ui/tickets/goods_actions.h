// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QCoreApplication>

#include "models/workflow/read_ticket.h"

namespace aftercharge {

enum class GoodsAction {
    BeforeShipment,
    Exception,
    OpenClaim,
    SubmitEvidence,
    EvidenceSent,
    DecideClaim,
    FailedRefund
};
inline constexpr std::array all_goods_actions{
    GoodsAction::BeforeShipment, GoodsAction::Exception,   GoodsAction::OpenClaim,   GoodsAction::SubmitEvidence,
    GoodsAction::EvidenceSent,   GoodsAction::DecideClaim, GoodsAction::FailedRefund};

// What may be done about the goods of a ticket just now, and what of it comes first.
struct GoodsActions {
    bool before_shipment = false;
    bool exception = false;
    bool open_claim = false;
    ClaimNo evidence_for;  // a claim that asks for evidence
    ClaimNo to_decide;     // denied, or approved with nothing promised
    RefundNo failed;       // FAIL or CLOSED, and nothing stands in for it
    std::optional<GoodsAction> first;

    bool has(GoodsAction action) const;
};
GoodsActions goods_actions(const TicketDossier &dossier, const OperatorName &me);

// Whether a refund went wrong and nobody has done it again.
bool waits_for_a_person(const Refund &refund, const std::vector<Refund> &all);
bool asks_for_decision(const Claim &claim);

class GoodsActionWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::GoodsActionWords)
public:
    static QString text(GoodsAction action);  // "Parcel went wrong…"
    static QString key(GoodsAction action);   // "A"
};

}  // namespace aftercharge
