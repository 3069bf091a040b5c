// SPDX-License-Identifier: GPL-3.0-or-later
// The half of frames.h that a client sends; what comes here is a stranger's.
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include "models/live/frames.h"
#include "models/live/json_fields.h"

namespace aftercharge::frames {
namespace {

using L1 = QLatin1String;

Result<Request> decode_subscribe(const QJsonObject &object)
{
    JsonFields fields(object);
    const QJsonArray stations = fields.array(L1("stations"));
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    if (static_cast<std::size_t>(stations.size()) > max_stations)
        return fail(ErrorCode::InputInvalid, "too many stations");
    Subscribe subscribe;
    for (const QJsonValue &station : stations) {
        const auto id = StationId::from_text(station.toString().toStdString());
        if (!id)
            return fail(ErrorCode::InputInvalid, "stations: not an id");
        subscribe.stations.push_back(*id);
    }
    return subscribe;
}

Result<EvidenceFile> decode_evidence(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    JsonFields fields(object);
    EvidenceFile file{.name = fields.text(L1("name")), .media_type = fields.text(L1("media_type")), .bytes = {}};
    const QString base64 = object.value(L1("base64")).toString();
    if (!fields.ok() || file.name.empty() || file.name.size() > 255 || file.media_type.size() > 100)
        return fail(ErrorCode::InputInvalid, "evidence: name or media_type");
    const auto decoded = QByteArray::fromBase64Encoding(base64.toLatin1(), QByteArray::Base64Encoding |
                                                                               QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return fail(ErrorCode::InputInvalid, "evidence: base64");
    if (static_cast<std::size_t>(decoded.decoded.size()) > max_evidence_bytes)
        return fail(ErrorCode::InputInvalid, "evidence: a file is too large");
    file.bytes = decoded.decoded.toStdString();
    return file;
}

Result<std::vector<EvidenceFile>> decode_evidence_files(const QJsonArray &array)
{
    if (static_cast<std::size_t>(array.size()) > max_evidence_files)
        return fail(ErrorCode::InputInvalid, "evidence: too many files");
    std::vector<EvidenceFile> files;
    std::size_t total = 0;
    for (const QJsonValue &entry : array) {
        auto file = decode_evidence(entry);
        if (!file)
            return tl::unexpected<Error>(file.error());
        total += file->bytes.size();
        if (total > max_evidence_total_bytes)
            return fail(ErrorCode::InputInvalid, "evidence: too large together");
        files.push_back(std::move(*file));
    }
    return files;
}

Result<Request> decode_ticket(const QJsonObject &object)
{
    JsonFields fields(object);
    TicketRequest ticket;
    ticket.kind = fields.enumeration<TicketKind>(L1("kind"));
    ticket.order_no = fields.id<OrderNo>(L1("order_no"));
    ticket.shipment_no = fields.text(L1("shipment_no"));
    ticket.reason = fields.text(L1("reason"));
    ticket.text = fields.text(L1("text"));
    const QJsonArray evidence = fields.array(L1("evidence"));
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    if (ticket.text.empty() || ticket.text.size() > max_ticket_text_bytes)
        return fail(ErrorCode::InputInvalid, "text is empty or too long");
    if (ticket.reason.size() > max_reason_bytes)
        return fail(ErrorCode::InputInvalid, "reason is too long");
    auto files = decode_evidence_files(evidence);
    if (!files)
        return tl::unexpected<Error>(files.error());
    ticket.evidence = std::move(*files);
    return ticket;
}

}  // namespace

Result<Request> decode_request(const QByteArray &text)
{
    QJsonParseError parse_error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &parse_error);
    if (parse_error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::InputInvalid, "not a JSON object");
    const QJsonObject object = document.object();
    const QJsonValue subscribe = object.value(L1("subscribe"));
    const QJsonValue ticket = object.value(L1("ticket"));
    if (object.size() == 1 && subscribe.isObject())
        return decode_subscribe(subscribe.toObject());
    if (object.size() == 1 && ticket.isObject())
        return decode_ticket(ticket.toObject());
    return fail(ErrorCode::InputInvalid, "unknown request");
}

QByteArray encode(const Subscribe &subscribe)
{
    QJsonArray stations;
    for (const StationId &station : subscribe.stations)
        stations.append(to_qstring(station.text()));
    return QJsonDocument(QJsonObject{{L1("subscribe"), QJsonObject{{L1("stations"), stations}}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray encode(const TicketRequest &ticket)
{
    QJsonArray evidence;
    for (const EvidenceFile &file : ticket.evidence) {
        const QByteArray base64 = QByteArray::fromStdString(file.bytes).toBase64();
        evidence.append(QJsonObject{{L1("name"), to_qstring(file.name)},
                                    {L1("media_type"), to_qstring(file.media_type)},
                                    {L1("base64"), QString::fromLatin1(base64)}});
    }
    const QJsonObject object{{L1("kind"), to_qstring(to_text(ticket.kind))},
                             {L1("order_no"), to_qstring(ticket.order_no.text())},
                             {L1("shipment_no"), to_qstring(ticket.shipment_no)},
                             {L1("reason"), to_qstring(ticket.reason)},
                             {L1("text"), to_qstring(ticket.text)},
                             {L1("evidence"), evidence}};
    return QJsonDocument(QJsonObject{{L1("ticket"), object}}).toJson(QJsonDocument::Compact);
}

}  // namespace aftercharge::frames
