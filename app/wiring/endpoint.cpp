// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/endpoint.h"

#include <charconv>

#include <QtNetwork/QHostAddress>

namespace aftercharge {

Result<Endpoint> parse_endpoint(std::string_view text)
{
    const auto invalid = [&] { return fail(ErrorCode::InputInvalid, "ADDRESS:PORT, not " + std::string(text)); };
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return invalid();
    std::string_view address = text.substr(0, colon);
    const std::string_view port = text.substr(colon + 1);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    Endpoint endpoint{std::string(address), 0};
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
    if (error != std::errc{} || end != port.data() + port.size() ||
        QHostAddress(QString::fromStdString(endpoint.address)).isNull())
        return invalid();
    return endpoint;
}

}  // namespace aftercharge
