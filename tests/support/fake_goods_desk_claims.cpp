// SPDX-License-Identifier: GPL-3.0-or-later
// FakeGoodsDesk: claims, discrepancies, reconciliations.
#include <algorithm>

#include "tests/support/fake_desk_answers.h"
#include "tests/support/fake_goods_desk.h"

namespace aftercharge {

Result<Claim *> FakeGoodsDesk::find_claim(const ClaimNo &claim_no)
{
    for (Claim &claim : claim_rows) {
        if (claim.claim_no == claim_no)
            return &claim;
    }
    return fail(ErrorCode::ClaimNotFound, claim_no.text());
}

void FakeGoodsDesk::answer_claims()
{
    on_claims = [this](const ClaimQuery &query) {
        std::vector<Claim> rows;
        std::copy_if(claim_rows.begin(), claim_rows.end(), std::back_inserter(rows), [&](const Claim &claim) {
            const bool open = claim.state != ClaimState::Closed && claim.approval != ApprovalState::SentBack;
            return (!query.state || claim.state == *query.state) &&
                   (!query.approval || claim.approval == *query.approval) && (!query.open_only || open) &&
                   (query.text.empty() || claim.claim_no.text().find(query.text) != std::string::npos ||
                    claim.order_no.text().find(query.text) != std::string::npos);
        });
        return paged(std::move(rows));
    };
    on_open_claim = [](const ClaimDraft &draft) {
        Claim made;
        made.claim_no = ClaimNo::from_text("K20261124-0002").value();
        made.shipment_no = draft.shipment_no;
        made.ticket_no = draft.ticket_no;
        made.type = draft.type;
        made.amount = draft.amount;
        made.up_to = draft.up_to.value_or(Money::zero(draft.amount.currency()));
        made.description = draft.description;
        made.approval = ApprovalState::Approved;
        return answered<Claim>(made);
    };
    // What a verb does to the row of a claim, where there is one.
    const auto change = [this](const ClaimNo &claim_no, auto change_row) {
        const auto found = find_claim(claim_no);
        if (!found)
            return answered<Claim>(pass_on(found));
        change_row(**found);
        return answered<Claim>(**found);
    };
    on_approve_claim = [change](const ClaimNo &no, const Money &) {
        return change(no, [](Claim &claim) { claim.approval = ApprovalState::Approved; });
    };
    on_send_back_claim = [change](const ClaimNo &no, const std::string &) {
        return change(no, [](Claim &claim) { claim.approval = ApprovalState::SentBack; });
    };
    on_add_evidence = [change](const ClaimNo &no) {
        return change(no, [](Claim &claim) { claim.state = ClaimState::EvidenceSubmitted; });
    };
    on_mark_sent = on_add_evidence;
    on_decide_claim = [change](const ClaimDecisionDraft &draft) {
        return change(draft.claim_no, [&draft](Claim &claim) {
            claim.state = ClaimState::Closed;
            claim.decision = draft.decision;
        });
    };
}

void FakeGoodsDesk::answer_books()
{
    on_resolve = [this](const Uuid &id, const std::string &resolution) {
        for (Discrepancy &row : discrepancy_rows) {
            if (row.id != id)
                continue;
            row.resolution = resolution;
            row.resolved_at = row.found_at;
            return answered<Discrepancy>(row);
        }
        return answered<Discrepancy>(fail(ErrorCode::DiscrepancyNotFound, id.to_text()));
    };
    on_reconcile = [this](const std::string &day) {
        Reconciliation made;
        made.day = day;
        reconciliation_rows.insert(reconciliation_rows.begin(), made);
        return answered<Reconciliation>(made);
    };
}

Answered<Page<Claim>> FakeGoodsDesk::claims(const ClaimQuery &query)
{
    return on_claims(query);
}

Answered<std::int64_t> FakeGoodsDesk::claims_waiting()
{
    return answered<std::int64_t>(std::count_if(claim_rows.begin(), claim_rows.end(), [](const Claim &claim) {
        return claim.approval == ApprovalState::Waiting;
    }));
}

Answered<ClaimDossier> FakeGoodsDesk::claim(const ClaimNo &claim_no)
{
    return answered<ClaimDossier>(looked_up(claim_dossiers, claim_no, ErrorCode::ClaimNotFound));
}

Answered<Claim> FakeGoodsDesk::open_claim(const ClaimDraft &draft)
{
    note("open_claim " + draft.shipment_no.text());
    claim_drafts.push_back(draft);
    return on_open_claim(draft);
}

Answered<Claim> FakeGoodsDesk::approve_claim(const ClaimNo &claim_no, const Money &up_to)
{
    note("approve_claim " + claim_no.text() + " " + up_to.to_text());
    return on_approve_claim(claim_no, up_to);
}

Answered<Claim> FakeGoodsDesk::send_back_claim(const ClaimNo &claim_no, const std::string &reason)
{
    note("send_back_claim " + claim_no.text() + " " + reason);
    return on_send_back_claim(claim_no, reason);
}

Answered<Claim> FakeGoodsDesk::add_claim_evidence(const ClaimNo &claim_no, const std::vector<EvidenceFile> &files,
                                                  const std::vector<Uuid> &ids)
{
    note("add_claim_evidence " + claim_no.text());
    evidence_files.push_back(files);
    evidence_ids.push_back(ids);
    return on_add_evidence(claim_no);
}

Answered<Claim> FakeGoodsDesk::mark_evidence_sent(const ClaimNo &claim_no)
{
    note("mark_evidence_sent " + claim_no.text());
    return on_mark_sent(claim_no);
}

Answered<Claim> FakeGoodsDesk::decide_claim(const ClaimDecisionDraft &draft)
{
    note("decide_claim " + draft.claim_no.text() + " " + std::string(to_text(draft.decision)));
    claim_decisions.push_back(draft);
    return on_decide_claim(draft);
}

Answered<std::vector<Discrepancy>> FakeGoodsDesk::discrepancies(bool resolved)
{
    std::vector<Discrepancy> rows;
    std::copy_if(discrepancy_rows.begin(), discrepancy_rows.end(), std::back_inserter(rows),
                 [resolved](const Discrepancy &row) { return row.resolved_at.has_value() == resolved; });
    return answered<std::vector<Discrepancy>>(std::move(rows));
}

Answered<std::int64_t> FakeGoodsDesk::open_discrepancies()
{
    return answered<std::int64_t>(std::count_if(discrepancy_rows.begin(), discrepancy_rows.end(),
                                                [](const Discrepancy &row) { return !row.resolved_at; }));
}

Answered<Discrepancy> FakeGoodsDesk::resolve_discrepancy(const Uuid &id, const std::string &resolution)
{
    note("resolve_discrepancy " + id.to_text() + " " + resolution);
    return on_resolve(id, resolution);
}

Answered<Reconciliation> FakeGoodsDesk::reconcile(const std::string &day)
{
    note("reconcile " + day);
    return on_reconcile(day);
}

Answered<std::vector<Reconciliation>> FakeGoodsDesk::reconciliations()
{
    return answered<std::vector<Reconciliation>>(reconciliation_rows);
}

Answered<std::vector<ReconciledRefund>> FakeGoodsDesk::reconciled(const Uuid &id)
{
    const auto found = reconciled_rows.find(id);
    return answered<std::vector<ReconciledRefund>>(found == reconciled_rows.end() ? std::vector<ReconciledRefund>{}
                                                                                  : found->second);
}

}  // namespace aftercharge
