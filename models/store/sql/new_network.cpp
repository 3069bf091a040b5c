// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/new_network.h"

#include <QTimeZone>

#include "models/store/sql/query.h"

namespace aftercharge {

Result<void> check_network(const NetworkInput &network)
{
    if (network.name.empty())
        return fail(ErrorCode::InputInvalid, "a network has a name");
    if (network.currency.code().empty())
        return fail(ErrorCode::MoneyInvalidText, "a network has a currency");
    if (!QTimeZone(QByteArray::fromStdString(network.time_zone)).isValid())
        return fail(ErrorCode::TimeInvalid, "no such time zone: " + network.time_zone);
    return {};
}

Result<void> insert_telemetry_store(Database &database, const Uuid &store_id)
{
    Query query(database, insert_sql(QStringLiteral("telemetry_store"), QStringLiteral("one, store_id")));
    return write(query.bind(1, store_id));
}

}  // namespace aftercharge
