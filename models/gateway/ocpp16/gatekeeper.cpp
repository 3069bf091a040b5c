// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/gatekeeper.h"

#include <algorithm>

#include <QByteArray>

#include "models/domain/id.h"

namespace aftercharge::ocpp16 {
namespace {

using Verdict = chargepoint::AccessCheck::Verdict;

constexpr std::size_t key_bytes = 20;

bool is_hex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// The password as sent, then the other forms of an authorization key.
std::vector<std::string> forms_of(std::string_view password)
{
    std::vector<std::string> forms{std::string(password)};
    const QByteArray bytes(password.data(), static_cast<qsizetype>(password.size()));
    if (password.size() == key_bytes) {
        forms.push_back(bytes.toHex().toStdString());
        forms.push_back(bytes.toHex().toUpper().toStdString());
    } else if (password.size() == 2 * key_bytes && is_hex(password)) {
        forms.push_back(bytes.toLower().toStdString());
        forms.push_back(bytes.toUpper().toStdString());
        forms.push_back(QByteArray::fromHex(bytes).toStdString());
    }
    // Each form costs a hash: none is tried twice.
    forms.erase(std::remove(forms.begin() + 1, forms.end(), std::string(password)), forms.end());
    return forms;
}

}  // namespace

int Gatekeeper::judge_password(const UpgradeRequest &request) const
{
    const std::string &id = request.charge_point_id;
    if (!ChargePointId::from_text(id))
        return 404;
    // An id may hold a colon, so the user is cut by the id's length, not at the first colon.
    const std::string user = id + ':';
    const bool is_own = request.basic && request.basic->compare(0, user.size(), user) == 0;
    if (!is_own)
        return access_.check(id, {}) == Verdict::UnknownChargePoint ? 404 : 401;
    for (const std::string &password : forms_of(std::string_view(*request.basic).substr(user.size()))) {
        const Verdict verdict = access_.check(id, password);
        if (verdict == Verdict::Granted)
            return 0;
        if (verdict == Verdict::UnknownChargePoint)
            return 404;
    }
    return 401;
}

int Gatekeeper::judge(const UpgradeRequest &request, const std::string &address)
{
    if (limiter_.is_blocked(address, request.charge_point_id, clock_.now()))
        return 429;
    if (request.has_origin)
        return 403;
    const int status = judge_password(request);
    if (status != 0)
        limiter_.failed(address, request.charge_point_id, clock_.now());
    return status;
}

}  // namespace aftercharge::ocpp16
