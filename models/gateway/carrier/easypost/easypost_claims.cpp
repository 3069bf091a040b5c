// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/carrier/easypost/easypost_claims.h"

#include "models/gateway/carrier/easypost/easypost_json.h"

namespace aftercharge::carrier {
namespace {

// Between their clock and ours.
constexpr std::chrono::minutes clock_slack{5};

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

// Its id stays: that there is a claim is known, how it stands is not.
ClaimAnswer unknown(ClaimAnswer answer, std::string words)
{
    answer.outcome = Outcome::Unknown;
    answer.event.reset();
    answer.approved.reset();
    answer.words = std::move(words);
    return answer;
}

ClaimAnswer approved(ClaimAnswer answer, const QJsonObject &claim, Currency currency, ClaimEvent event)
{
    answer.approved = amount_of(claim, key("approved_amount"), currency);
    if (!answer.approved || answer.approved->is_negative())
        return unknown(std::move(answer), "approved without an amount");
    answer.event = event;
    return answer;
}

}  // namespace

ClaimAnswer claim_of(const QJsonObject &claim, Currency currency)
{
    ClaimAnswer answer;
    answer.external_id = text_of(claim, key("id"));
    if (answer.external_id.empty())
        return unknown(std::move(answer), "a claim without an id");
    answer.outcome = Outcome::Done;
    answer.words = as_words(claim.value(key("status_detail")).toString());
    answer.said_at = time_of(claim, key("status_timestamp"));
    const std::string status = text_of(claim, key("status"));
    if (status == "submitted" || status == "in_review")
        return answer;
    if (status == "approved")
        return approved(std::move(answer), claim, currency, ClaimEvent::Approved);
    if (status == "approved_partial")
        return approved(std::move(answer), claim, currency, ClaimEvent::ApprovedInPart);
    if (status == "needs_action")
        answer.event = ClaimEvent::AskedForEvidence;
    else if (status == "rejected" || status == "cancelled")
        answer.event = ClaimEvent::Denied;
    else
        return unknown(std::move(answer), "claim status " + as_words(to_qstring(status)));
    if (answer.words.empty())
        answer.words = status;
    return answer;
}

std::optional<ClaimAnswer> claim_message_of(const QJsonObject &message)
{
    if (text_of(message, key("direction")) != "outbound")
        return std::nullopt;
    ClaimAnswer answer;
    answer.outcome = Outcome::Done;
    answer.external_id = text_of(message, key("claim_id"));
    answer.event = ClaimEvent::AskedForEvidence;
    answer.words = as_words(message.value(key("body")).toString());
    answer.said_at = time_of(message, key("created_at"));
    return answer;
}

bool is_opened_by(const QJsonObject &claim, const ClaimCall &call)
{
    const std::string reference = text_of(claim, key("reference"));
    if (!reference.empty())
        return reference == call.claim_no.text();
    return text_of(claim, key("tracking_code")) == call.tracking_no && text_of(claim, key("status")) != "cancelled" &&
           !is_before(claim, call);
}

bool is_before(const QJsonObject &claim, const ClaimCall &call)
{
    const auto made = time_of(claim, key("created_at"));
    return made && *made < call.opened_at - clock_slack;
}

}  // namespace aftercharge::carrier
