// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtCore/QByteArray>

#include "models/domain/error.h"

namespace aftercharge {

// The HTTP request that opens a WebSocket, looked at before anything answers it:
// QWebSocketServer has no hook that could refuse one with 401.
struct UpgradeRequest {
    struct Header {
        QByteArray name;  // lower case
        QByteArray value;
    };
    QByteArray method;
    QByteArray path;  // as sent, with its query
    std::vector<Header> headers;

    // The value of a header, empty when it is missing; of several the first.
    QByteArray header(QByteArrayView lower_case_name) const;
    bool has_header(QByteArrayView lower_case_name) const;
    // Of "Authorization: Bearer …"; empty when there is none.
    QByteArray bearer_token() const;
};

inline constexpr qsizetype max_upgrade_head_bytes = 8'192;

// The size of the head with its blank line, once it has come whole.
std::optional<qsizetype> upgrade_head_size(const QByteArray &peeked);
// `head` as measured by upgrade_head_size. input.invalid when it is not HTTP/1.1.
Result<UpgradeRequest> parse_upgrade(const QByteArray &head);
// A whole answer that refuses: 400, 401, 403, 404, 503.
QByteArray refusal_text(int status);

}  // namespace aftercharge
