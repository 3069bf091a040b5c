// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include <QtCore/QtGlobal>

#include "models/workflow/report_intake.h"
#include "models/workflow/set_connection.h"

namespace aftercharge {

using namespace chargepoint;

void ReportIntake::set_connection(const Inbound &message, Connection connection)
{
    for (const RunningSession *session : sessions_.on_charge_point(message.charge_point_id))
        connections_[session->order().order_no] = connection;
}

// When a network loses its line, or the program ends, all connections go at once.
void ReportIntake::write_connections()
{
    auto pending = std::exchange(connections_, {});
    std::vector<ConnectionChange> changes;
    for (const auto &[order_no, connection] : pending)
        changes.push_back({order_no, connection});
    auto changed = set_order_connections(work_, changes);
    if (!changed) {
        qWarning("connections not written: %s", to_line(changed.error()).c_str());
        // Tried again with the next batch.
        if (changed.error().code != ErrorCode::OrderNotFound)
            connections_ = std::move(pending);
        return;
    }
    for (ChargingOrder &order : *changed) {
        if (RunningSession *session = sessions_.find(order.order_no)) {
            session->set_order(std::move(order));
            touch(*session);
        }
    }
}

void ReportIntake::handle(Inbound &message, const Connected &body)
{
    note(message, 0, DeviceEventKind::Connected, Severity::Info, body.protocol + " from " + body.remote_address);
    connected_.insert(message.charge_point_id);
    if (shares_store_) {
        // What its readings were until now another daemon knows better than this one.
        flush();
        if (const auto taken = sessions_.take_up(work_, message.charge_point_id); !taken)
            qWarning("sessions of %s not taken up: %s", message.charge_point_id.text().c_str(),
                     to_line(taken.error()).c_str());
    }
    set_connection(message, Connection::Online);
}

void ReportIntake::handle(Inbound &message, const Disconnected &body)
{
    note(message, 0, DeviceEventKind::Disconnected, Severity::Warning, body.why);
    connected_.erase(message.charge_point_id);
    set_connection(message, Connection::Offline);
}

}  // namespace aftercharge
