// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/gateway_steps.h"
#include "models/workflow/gateway_tasks.h"

namespace aftercharge {
namespace {

using payment::RefundAnswer;
using payment::Standing;

constexpr std::chrono::minutes without_gateway{5};
constexpr auto nobody_heard = "the program ended before an answer came";

payment::PaymentGateway *gateway_of(Gateways &gateways, PaymentProvider provider)
{
    const auto found = gateways.payment.find(provider);
    return found == gateways.payment.end() ? nullptr : found->second.get();
}

RefundAnswer not_configured(PaymentProvider provider)
{
    RefundAnswer answer;
    answer.standing = Standing::Later;
    answer.words = std::string(to_text(provider)) + " is not configured";
    return answer;
}

RefundAnswer carry_out(payment::PaymentGateway &gateway, const GatewayTask &task, const payment::RefundCall &call)
{
    switch (task.effect.kind) {
    case EffectKind::SendRefund:
        return gateway.send_refund(call);
    case EffectKind::RepairRefund:
        return gateway.repair_refund(call);
    default:
        return gateway.ask_refund(call);
    }
}

GatewayAnswer perform_refund(Gateways &gateways, const GatewayTask &task, const payment::RefundCall &call)
{
    // Before all else: "later" would send it again as new.
    if (task.ask_only) {
        RefundAnswer answer;
        answer.words = nobody_heard;
        return {answer, ask_soon};
    }
    auto *gateway = gateway_of(gateways, call.provider);
    if (!gateway)
        return {not_configured(call.provider), without_gateway};
    const int asked = task.effect.kind == EffectKind::AskRefund ? std::max(task.effect.attempts - 1, 0) : 0;
    return {carry_out(*gateway, task, call), gateway->ask_again_after(asked)};
}

GatewayAnswer perform_reconcile(Gateways &gateways, const ReconcileCall &call)
{
    std::vector<RefundAnswer> answers;
    for (const payment::RefundCall &refund : call.refunds) {
        auto *gateway = gateway_of(gateways, refund.provider);
        answers.push_back(gateway ? gateway->ask_refund(refund) : not_configured(refund.provider));
    }
    return {std::move(answers), without_gateway};
}

// Of a parcel's calls, in the shape that the kind asks for.
template<typename Answer>
Answer with(carrier::Outcome outcome, std::string words)
{
    Answer answer;
    answer.outcome = outcome;
    answer.words = std::move(words);
    return answer;
}

GatewayAnswer without_call(EffectKind kind, carrier::Outcome outcome, const std::string &words)
{
    switch (kind) {
    case EffectKind::CancelLabel:
    case EffectKind::AskLabelRefund:
        return {with<carrier::CancelAnswer>(outcome, words), without_gateway};
    case EffectKind::BuyLabel:
    case EffectKind::AskLabel:
        return {with<carrier::LabelAnswer>(outcome, words), without_gateway};
    case EffectKind::TrackParcel:
        return {with<carrier::TrackAnswer>(outcome, words), without_gateway};
    default:
        return {with<carrier::ClaimAnswer>(outcome, words), without_gateway};
    }
}

GatewayAnswer perform_label(carrier::CarrierGateway &gateway, const GatewayTask &task, const carrier::LabelCall &call)
{
    const auto again = gateway.ask_again_after(std::max(task.effect.attempts - 1, 0));
    switch (task.effect.kind) {
    case EffectKind::CancelLabel:
        return {gateway.cancel_label(call.ext_external_id), again};
    case EffectKind::AskLabelRefund:
        return {gateway.ask_label_refund(call.ext_external_id), again};
    case EffectKind::BuyLabel:
        return {gateway.buy_label(call), again};
    case EffectKind::AskLabel:
        return {gateway.ask_label(call), again};
    default:
        return {gateway.track(task.tracking_no), again};
    }
}

GatewayAnswer perform_claim(carrier::CarrierGateway &gateway, const GatewayTask &task, const carrier::ClaimCall &call)
{
    const auto again = gateway.ask_again_after(std::max(task.effect.attempts - 1, 0));
    switch (task.effect.kind) {
    case EffectKind::OpenClaim:
        return {gateway.open_claim(call), again};
    case EffectKind::AskOpenedClaim:
        return {gateway.find_claim(call), again};
    case EffectKind::SubmitEvidence:
        return {gateway.send_evidence(call), again};
    default:
        return {gateway.ask_claim(call), again};
    }
}

GatewayAnswer perform_at_carrier(Gateways &gateways, const GatewayTask &task)
{
    if (task.ask_only)
        return without_call(task.effect.kind, carrier::Outcome::Unknown, nobody_heard);
    // There is one carrier so far; a parcel names it (Shipment::carrier) once there are more.
    const auto found = gateways.carrier.find(CarrierProvider::Easypost);
    if (found == gateways.carrier.end())
        return without_call(task.effect.kind, carrier::Outcome::Later, "the carrier is not configured");
    if (const auto *label = std::get_if<carrier::LabelCall>(&task.call))
        return perform_label(*found->second, task, *label);
    return perform_claim(*found->second, task, std::get<carrier::ClaimCall>(task.call));
}

}  // namespace

GatewayAnswer perform(Gateways &gateways, const GatewayTask &task)
{
    if (!task.problem.empty() || std::holds_alternative<std::monostate>(task.call))
        return {};
    if (const auto *refund = std::get_if<payment::RefundCall>(&task.call))
        return perform_refund(gateways, task, *refund);
    if (const auto *reconcile = std::get_if<ReconcileCall>(&task.call))
        return perform_reconcile(gateways, *reconcile);
    return perform_at_carrier(gateways, task);
}

}  // namespace aftercharge
