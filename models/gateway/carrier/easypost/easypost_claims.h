// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>

#include "models/gateway/carrier/carrier_gateway.h"

namespace aftercharge::carrier {

// How a Claim stands:
//   submitted, in_review → no event      needs_action → AskedForEvidence
//   approved → Approved                  approved_partial → ApprovedInPart
//   rejected, cancelled → Denied
// Unknown without an id, for another word, and for an approval without its amount.
ClaimAnswer claim_of(const QJsonObject &claim, Currency currency);

// A ClaimMessage ("cmsg_…"): what EasyPost's claims team writes asks for evidence; our own
// replies, which it repeats, are none.
std::optional<ClaimAnswer> claim_message_of(const QJsonObject &message);

// Whether a Claim in EasyPost's list is the one that this call opened: by our number, else by
// its parcel, when it was made after ours was opened and was not cancelled.
bool is_opened_by(const QJsonObject &claim, const ClaimCall &call);

// Made so long before ours that no older one needs to be looked at.
bool is_before(const QJsonObject &claim, const ClaimCall &call);

}  // namespace aftercharge::carrier
