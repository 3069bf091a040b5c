// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/carrier_shape.h"
#include "app/sim/sandbox/crypto.h"

// Insurance claims: POST, GET, cancel, and how they are decided.
namespace aftercharge::sim {

namespace {

constexpr const char *attachment_lists[] = {"email_evidence_attachments", "invoice_attachments",
                                            "supporting_documentation_attachments"};

bool is_data_url(const std::string &text)
{
    const std::size_t comma = text.find(";base64,");
    return text.starts_with("data:") && comma != std::string::npos && from_base64(text.substr(comma + 8)).has_value();
}

// Why a claim cannot be opened, apart from what is insured; none: it can.
std::optional<HttpReply> flaw_in(const Json &body, int &attachments)
{
    const std::string type = text_of(body, "type");
    if (type != "damage" && type != "loss" && type != "theft")
        return easypost_error(422, "PARAMETER.INVALID", "Invalid type: must be one of damage, loss, theft.");
    for (const char *required : {"tracking_code", "description", "contact_email"}) {
        if (text_of(body, required).empty())
            return easypost_error(422, "PARAMETER.REQUIRED", std::string("Missing required parameter: ") + required);
    }
    for (const char *list : attachment_lists) {
        for (const Json &attachment : body.value(list, Json::array())) {
            if (!attachment.is_string() || !is_data_url(attachment.get<std::string>()))
                return easypost_error(422, "PARAMETER.INVALID", std::string("Invalid attachment in ") + list);
            ++attachments;
        }
    }
    if (type == "damage" && attachments == 0)
        return easypost_error(422, "PARAMETER.REQUIRED", "Attachments are required for claims of damage.");
    return std::nullopt;
}

}  // namespace

HttpReply CarrierShape::claims(const HttpCall &call, const std::string &rest)
{
    if (call.method == "POST" && rest.empty())
        return open_claim(Json::parse(call.body, nullptr, false));
    if (call.method == "GET" && rest.empty())
        return list_claims(call.query);
    PlayedClaim *claim = book_.claim(rest.substr(0, rest.find('/')));
    if (claim == nullptr)
        return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
    const bool cancels = call.method == "POST" && rest.ends_with("/cancel");
    if (cancels && !claim->is_open())
        return easypost_error(422, "CLAIM.CANCEL.UNAVAILABLE", "The claim is decided.");
    if (cancels)
        change_claim(*claim, "cancelled", "Claim cancellation was requested.", "claim.cancelled");
    if (!cancels && (call.method != "GET" || rest != claim->id))
        return easypost_error(404, "NOT_FOUND", "The requested resource could not be found.");
    HttpReply reply = easypost_reply(200, easypost_claim(*claim));
    reply.number = claim->tracking_code;
    return reply;
}

HttpReply CarrierShape::open_claim(const Json &body)
{
    const std::string code = text_of(body, "tracking_code");
    int attachments = 0;
    if (auto flaw = flaw_in(body, attachments))
        return *flaw;
    PlayedParcel *parcel = book_.parcel_of(code);
    if (parcel == nullptr || parcel->insured == 0)
        return easypost_error(404, "NOT_FOUND", "No eligible insurance found with provided tracking code.");
    return scripted({code, parcel->reference}, Deed::Claim, code,
                    [&](const Step &step) { return add_claim(body, *parcel, step); });
}

HttpReply CarrierShape::add_claim(const Json &body, PlayedParcel &parcel, const Step &step)
{
    const auto amount = hundredths_of(body, "amount");
    if (!amount || *amount == 0 || *amount > parcel.insured)
        return easypost_error(422, "PARAMETER.INVALID", "The amount must be within the insured amount.");
    if (book_.open_claim_of(parcel.tracking_code) != nullptr)
        return easypost_error(422, "CLAIM.EXISTS", "A claim for this insurance is already open.");
    PlayedClaim claim;
    claim.id = "clm_" + random_hex(32);
    claim.shipment_id = parcel.id;
    claim.tracking_code = parcel.tracking_code;
    claim.insurance_id = parcel.insurance_id;
    claim.type = text_of(body, "type");
    claim.reference = text_of(body, "reference");
    claim.description = text_of(body, "description");
    claim.contact_email = text_of(body, "contact_email");
    claim.insured = parcel.insured;
    claim.requested = *amount;
    claim.asks_left = step.has(Outcome::ClaimAsks) ? step.asks : 0;
    claim.step = step;
    claim.created_at = core_.clock->now();
    for (const char *list : attachment_lists) {
        for (std::size_t i = body.value(list, Json::array()).size(); i > 0; --i)
            claim.attachments.push_back("https://easypost-files.example/insurance/" + random_hex(32));
    }
    book_.claims.push_back(std::move(claim));
    PlayedClaim &added = book_.claims.back();
    change_claim(added, added.status, added.detail, "claim.submitted");
    put_next(added);
    return easypost_reply(201, easypost_claim(added));
}

HttpReply CarrierShape::list_claims(const Form &query)
{
    std::vector<Json> rows;
    const auto wanted = [&query](const char *name, const std::string &value) {
        return !query.has(name) || query.get(name) == value;
    };
    const auto from = parse_iso8601(query.get("start_datetime"));
    for (auto claim = book_.claims.rbegin(); claim != book_.claims.rend(); ++claim) {
        if (wanted("type", claim->type) && wanted("status", claim->status) && (!from || claim->created_at >= *from))
            rows.push_back(easypost_claim(*claim));
    }
    return easypost_page(query, "claims", rows);
}

void CarrierShape::put_next(PlayedClaim &claim)
{
    core_.timeline.after(claim.step.after.value_or(core_.after), [this, &claim] {
        const std::lock_guard lock(core_.mutex);
        if (claim.status == "submitted" || claim.status == "in_review")
            go_on(claim);
    });
}

void CarrierShape::go_on(PlayedClaim &claim)
{
    const std::string &reason = claim.step.reason;
    if (claim.asks_left > 0) {
        const std::string question = reason.empty() || claim.step.has(Outcome::ClaimDeny)
                                         ? "Please send photos of the packaging."
                                         : reason;
        change_claim(claim, "needs_action", question, "claim.updated");
        tell_message(claim, "outbound", question);
    } else if (claim.step.has(Outcome::ClaimApprove)) {
        claim.approved = claim.requested;
        change_claim(claim, "approved", "Claim was approved.", "claim.approved");
    } else if (claim.step.has(Outcome::ClaimApprovePartial)) {
        claim.approved = hundredths_of(Json{{"amount", claim.step.amount}}, "amount").value_or(claim.requested / 2);
        change_claim(claim, "approved_partial", "Claim was approved in part.", "claim.approved");
    } else if (claim.step.has(Outcome::ClaimDeny)) {
        change_claim(claim, "rejected", reason.empty() ? "Item not covered under policy." : reason, "claim.rejected");
    } else if (claim.status != "in_review") {
        change_claim(claim, "in_review", "Claim is being reviewed.", "claim.updated");
    }
}

Result<void> CarrierShape::receive_evidence(const std::string &tracking_code)
{
    PlayedClaim *claim = book_.open_claim_of(tracking_code);
    if (claim == nullptr || claim->status != "needs_action")
        return fail(ErrorCode::InputInvalid, "no evidence was asked for of " + tracking_code);
    --claim->asks_left;
    tell_message(*claim, "inbound", "What was asked for is attached.");
    change_claim(*claim, "in_review", "Documents were received.", "claim.updated");
    put_next(*claim);
    return {};
}

void CarrierShape::change_claim(PlayedClaim &claim, const std::string &status, const std::string &detail,
                                const std::string &event)
{
    const Json previous{{"status", claim.status}};
    claim.status = status;
    claim.detail = detail;
    claim.updated_at = core_.clock->now();
    claim.history.push_back(
        {{"status", status}, {"status_detail", detail}, {"timestamp", easypost_time(claim.updated_at).substr(0, 19)}});
    tell(claim.step, claim.id, claim.is_open() && event == "claim.submitted", event, easypost_claim(claim), previous);
}

void CarrierShape::tell_message(const PlayedClaim &claim, const std::string &direction, const std::string &text)
{
    tell(claim.step, claim.id, false, "claim.message",
         {{"id", "cmsg_" + random_hex(32)},
          {"object", "ClaimMessage"},
          {"mode", "test"},
          {"claim_id", claim.id},
          {"direction", direction},
          {"body", text},
          {"attachments", Json::array()},
          {"created_at", easypost_time(core_.clock->now())}});
}

}  // namespace aftercharge::sim
