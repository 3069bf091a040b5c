// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/carrier/easypost/easypost_requests.h"

#include <array>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

#include "models/gateway/carrier/easypost/easypost_json.h"

namespace aftercharge::carrier {
namespace {

QByteArray bytes_of(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

std::string written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

http::Headers headers_of(const EasypostOptions &options)
{
    const std::string credentials = bytes_of(options.api_key + ":").toBase64().toStdString();
    return {{"Authorization", "Basic " + credentials}, {"Accept", "application/json"}};
}

QJsonObject address_of(const PostalAddress &address)
{
    QJsonObject object;
    const auto put = [&](QLatin1String name, const std::string &value) {
        if (!value.empty())
            object.insert(name, to_qstring(value));
    };
    put(QLatin1String("name"), address.name);
    put(QLatin1String("street1"), address.street1);
    put(QLatin1String("street2"), address.street2);
    put(QLatin1String("city"), address.city);
    put(QLatin1String("state"), address.state);
    put(QLatin1String("zip"), address.zip);
    put(QLatin1String("country"), address.country);
    put(QLatin1String("phone"), address.phone);
    put(QLatin1String("email"), address.email);
    return object;
}

QString type_of(ClaimType type)
{
    switch (type) {
    case ClaimType::Damage:
        return QStringLiteral("damage");
    case ClaimType::Loss:
        return QStringLiteral("loss");
    case ClaimType::Theft:
        return QStringLiteral("theft");
    }
    return {};
}

QString data_uri(const EvidenceBytes &evidence)
{
    return u"data:" % to_qstring(evidence.media_type) % u";base64," %
           QString::fromLatin1(bytes_of(evidence.bytes).toBase64());
}

bool has_word(const QString &name, std::initializer_list<QStringView> words)
{
    for (const QStringView word : words) {
        if (name.contains(word, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

// EasyPost wants to know of each file what it proves; all that is known here is its name and type.
QString list_of(const EvidenceBytes &evidence)
{
    const QString name = to_qstring(evidence.name);
    if (evidence.media_type.starts_with("text/") || has_word(name, {u"mail", u"chat", u"message", u"邮件", u"聊天"}))
        return QStringLiteral("email_evidence_attachments");
    if (evidence.media_type == "application/pdf" || has_word(name, {u"invoice", u"receipt", u"发票", u"收据"}))
        return QStringLiteral("invoice_attachments");
    return QStringLiteral("supporting_documentation_attachments");
}

}  // namespace

http::Request get_request(const EasypostOptions &options, const std::string &path)
{
    return {.method = http::Method::Get, .url = options.base_url + path, .headers = headers_of(options), .body = {}};
}

http::Request post_request(const EasypostOptions &options, const std::string &path, std::string body)
{
    http::Headers headers = headers_of(options);
    headers.emplace_back("Content-Type", "application/json");
    return {.method = http::Method::Post,
            .url = options.base_url + path,
            .headers = std::move(headers),
            .body = std::move(body)};
}

std::string percent_encoded(const std::string &name)
{
    return QUrl::toPercentEncoding(to_qstring(name)).toStdString();
}

std::string shipment_body(const EasypostOptions &options, const LabelCall &call)
{
    const QJsonObject parcel{{QStringLiteral("weight"), to_qstring(options.parcel_weight_oz).toDouble()}};
    const QJsonObject wishes{{QStringLiteral("currency"), to_qstring(options.currency.code())}};
    const QJsonObject shipment{{QStringLiteral("reference"), to_qstring(call.shipment_no.text())},
                               {QStringLiteral("from_address"), address_of(options.from)},
                               {QStringLiteral("to_address"), address_of(call.to)},
                               {QStringLiteral("parcel"), parcel},
                               {QStringLiteral("options"), wishes}};
    return written(QJsonObject{{QStringLiteral("shipment"), shipment}});
}

std::string buy_body(const std::string &rate_id, const Money &insure)
{
    QJsonObject body{{QStringLiteral("rate"), QJsonObject{{QStringLiteral("id"), to_qstring(rate_id)}}}};
    if (insure.is_positive())
        body.insert(QStringLiteral("insurance"), to_qstring(insure.to_text()));
    return written(body);
}

std::string claim_body(const EasypostOptions &options, const ClaimCall &call)
{
    QJsonObject body{{QStringLiteral("type"), type_of(call.type)},
                     {QStringLiteral("reference"), to_qstring(call.claim_no.text())},
                     {QStringLiteral("tracking_code"), to_qstring(call.tracking_no)},
                     {QStringLiteral("amount"), to_qstring(call.amount.to_text())},
                     {QStringLiteral("description"), to_qstring(call.description)},
                     {QStringLiteral("contact_email"), to_qstring(options.contact_email)}};
    for (const auto &list : {QStringLiteral("email_evidence_attachments"), QStringLiteral("invoice_attachments"),
                             QStringLiteral("supporting_documentation_attachments")})
        body.insert(list, QJsonArray());
    for (const EvidenceBytes &evidence : call.evidence) {
        QJsonArray list = body.value(list_of(evidence)).toArray();
        list.append(data_uri(evidence));
        body.insert(list_of(evidence), list);
    }
    return written(body);
}

}  // namespace aftercharge::carrier
