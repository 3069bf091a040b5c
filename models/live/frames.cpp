// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/frames.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include "models/live/json_fields.h"
#include "models/live/session_json.h"

namespace aftercharge::frames {
namespace {

using L1 = QLatin1String;

QByteArray frame_text(L1 name, const QJsonValue &value)
{
    return QJsonDocument(QJsonObject{{name, value}}).toJson(QJsonDocument::Compact);
}

template<typename T, typename ToJson>
QJsonArray array_of(const std::vector<T> &values, ToJson to_json)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(to_json(value));
    return array;
}

struct Encoder {
    QByteArray operator()(const Hello &hello) const
    {
        return frame_text(L1("hello"), QJsonObject{{L1("protocol"), hello.protocol},
                                                   {L1("server_time"), json_time(hello.server_time)}});
    }
    QByteArray operator()(const Snapshot &snapshot) const
    {
        return frame_text(L1("snapshot"), array_of(snapshot.sessions, session_to_json));
    }
    QByteArray operator()(const Samples &samples) const
    {
        return frame_text(L1("samples"), array_of(samples.sessions, sample_to_json));
    }
    QByteArray operator()(const Session &session) const
    {
        QJsonObject object = session_to_json(session.session);
        object[L1("event")] = to_qstring(to_text(session.event));
        return frame_text(L1("session"), object);
    }
    QByteArray operator()(const Changed &row) const
    {
        return frame_text(L1("changed"), QJsonObject{{L1("table"), to_qstring(to_text(row.table))},
                                                     {L1("id"), to_qstring(row.id)},
                                                     {L1("version"), static_cast<qint64>(row.version)}});
    }
    QByteArray operator()(const Notice &notice) const { return frame_text(L1("notice"), notice_to_json(notice)); }
    QByteArray operator()(const DeviceEvents &events) const
    {
        return frame_text(L1("events"), array_of(events.events, event_to_json));
    }
    QByteArray operator()(const TicketAnswer &answer) const
    {
        return frame_text(L1("ticket"), QJsonObject{{L1("ticket_no"), to_qstring(answer.ticket_no.text())}});
    }
    QByteArray operator()(const Error &error) const
    {
        return frame_text(L1("error"), QJsonObject{{L1("code"), to_qstring(code_text(error.code))},
                                                   {L1("message"), to_qstring(error.detail)}});
    }
};

template<typename T, typename FromJson>
Result<std::vector<T>> vector_of(const QJsonValue &value, FromJson from_json)
{
    if (!value.isArray())
        return fail(ErrorCode::InputInvalid, "an array is expected");
    std::vector<T> values;
    for (const QJsonValue &entry : value.toArray()) {
        Result<T> decoded = from_json(entry.toObject());
        if (!decoded)
            return tl::unexpected<Error>(decoded.error());
        values.push_back(std::move(*decoded));
    }
    return values;
}

Result<Frame> decode_hello(const QJsonObject &object)
{
    JsonFields fields(object);
    Hello hello;
    hello.protocol = static_cast<int>(fields.integer(L1("protocol")));
    hello.server_time = fields.time(L1("server_time"));
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    return hello;
}

Result<Frame> decode_session(const QJsonObject &object)
{
    JsonFields fields(object);
    const auto event = fields.enumeration<SessionEvent>(L1("event"));
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    return session_from_json(object).map([&](const SessionView &view) { return Frame(Session{event, view}); });
}

Result<Frame> decode_changed(const QJsonObject &object)
{
    JsonFields fields(object);
    Changed row;
    row.table = fields.enumeration<ChangedTable>(L1("table"));
    row.id = fields.text(L1("id"));
    row.version = fields.integer(L1("version"));
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    return row;
}

Result<Frame> decode_ticket_answer(const QJsonObject &object)
{
    JsonFields fields(object);
    const auto ticket_no = fields.id<TicketNo>(L1("ticket_no"));
    if (!fields.ok())
        return tl::unexpected<Error>(fields.error());
    return TicketAnswer{ticket_no};
}

Result<Frame> decode_error(const QJsonObject &object)
{
    JsonFields fields(object);
    const auto code = code_from_text(fields.text(L1("code")));
    return Error{code.value_or(ErrorCode::Internal), fields.text(L1("message"))};
}

}  // namespace

QByteArray encode(const Frame &frame)
{
    return std::visit(Encoder{}, frame);
}

Result<Frame> decode(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object.size() != 1)
        return fail(ErrorCode::InputInvalid, "a frame is a JSON object with one key");
    const QString kind = object.begin().key();
    const QJsonValue value = object.begin().value();
    const auto as_frame = [](auto decoded) { return Frame(std::move(decoded)); };
    if (kind == L1("samples"))
        return vector_of<SessionView>(value, sample_from_json).map([](auto all) { return Frame(Samples{all}); });
    if (kind == L1("snapshot"))
        return vector_of<SessionView>(value, session_from_json).map([](auto all) { return Frame(Snapshot{all}); });
    if (kind == L1("session"))
        return decode_session(value.toObject());
    if (kind == L1("changed"))
        return decode_changed(value.toObject());
    if (kind == L1("notice"))
        return notice_from_json(value.toObject()).map(as_frame);
    if (kind == L1("events"))
        return vector_of<DeviceEvent>(value, event_from_json).map([](auto all) { return Frame(DeviceEvents{all}); });
    if (kind == L1("hello"))
        return decode_hello(value.toObject());
    if (kind == L1("ticket"))
        return decode_ticket_answer(value.toObject());
    if (kind == L1("error"))
        return decode_error(value.toObject());
    return fail(ErrorCode::InputInvalid, "unknown frame");
}

QByteArray encode_sample(const SessionView &view)
{
    return QJsonDocument(sample_to_json(view)).toJson(QJsonDocument::Compact);
}

QByteArray join_samples(const std::vector<QByteArray> &entries)
{
    QByteArray frame = QByteArrayLiteral("{\"samples\":[");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0)
            frame += ',';
        frame += entries[i];
    }
    frame += "]}";
    return frame;
}

void apply_sample(SessionView &known, const SessionView &sample)
{
    known.state = sample.state;
    known.connection = sample.connection;
    known.at = sample.at;
    known.received_at = sample.received_at;
    known.voltage = sample.voltage;
    known.current = sample.current;
    known.power = sample.power;
    known.soc = sample.soc;
    known.energy = sample.energy;
    known.fee = sample.fee;
    known.estimated_end = sample.estimated_end;
    known.health = sample.health;
}

}  // namespace aftercharge::frames
