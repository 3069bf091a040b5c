// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/set_gateway.h"

#include <QtCore/QUrl>

#include "models/domain/shipment.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

bool is_loopback(const QString &host)
{
    return host == QStringLiteral("localhost") || host == QStringLiteral("127.0.0.1") || host == QStringLiteral("::1");
}

Result<void> check(const GatewayAccount &account)
{
    if (!from_text<PaymentProvider>(account.gateway) && !from_text<CarrierProvider>(account.gateway))
        return fail(ErrorCode::InputInvalid, account.gateway + " is no gateway");
    const QUrl url(QString::fromStdString(account.base_url), QUrl::StrictMode);
    const bool safe = url.scheme() == QStringLiteral("https") ||
                      (url.scheme() == QStringLiteral("http") && is_loopback(url.host()));
    if (!url.isValid() || url.host().isEmpty() || !safe)
        return fail(ErrorCode::InputInvalid, "base_url is neither https nor http to this machine");
    if (account.secrets.empty())
        return fail(ErrorCode::InputInvalid, account.gateway + ": no secrets");
    return {};
}

}  // namespace

Result<void> set_gateway(Work &work, const GatewayAccount &account, const Actor &actor)
{
    if (auto checked = check(account); !checked)
        return checked;
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    if (auto permitted = check_actor((*unit)->registry(), actor, Right::Administer); !permitted)
        return permitted;
    GatewayAccount changed = account;
    changed.changed_at = work.clock.now();
    if (auto put = (*unit)->gateways().put_account(changed); !put)
        return put;
    if (auto noted = audit(**unit, work, actor, "gateway.set", "gateway_account", account.gateway, account.base_url);
        !noted)
        return noted;
    work.changes.rows.push_back({ChangedTable::Registry, account.gateway, 0});
    return (*unit)->commit();
}

}  // namespace aftercharge
