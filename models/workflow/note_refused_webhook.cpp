// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/hear_gateway.h"

namespace aftercharge {
namespace {

std::string what_happened(const GatewayName &gateway, ErrorCode why)
{
    const std::string call = "A call in " + gateway + "'s name ";
    switch (why) {
    case ErrorCode::WebhookSignatureInvalid:
        return call + "had a wrong signature; nothing was done. Check the webhook secret: until it fits, no news of " +
               gateway + " is believed, and refunds are asked about instead.";
    case ErrorCode::WebhookStale:
        return call + "was signed too long ago; nothing was done. Check this computer's clock; if it is right, an old "
                      "call was repeated.";
    default:
        return call + "could not be read; nothing was done. Refunds are asked about instead.";
    }
}

}  // namespace

Result<void> note_refused_webhook(Work &work, const GatewayName &gateway, ErrorCode why)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const std::string detail = what_happened(gateway, why) + " [" + std::string(code_text(why)) + "]";
    if (auto noted = note_discrepancy(**unit, work, DiscrepancyKind::WebhookRefused, "gateway_account", gateway, {}, {},
                                      detail);
        !noted)
        return noted;
    return (*unit)->commit();
}

}  // namespace aftercharge
