// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "models/workflow/build_task.h"

namespace aftercharge {
namespace {

// "K20261124-0001.2": the claim and the round of its evidence; 1 where none is named.
struct ClaimKey {
    ClaimNo claim_no;
    int round = 1;
};

Result<ClaimKey> read_key(const std::string &key)
{
    const std::size_t dot = key.find('.');
    auto number = ClaimNo::from_text(std::string_view(key).substr(0, dot));
    if (!number)
        return pass_on(number);
    ClaimKey read{.claim_no = std::move(*number)};
    if (dot == std::string::npos)
        return read;
    const char *end = key.data() + key.size();
    const auto [stop, error] = std::from_chars(key.data() + dot + 1, end, read.round);
    if (error != std::errc{} || stop != end)
        return fail(ErrorCode::IdInvalid, key);
    return read;
}

std::string why_not(const GatewayTask &task, const Claim &claim)
{
    const std::string is = claim.claim_no.text() + " is " + std::string(to_text(claim.state));
    switch (task.effect.kind) {
    case EffectKind::OpenClaim:
        if (claim.approval != ApprovalState::Approved)
            return claim.claim_no.text() + " is not approved";
        return claim.state == ClaimState::Opened ? std::string{} : is;
    case EffectKind::SubmitEvidence:
        return claim.state == ClaimState::EvidenceRequested ? std::string{} : is;
    case EffectKind::AskClaim:
        return claim.external_id.empty() ? claim.claim_no.text() + " is not with the carrier" : std::string{};
    default:
        return {};
    }
}

Result<std::vector<carrier::EvidenceBytes>> evidence_of(UnitOfWork &unit, const ClaimKey &key)
{
    const auto handed_in = unit.claims().evidence(key.claim_no);
    if (!handed_in)
        return pass_on(handed_in);
    std::vector<carrier::EvidenceBytes> files;
    for (const ClaimEvidence &evidence : *handed_in) {
        if (evidence.round != key.round || evidence.sent_at)
            continue;
        auto file = unit.tickets().evidence_file(evidence.evidence_id);
        if (!file)
            return pass_on(file);
        files.push_back({file->name, file->media_type, std::move(file->bytes)});
    }
    if (files.empty())
        return fail(ErrorCode::EvidenceMissing, key.claim_no.text() + " has nothing left to send");
    return files;
}

}  // namespace

Result<BuiltTask> build_claim_task(UnitOfWork &unit, GatewayTask task)
{
    BuiltTask built{.task = std::move(task), .put_off_until = {}, .put_off_why = {}};
    const auto key = read_key(built.task.effect.key);
    if (!key)
        return pass_on(key);
    const auto claim = unit.claims().find(key->claim_no);
    if (!claim)
        return pass_on(claim);
    built.task.problem = why_not(built.task, *claim);
    if (!built.task.problem.empty())
        return built;
    const auto shipment = unit.shipments().find(claim->shipment_no);
    if (!shipment)
        return pass_on(shipment);
    carrier::ClaimCall call;
    call.claim_no = claim->claim_no;
    call.type = claim->type;
    call.tracking_no = shipment->tracking_no;
    call.amount = claim->amount;
    call.description = claim->description;
    call.external_id = claim->external_id;
    call.opened_at = claim->opened_at;
    if (acts_at_gateway(built.task.effect.kind) && !built.task.ask_only) {
        auto files = evidence_of(unit, *key);
        if (!files)
            return pass_on(files);
        call.evidence = std::move(*files);
    }
    built.task.tracking_no = shipment->tracking_no;
    built.task.call = std::move(call);
    return built;
}

}  // namespace aftercharge
