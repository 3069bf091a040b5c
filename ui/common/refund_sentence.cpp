// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/refund_sentence.h"

#include "models/domain/error.h"

namespace aftercharge {

namespace {

// "… nothing was done. [webhook.stale]"
ErrorCode code_at_the_end(const std::string &detail)
{
    const std::size_t begin = detail.rfind('[');
    if (begin == std::string::npos || !detail.ends_with(']'))
        return ErrorCode::WebhookInvalid;
    return code_from_text(std::string_view(detail).substr(begin + 1, detail.size() - begin - 2))
        .value_or(ErrorCode::WebhookInvalid);
}

}  // namespace

QString RefundSentence::of(const Refund &refund)
{
    if (!goes_through_gateway(refund.kind) || refund.approval != ApprovalState::Approved)
        return {};
    switch (refund.status) {
    case RefundStatus::Init:
        return refund.before_shipment ? tr("The labels are cancelled first; then it goes to the gateway.")
                                      : tr("It is on its way to the gateway.");
    case RefundStatus::Pending:
        return tr("The gateway has it and has not paid yet. The program asks until it has.");
    case RefundStatus::Success:
        return tr("The gateway has paid it back. Its number there is the proof.");
    case RefundStatus::Unknown:
        return tr("The answer was lost or unreadable. The program asks the gateway by our number before anything is "
                  "sent again.");
    case RefundStatus::Fail:
        return refund.repairable
                   ? tr("The gateway holds it until it is repaired. Retry it: that goes under the same number.")
                   : tr("The gateway could not pay it. Retry it, or settle it by hand.");
    case RefundStatus::Closed:
        return tr("It ended without a payment. Retry it, or settle it by hand.");
    case RefundStatus::Reversed:
        return tr("It was paid, and the money came back to us. Decide anew how the customer gets it.");
    }
    return {};
}

QString RefundSentence::with_words(const Refund &refund)
{
    const QString words = QString::fromStdString(refund.gateway_words.empty() ? refund.external_refund_id
                                                                              : refund.gateway_words);
    const QString sentence = of(refund);
    if (sentence.isEmpty() || words.isEmpty())
        return sentence.isEmpty() ? words : sentence;
    if (refund.status == RefundStatus::Success && !refund.external_refund_id.empty())
        return tr("%1 Proof: %2").arg(sentence, QString::fromStdString(refund.external_refund_id));
    return tr("%1 The gateway's words: %2").arg(sentence, words);
}

QString RefundSentence::of_refused_webhook(const Discrepancy &row)
{
    switch (code_at_the_end(row.detail)) {
    case ErrorCode::WebhookSignatureInvalid:
        return tr("A call came in the gateway's name with a wrong signature. Nothing was done by it. Check the "
                  "webhook's secret; if it is right, somebody else called.");
    case ErrorCode::WebhookStale:
        return tr("A call came in the gateway's name that was signed too long ago. Nothing was done by it. Check this "
                  "computer's clock; if it is right, somebody repeated an old call.");
    default:
        return tr("A call came in the gateway's name that could not be read. Nothing was done by it; what it may have "
                  "told is asked for instead.");
    }
}

}  // namespace aftercharge
