// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/store/gateways.h"

namespace aftercharge {

// Reads an account's settings by name and remembers the first that is missing or wrong, so
// that making an adapter reads as a list of what it needs. Never says what was in one.
class AccountSettings {
public:
    explicit AccountSettings(const GatewayAccount &account) : account_(account) {}

    std::string setting(const std::string &name) { return read(account_.settings, name); }
    std::string setting_or(const std::string &name, const std::string &otherwise) const;
    std::string secret(const std::string &name) { return read(account_.secrets, name); }
    // "https://HOST[:PORT]", without the slash at its end.
    std::string base_url(const std::string &otherwise);

    void refuse(const std::string &name, const std::string &why);
    bool ok() const { return wrong_.empty(); }
    // input.invalid "EASYPOST: contact_email is missing"
    Error error() const { return {ErrorCode::InputInvalid, account_.gateway + ": " + wrong_}; }

private:
    std::string read(const std::map<std::string, std::string> &values, const std::string &name);

    const GatewayAccount &account_;
    std::string wrong_;
};

}  // namespace aftercharge
