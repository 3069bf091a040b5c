// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <QJsonObject>
#include <QString>

#include "app/sim/session_meter.h"

// The payloads of OCPP 1.6 that a charge point sends.
namespace aftercharge::sim {

QString iso_text(UtcTime time);

QJsonObject boot_notification(const QString &charge_point_id);

struct ConnectorStatus {
    QString status = QStringLiteral("Available");
    QString error_code = QStringLiteral("NoError");
    QString info = {};
    QString vendor_error_code = {};
};
QJsonObject status_notification(int connector_id, const ConnectorStatus &status, UtcTime time);

QJsonObject start_transaction(int connector_id, const QString &id_tag, const MeterReading &reading);

// No transaction id: none was given.
QJsonObject meter_values(int connector_id, std::optional<qint64> transaction_id, const MeterReading &reading,
                         const QString &context);

// `data` becomes transactionData, left out when empty. The id is −1 when none was given.
QJsonObject stop_transaction(std::optional<qint64> transaction_id, const QString &id_tag, const QString &reason,
                             const MeterReading &reading, const std::vector<MeterReading> &data);

}  // namespace aftercharge::sim
