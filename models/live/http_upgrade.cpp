// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/http_upgrade.h"

#include <algorithm>

#include <QtCore/QList>

namespace aftercharge {
namespace {

constexpr qsizetype max_headers = 64;

QByteArrayView reason_phrase(int status)
{
    switch (status) {
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 503:
        return "Service Unavailable";
    default:
        return "Bad Request";
    }
}

const UpgradeRequest::Header *find_header(const UpgradeRequest &request, QByteArrayView name)
{
    const auto found = std::find_if(request.headers.begin(), request.headers.end(),
                                    [&](const UpgradeRequest::Header &header) { return header.name == name; });
    return found == request.headers.end() ? nullptr : &*found;
}

}  // namespace

QByteArray UpgradeRequest::header(QByteArrayView lower_case_name) const
{
    const Header *found = find_header(*this, lower_case_name);
    return found ? found->value : QByteArray();
}

bool UpgradeRequest::has_header(QByteArrayView lower_case_name) const
{
    return find_header(*this, lower_case_name) != nullptr;
}

QByteArray UpgradeRequest::bearer_token() const
{
    const QByteArray value = header("authorization");
    constexpr qsizetype scheme_size = 7;
    if (value.left(scheme_size).toLower() != "bearer ")
        return {};
    return value.mid(scheme_size).trimmed();
}

std::optional<qsizetype> upgrade_head_size(const QByteArray &peeked)
{
    const qsizetype end = peeked.indexOf("\r\n\r\n");
    return end < 0 ? std::nullopt : std::optional<qsizetype>(end + 4);
}

Result<UpgradeRequest> parse_upgrade(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.front().trimmed().split(' ');
    if (words.size() != 3 || words[2] != "HTTP/1.1")
        return fail(ErrorCode::InputInvalid, "not an HTTP/1.1 request");
    UpgradeRequest request{.method = words[0], .path = words[1], .headers = {}};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || request.headers.size() >= max_headers)
            return fail(ErrorCode::InputInvalid, "not an HTTP header");
        request.headers.push_back({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    return request;
}

QByteArray refusal_text(int status)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason_phrase(status).toByteArray() + "\r\n";
    if (status == 401)
        text += "WWW-Authenticate: Bearer\r\n";
    return text + "Content-Length: 0\r\nConnection: close\r\n\r\n";
}

}  // namespace aftercharge
