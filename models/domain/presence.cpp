// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/presence.h"

namespace aftercharge {

Error lease_held(const OperatorName &login, UtcTime until)
{
    return {ErrorCode::LeaseHeld, login.text() + ' ' + to_iso8601(until)};
}

std::optional<LeaseHolder> lease_holder(const Error &error)
{
    if (error.code != ErrorCode::LeaseHeld)
        return std::nullopt;
    const auto space = error.detail.find(' ');
    if (space == std::string::npos)
        return std::nullopt;
    const auto login = OperatorName::from_text(std::string_view(error.detail).substr(0, space));
    const auto until = parse_iso8601(std::string_view(error.detail).substr(space + 1));
    if (!login || !until)
        return std::nullopt;
    return LeaseHolder{*login, *until};
}

}  // namespace aftercharge
