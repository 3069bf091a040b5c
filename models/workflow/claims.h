// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/claim.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/work.h"

namespace aftercharge {

struct ClaimDraft {
    ShipmentNo shipment_no;
    TicketNo ticket_no;  // empty: one of kind CLAIM is opened, or the order's open one taken
    ClaimType type = ClaimType::Damage;
    Money amount;                // asked of the carrier
    std::optional<Money> up_to;  // promised to the customer; none: nothing without a new decision
    std::string description;
    std::vector<EvidenceFile> evidence;  // new files
    std::vector<Uuid> evidence_ids;      // files that the ticket has already
    OperatorName requested_by;
};

// Opens a claim with its evidence. Within the requester's limit `up_to` is approved at once and
// the claim goes to the carrier; above it the claim waits for another person. Errors:
// shipment.not_found, shipment.not_left, shipment.not_insured, claim.open_exists, evidence.missing,
// evidence.invalid, refund.exceeds_paid (up_to above what remains of the parcel's lines),
// money.*, operator.*, ticket.not_found.
Result<Claim> open_claim(Work &work, const ClaimDraft &draft);

// Another person's approval of `up_to` as he saw it, his vote, as of approve_refund: where the
// rules ask for more people the claim goes on waiting. claim.own_request, claim.exceeds_limit,
// claim.changed, claim.already_decided, claim.expired, approval.already_given; approval.voided:
// the system has sent it back, which is committed although this fails.
Result<Claim> approve_claim(Work &work, const ClaimNo &claim_no, const Money &up_to, const OperatorName &by);
Result<Claim> send_back_claim(Work &work, const ClaimNo &claim_no, const std::string &reason, const OperatorName &by);

// What the carrier asked for: files are attached and submitted. Where the adapter can only say
// "by hand", the claim waits for mark_evidence_sent. state.not_allowed when nothing is asked for.
Result<Claim> add_claim_evidence(Work &work, const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                 const std::vector<Uuid> &evidence_ids, const OperatorName &by);
Result<Claim> mark_evidence_sent(Work &work, const ClaimNo &claim_no, const OperatorName &by);

// The decision that a denial, or an approval with nothing promised, asks for; it closes the
// claim. PlatformCovers makes a refund of that kind to the gateway, Coupon a numbered coupon,
// each with its own approval and within what remains of the parcel's lines; Nothing needs a
// reason; Refund pays out an approval that had nothing promised.
struct ClaimDecisionDraft {
    ClaimNo claim_no;
    ClaimDecision decision = ClaimDecision::Nothing;
    std::optional<Money> amount;  // of the cover, coupon or refund; none: all that remains of the lines
    std::string reason;
    std::string basis;
    OperatorName by;
};
Result<Claim> decide_claim(Work &work, const ClaimDecisionDraft &draft);

}  // namespace aftercharge
