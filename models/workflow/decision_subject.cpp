// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/decision.h"

namespace aftercharge {
namespace {

// What each is about; of those that are alike, by the member that says it.
struct Subject {
    std::string operator()(const decision::UnlockConnector &made) const
    {
        return made.connector.charge_point_id.text();
    }
    std::string operator()(const decision::ResetChargePoint &made) const { return made.charge_point_id.text(); }
    std::string operator()(const decision::OpenTicket &made) const { return made.draft.order_no.text(); }
    std::string operator()(const decision::RequestRefund &made) const { return made.draft.order_no.text(); }
    std::string operator()(const decision::RequestGoodsRefund &made) const { return made.draft.order_no.text(); }
    std::string operator()(const decision::DecideException &made) const
    {
        if (made.parts.refund)
            return made.parts.refund->order_no.text();
        return made.parts.reship ? made.parts.reship->order_no.text() : std::string{};
    }
    std::string operator()(const decision::RequestBatch & /*made*/) const { return {}; }
    std::string operator()(const decision::OpenClaim &made) const { return made.draft.shipment_no.text(); }
    std::string operator()(const decision::DecideClaim &made) const { return made.draft.claim_no.text(); }
    std::string operator()(const decision::ResolveDiscrepancy &made) const { return made.id.to_text(); }
    std::string operator()(const decision::Reconcile &made) const { return made.day; }
    std::string operator()(const decision::AddOperator &made) const { return made.person.name.text(); }

    template<typename T>
    requires requires(const T &made) { made.order_no; }
    std::string operator()(const T &made) const { return made.order_no.text(); }
    template<typename T>
    requires requires(const T &made) { made.ticket_no; }
    std::string operator()(const T &made) const { return made.ticket_no.text(); }
    template<typename T>
    requires requires(const T &made) { made.refund_no; }
    std::string operator()(const T &made) const { return made.refund_no.text(); }
    template<typename T>
    requires requires(const T &made) { made.shipment_no; }
    std::string operator()(const T &made) const { return made.shipment_no.text(); }
    template<typename T>
    requires requires(const T &made) { made.claim_no; }
    std::string operator()(const T &made) const { return made.claim_no.text(); }
    template<typename T>
    requires requires(const T &made) { made.batch_no; }
    std::string operator()(const T &made) const { return made.batch_no.text(); }
    // Of an operator.
    template<typename T>
    requires requires(const T &made) { made.name; }
    std::string operator()(const T &made) const { return made.name.text(); }
};

}  // namespace

std::string subject_of(const Decision &decision)
{
    return std::visit(Subject{}, decision);
}

}  // namespace aftercharge
