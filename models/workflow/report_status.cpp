// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/join_fault.h"
#include "models/workflow/report_intake.h"

namespace aftercharge {

using namespace chargepoint;

// The running sessions at a place; connector 0 is the whole charge point.
std::vector<RunningSession *> ReportIntake::sessions_at(const ConnectorId &place)
{
    return place.connector_id == 0 ? sessions_.on_charge_point(place.charge_point_id) : sessions_.on_connector(place);
}

void ReportIntake::handle(Inbound &message, const StatusReport &body)
{
    const ConnectorId place{message.charge_point_id, body.connector_id};
    const auto fault = faults_.note(place, body, message.received_at);
    OrderNo order_no;
    for (RunningSession *session : sessions_at(place)) {
        order_no = session->order().order_no;
        if (session->has_fault() != fault.has_value()) {
            session->set_fault(fault.has_value());
            touch(*session);
        }
    }
    std::string detail{to_text(body.status)};
    if (fault)
        detail += " " + body.error_code + " " + body.vendor_error_code + " " + body.info;
    note(message, body.connector_id, DeviceEventKind::Status, fault ? Severity::Fault : Severity::Info,
         std::move(detail), order_no);
    batch_.events.back().reported_at = body.at;
    keep_suspicions(message, nullptr);
    if (fault) {
        if (auto joined = join_to_stops(message, place, *fault); !joined)
            return try_again(message, joined.error());
    }
    answer(message, StatusAnswer{});
}

// A fault that came after the stop it explains.
Result<void> ReportIntake::join_to_stops(Inbound &message, const ConnectorId &place,
                                         const ConnectorFaults::Fault &fault)
{
    const Changes::Mark mark = work_.changes.mark();
    const auto amended = join_fault(work_, place, fault);
    if (!amended) {
        work_.changes.rewind(mark);
        return pass_on(amended);
    }
    for (const ChargingOrder &order : *amended) {
        note(message, order.connector.connector_id, DeviceEventKind::Stop, Severity::Fault,
             std::string(to_text(fault.reason)) + " (" + fault.detail + ") explains the stop", order.order_no);
        batch_.events.back().reported_at = fault.at;
        if (SessionView *view = sessions_.ended(order.order_no)) {
            view->stop_reason = order.stop_reason;
            work_.changes.sessions.push_back(*view);
        }
    }
    return {};
}

}  // namespace aftercharge
