// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ticket_record.h"

#include <QtCore/QMimeDatabase>

namespace aftercharge::ctl {
namespace {

Records entry_records(const std::vector<TicketEntry> &entries)
{
    Records records;
    for (const TicketEntry &entry : entries) {
        Record record;
        record.add("at", entry.at)
            .add("kind", enum_value(entry.kind))
            .add("actor_source", enum_value(entry.actor.source))
            .add("actor_name", entry.actor.name)
            .add("text", text_or_null(entry.text));
        records.push_back(std::move(record));
    }
    return records;
}

Records evidence_records(const std::vector<Evidence> &files)
{
    Records records;
    for (const Evidence &file : files) {
        Record record;
        record.add("id", file.id)
            .add("name", file.name)
            .add("media_type", file.media_type)
            .add("size_bytes", file.size_bytes)
            .add("sha256", QByteArray::fromStdString(file.sha256).toHex().toStdString())
            .add("added_at", file.added_at);
        records.push_back(std::move(record));
    }
    return records;
}

Records event_records(const std::vector<DeviceEvent> &events)
{
    Records records;
    for (const DeviceEvent &event : events) {
        Record record;
        record.add("received_at", event.received_at)
            .add("reported_at", event.reported_at)
            .add("kind", enum_value(event.kind))
            .add("severity", enum_value(event.severity))
            .add("order_no", event.order_no)
            .add("detail", text_or_null(event.detail));
        records.push_back(std::move(record));
    }
    return records;
}

Records notice_records(const std::vector<Notice> &notices)
{
    Records records;
    for (const Notice &notice : notices) {
        Record record;
        record.add("event_id", notice.event_id).add("at", notice.at).add("kind", enum_value(notice.kind));
        records.push_back(std::move(record));
    }
    return records;
}

Records earlier_records(const std::vector<Ticket> &tickets)
{
    Records records;
    for (const Ticket &ticket : tickets) {
        Record record;
        record.add("ticket_no", ticket.ticket_no)
            .add("kind", enum_value(ticket.kind))
            .add("state", enum_value(ticket.state))
            .add("order_no", ticket.order_no)
            .add("opened_at", ticket.opened_at)
            .add("decision", text_or_null(ticket.decision));
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

Record ticket_record(const Ticket &ticket)
{
    Record record;
    record.add("ticket_no", ticket.ticket_no)
        .add("kind", enum_value(ticket.kind))
        .add("state", enum_value(ticket.state))
        .add("order_no", ticket.order_no)
        .add("shipment_no", ticket.shipment_no)
        .add("member_id", ticket.member_id)
        .add("charge_point_id", ticket.connector.charge_point_id)
        .add("connector_id", ticket.connector.connector_id)
        .add("reason", text_or_null(ticket.reason))
        .add("text", text_or_null(ticket.text))
        .add("source", enum_value(ticket.source))
        .add("assigned_to", ticket.assigned_to)
        .add("opened_at", ticket.opened_at)
        .add("due_at", ticket.due_at)
        .add("closed_at", ticket.closed_at)
        .add("decision", text_or_null(ticket.decision));
    return record;
}

Record dossier_record(const TicketDossier &dossier)
{
    Record record = ticket_record(dossier.ticket);
    if (dossier.order) {
        record.add("currency", dossier.order->order.prepaid.currency().code())
            .add("order_state", enum_value(dossier.order->order.state))
            .add("fee_minor", dossier.order->order.fee)
            .add("paid_minor", dossier.order->paid)
            .add("refunded_minor", dossier.order->order.refunded)
            .add("refundable_minor", dossier.order->refundable);
    }
    if (dossier.goods) {
        const GoodsOrder &order = dossier.goods->order;
        record.add("currency", order.paid.currency().code())
            .add("order_state", enum_value(order.state))
            .add("paid_minor", order.paid)
            .add("refunded_minor", order.refunded)
            .add("refundable_minor", dossier.goods->refundable);
    }
    record.add("entries", entry_records(dossier.entries))
        .add("evidence", evidence_records(dossier.evidence))
        .add("hardware_report", event_records(dossier.hardware_report))
        .add("notices", notice_records(dossier.notices))
        .add("earlier", earlier_records(dossier.earlier));
    return record;
}

std::string media_type_of(const std::string &name, const std::string &bytes)
{
    const QByteArray content = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const QMimeType type = QMimeDatabase().mimeTypeForFileNameAndData(QString::fromStdString(name), content);
    // Logs, CSV and the like are plain text to whoever looks at them.
    if (type.inherits(QStringLiteral("text/plain")))
        return "text/plain";
    return type.name().toStdString();
}

}  // namespace aftercharge::ctl
