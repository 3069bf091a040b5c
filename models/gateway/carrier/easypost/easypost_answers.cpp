// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/carrier/easypost/easypost_answers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include "models/gateway/carrier/easypost/easypost_json.h"
#include "models/gateway/http/unreadable.h"

namespace aftercharge::carrier {
namespace {

QLatin1String key(const char *name)
{
    return QLatin1String(name);
}

// "NOT_FOUND: The requested resource could not be found. (No eligible insurance found …)"
std::string error_words(const QJsonObject &error)
{
    QString words = error.value(key("code")).toString() % u": " % error.value(key("message")).toString();
    QStringList details;
    const QJsonArray listed = error.value(key("errors")).toArray();
    for (const auto &entry : listed) {
        const QJsonObject object = entry.toObject();
        const QString text = entry.isString() ? entry.toString()
                                              : object.value(key("field")).toString() % QChar(u' ') %
                                                    object.value(key("message")).toString();
        if (!text.trimmed().isEmpty())
            details.append(text.trimmed());
    }
    if (!details.isEmpty())
        words += u" (" % details.join(QStringLiteral("; ")) % QChar(u')');
    return as_words(words);
}

bool is_for_later(int status)
{
    return status == 401 || status == 402 || status == 403 || status == 409 || status == 429;
}

Outcome outcome_of_refusal(int status, bool in_its_shape, Purpose purpose)
{
    if (is_for_later(status))
        return Outcome::Later;
    // 408 is a server that gave up waiting: the call may be under way all the same.
    if (!in_its_shape || status < 400 || status >= 500 || status == 408)
        return Outcome::Unknown;
    return status == 404 && purpose == Purpose::Asks ? Outcome::NotFound : Outcome::Refused;
}

std::optional<ShipmentEvent> event_of(const std::string &status, const std::string &detail)
{
    if (status == "in_transit" || status == "out_for_delivery" || status == "available_for_pickup")
        return ShipmentEvent::PickedUp;
    if (status == "delivered")
        return ShipmentEvent::Delivered;
    if (status == "return_to_sender")
        return ShipmentEvent::Returned;
    if (status == "cancelled")
        return ShipmentEvent::Cancelled;
    if (status != "failure" && status != "error")
        return std::nullopt;
    if (detail == "lost")
        return ShipmentEvent::Lost;
    return detail == "damaged" ? ShipmentEvent::Damaged : ShipmentEvent::WentWrong;
}

std::string rate_messages(const QJsonObject &shipment)
{
    QStringList lines;
    const QJsonArray messages = shipment.value(key("messages")).toArray();
    for (const auto &entry : messages) {
        const QJsonObject message = entry.toObject();
        lines.append(message.value(key("carrier")).toString() % u": " % message.value(key("message")).toString());
    }
    return as_words(lines.join(QStringLiteral("; ")));
}

}  // namespace

Reply judge(const http::Answer &answer, Purpose purpose)
{
    if (answer.outcome == http::Outcome::NotSent)
        return {.outcome = Outcome::NotSent, .json = {}, .words = as_words(to_qstring(answer.problem))};
    if (answer.outcome == http::Outcome::Unknown)
        return {.outcome = Outcome::Unknown, .json = {}, .words = as_words(to_qstring(answer.problem))};
    const QByteArray body = QByteArray::fromRawData(answer.body.data(), static_cast<qsizetype>(answer.body.size()));
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (answer.status >= 200 && answer.status < 300 && !json.isEmpty())
        return {.outcome = Outcome::Done, .json = json, .words = {}};
    const QJsonObject error = json.value(key("error")).toObject();
    const std::string status = "HTTP " + std::to_string(answer.status);
    return {.outcome = outcome_of_refusal(answer.status, !error.isEmpty(), purpose),
            .json = {},
            .words = error.isEmpty() ? http::unreadable("EasyPost", answer) : status + " " + error_words(error)};
}

LabelAnswer label_of(const QJsonObject &shipment, Currency currency)
{
    LabelAnswer label;
    label.ext_external_id = text_of(shipment, key("id"));
    if (label.ext_external_id.empty()) {
        label.words = "a shipment without an id";
        return label;
    }
    label.outcome = Outcome::Done;
    label.tracking_no = text_of(shipment, key("tracking_code"));
    label.label_url = text_of(shipment.value(key("postage_label")).toObject(), key("label_url"));
    label.insured = amount_of(shipment, key("insurance"), currency).value_or(Money::zero(currency));
    return label;
}

std::string cheapest_rate(const QJsonObject &shipment, Currency currency, std::string &why)
{
    std::string best;
    Money price;
    const QJsonArray rates = shipment.value(key("rates")).toArray();
    for (const auto &entry : rates) {
        const QJsonObject rate = entry.toObject();
        const std::string id = text_of(rate, key("id"));
        const auto amount = amount_of(rate, key("rate"), currency);
        if (id.empty() || !amount || amount->is_negative() || text_of(rate, key("currency")) != currency.code())
            continue;
        if (best.empty() || amount->minor() < price.minor()) {
            best = id;
            price = *amount;
        }
    }
    if (best.empty()) {
        const std::string messages = rate_messages(shipment);
        why = "no rate in " + std::string(currency.code()) + (messages.empty() ? "" : ": " + messages);
    }
    return best;
}

CancelAnswer label_refund_of(const std::string &status)
{
    const auto done = [](LabelRefund standing) {
        return CancelAnswer{.outcome = Outcome::Done, .label_refund = standing, .words = {}};
    };
    if (status.empty())
        return done(LabelRefund::None);
    if (status == "submitted")
        return done(LabelRefund::Submitted);
    if (status == "refunded")
        return done(LabelRefund::Refunded);
    if (status == "rejected" || status == "not_applicable") {
        CancelAnswer answer = done(status == "rejected" ? LabelRefund::Rejected : LabelRefund::NotApplicable);
        answer.words = "EasyPost: the label's refund is " + status;
        return answer;
    }
    return {.outcome = Outcome::Unknown,
            .label_refund = LabelRefund::None,
            .words = "refund status " + as_words(to_qstring(status))};
}

TrackAnswer track_of(const QJsonObject &tracker)
{
    const std::string status = text_of(tracker, key("status"));
    if (status.empty())
        return {.outcome = Outcome::Unknown, .event = std::nullopt, .words = "a tracker without a status"};
    QString words = to_qstring(status);
    const QString detail = tracker.value(key("status_detail")).toString();
    if (!detail.isEmpty() && detail != words && detail != QLatin1String("status_update"))
        words += u", " % detail;
    const QJsonArray details = tracker.value(key("tracking_details")).toArray();
    const QString last = details.isEmpty() ? QString() : details.last().toObject().value(key("message")).toString();
    if (!last.isEmpty())
        words += u": " % last;
    return {.outcome = Outcome::Done, .event = event_of(status, detail.toStdString()), .words = as_words(words)};
}

}  // namespace aftercharge::carrier
