// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/perform_decision.h"

#include "models/workflow/decision_acts.h"

namespace aftercharge {
namespace {

std::string name_of(const Uuid &id)
{
    return id.to_text();
}
std::string name_of(const ChargingOrder &order)
{
    return order.order_no.text();
}
std::string name_of(const Ticket &ticket)
{
    return ticket.ticket_no.text();
}
std::string name_of(const Refund &refund)
{
    return refund.refund_no.text();
}
std::string name_of(const RefundBatch &batch)
{
    return batch.batch_no.text();
}
std::string name_of(const Shipment &shipment)
{
    return shipment.shipment_no.text();
}
std::string name_of(const Claim &claim)
{
    return claim.claim_no.text();
}
std::string name_of(const Discrepancy &discrepancy)
{
    return discrepancy.id.to_text();
}
std::string name_of(const Reconciliation &run)
{
    return run.id.to_text();
}
std::string name_of(const Operator &person)
{
    return person.name.text();
}
std::string name_of(const ExceptionOutcome &outcome)
{
    return (outcome.refund ? name_of(*outcome.refund) : std::string("-")) + " " +
           (outcome.shipment ? name_of(*outcome.shipment) : std::string("-"));
}

struct Performed {
    Work &work;
    const OperatorName &by;

    // It answers with nothing of its own.
    Result<std::string> operator()(const decision::AddOperator &made) const
    {
        return act(work, made, by).map([&] { return made.person.name.text(); });
    }
    template<typename T>
    Result<std::string> operator()(const T &made) const
    {
        return act(work, made, by).map([](const auto &changed) { return name_of(changed); });
    }
};

}  // namespace

Result<std::string> perform(Work &work, const Decision &decision, const OperatorName &by)
{
    return std::visit(Performed{work, by}, decision);
}

}  // namespace aftercharge
