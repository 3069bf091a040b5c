// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/query.h"
#include "models/store/sql/sql_registry.h"

namespace aftercharge {
namespace {

QString tariff_columns()
{
    return QStringLiteral("tariff_id, version, currency, json, imported_at");
}

}  // namespace

static void read_row(Query &row, StoredTariff &t)
{
    row.read(t.id, t.version, t.currency, t.json, t.imported_at);
}

static void read_row(Query &row, AccessToken &t)
{
    row.read(BytesOut{t.sha256}, t.order_no, t.desk, t.issued_at, t.expires_at);
}

Result<StoredTariff> SqlRegistry::tariff(const TariffId &id)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM tariff WHERE tariff_id = ? ORDER BY version DESC LIMIT 1")
                    .arg(tariff_columns()));
    return one<StoredTariff>(query.bind(id), ErrorCode::TariffNotFound, id.text());
}

Result<StoredTariff> SqlRegistry::tariff(const TariffId &id, std::int64_t version)
{
    Query query(context_.database,
                QStringLiteral("SELECT %1 FROM tariff WHERE tariff_id = ? AND version = ?").arg(tariff_columns()));
    return one<StoredTariff>(query.bind(id, version), ErrorCode::TariffNotFound,
                             id.text() + " version " + std::to_string(version));
}

Result<std::vector<StoredTariff>> SqlRegistry::tariffs()
{
    Query query(context_.database, QStringLiteral("SELECT %1 FROM tariff t WHERE version = (SELECT MAX(version) FROM "
                                                  "tariff n WHERE n.tariff_id = t.tariff_id) ORDER BY tariff_id")
                                       .arg(tariff_columns()));
    return all<StoredTariff>(query);
}

Result<void> SqlRegistry::put_tariff(const StoredTariff &t)
{
    const auto newest = tariff(t.id);
    if (!newest && newest.error().code != ErrorCode::TariffNotFound)
        return tl::unexpected(newest.error());
    // The same tariff imported again is no change.
    if (newest && newest->json == t.json && newest->currency == t.currency)
        return {};
    const std::int64_t version = newest ? newest->version + 1 : 1;
    Query query(context_.database, insert_sql(QStringLiteral("tariff"), tariff_columns()));
    return write(query.bind(t.id, version, t.currency, t.json, t.imported_at));
}

Result<std::optional<AccessToken>> SqlRegistry::token(std::string_view sha256)
{
    Query query(
        context_.database,
        QStringLiteral("SELECT sha256, order_no, desk, issued_at, expires_at FROM access_token WHERE sha256 = ?"));
    return first<AccessToken>(query.bind(BytesIn{sha256}));
}

Result<void> SqlRegistry::add_token(const AccessToken &t)
{
    Query query(context_.database, insert_sql(QStringLiteral("access_token"),
                                              QStringLiteral("sha256, order_no, desk, issued_at, expires_at")));
    return write(query.bind(BytesIn{t.sha256}, t.order_no, t.desk, t.issued_at, t.expires_at));
}

}  // namespace aftercharge
