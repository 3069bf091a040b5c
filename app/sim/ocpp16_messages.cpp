// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/ocpp16_messages.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

// Thousandths as text with one decimal: meters show tenths.
QString tenths_text(std::int64_t thousandths)
{
    return QString::number(thousandths / 1000) % u'.' % QString::number(thousandths % 1000 / 100);
}

QJsonObject sample(const QString &value, QLatin1String measurand, QLatin1String unit, const QString &context,
                   const QString &phase = {})
{
    QJsonObject object{{u"value"_s, value},
                       {u"measurand"_s, measurand},
                       {u"unit"_s, unit},
                       {u"context"_s, context},
                       {u"location"_s, u"Outlet"_s}};
    if (measurand == "SoC"_L1)
        object[u"location"_s] = u"EV"_s;
    if (!phase.isEmpty())
        object[u"phase"_s] = phase;
    return object;
}

QJsonArray samples(const MeterReading &reading, const QString &context)
{
    QJsonArray values;
    const QString volts = tenths_text(reading.voltage.value());
    const QString amperes = tenths_text(reading.current.value());
    for (int phase = 1; phase <= reading.phases && reading.phases > 1; ++phase) {
        const QString name = u"L%1"_s.arg(phase);
        values.append(sample(volts, "Voltage"_L1, "V"_L1, context, name % u"-N"));
        values.append(sample(amperes, "Current.Import"_L1, "A"_L1, context, name));
    }
    if (reading.phases == 1) {
        values.append(sample(volts, "Voltage"_L1, "V"_L1, context));
        values.append(sample(amperes, "Current.Import"_L1, "A"_L1, context));
    }
    values.append(sample(QString::number(reading.power.value()), "Power.Active.Import"_L1, "W"_L1, context));
    values.append(sample(tenths_text(reading.soc.value() * 100), "SoC"_L1, "Percent"_L1, context));
    values.append(
        sample(QString::number(reading.register_value.value()), "Energy.Active.Import.Register"_L1, "Wh"_L1, context));
    return values;
}

QJsonObject meter_value(const MeterReading &reading, const QString &context)
{
    return {{u"timestamp"_s, iso_text(reading.time)}, {u"sampledValue"_s, samples(reading, context)}};
}

}  // namespace

QString iso_text(UtcTime time)
{
    return QString::fromStdString(to_iso8601(time));
}

QJsonObject boot_notification(const QString &charge_point_id)
{
    return {{u"chargePointVendor"_s, u"Aftercharge"_s},
            {u"chargePointModel"_s, u"Simulator"_s},
            {u"chargePointSerialNumber"_s, charge_point_id.left(25)},
            {u"firmwareVersion"_s, u"0.1.0"_s}};
}

QJsonObject status_notification(int connector_id, const ConnectorStatus &status, UtcTime time)
{
    QJsonObject object{{u"connectorId"_s, connector_id},
                       {u"errorCode"_s, status.error_code},
                       {u"status"_s, status.status},
                       {u"timestamp"_s, iso_text(time)}};
    if (!status.info.isEmpty())
        object[u"info"_s] = status.info;
    if (!status.vendor_error_code.isEmpty()) {
        object[u"vendorErrorCode"_s] = status.vendor_error_code;
        object[u"vendorId"_s] = u"Aftercharge"_s;
    }
    return object;
}

QJsonObject start_transaction(int connector_id, const QString &id_tag, const MeterReading &reading)
{
    return {{u"connectorId"_s, connector_id},
            {u"idTag"_s, id_tag},
            {u"meterStart"_s, static_cast<qint64>(reading.register_value.value())},
            {u"timestamp"_s, iso_text(reading.time)}};
}

QJsonObject meter_values(int connector_id, std::optional<qint64> transaction_id, const MeterReading &reading,
                         const QString &context)
{
    QJsonObject object{{u"connectorId"_s, connector_id}, {u"meterValue"_s, QJsonArray{meter_value(reading, context)}}};
    if (transaction_id)
        object[u"transactionId"_s] = *transaction_id;
    return object;
}

QJsonObject stop_transaction(std::optional<qint64> transaction_id, const QString &id_tag, const QString &reason,
                             const MeterReading &reading, const std::vector<MeterReading> &data)
{
    QJsonObject object{{u"transactionId"_s, transaction_id.value_or(-1)},
                       {u"meterStop"_s, static_cast<qint64>(reading.register_value.value())},
                       {u"timestamp"_s, iso_text(reading.time)}};
    // The field is optional: absent means Local.
    if (reason != "Local"_L1)
        object[u"reason"_s] = reason;
    if (!id_tag.isEmpty())
        object[u"idTag"_s] = id_tag;
    QJsonArray values;
    for (const MeterReading &entry : data)
        values.append(meter_value(entry, &entry == &data.front() ? u"Transaction.Begin"_s : u"Transaction.End"_s));
    if (!values.isEmpty())
        object[u"transactionData"_s] = values;
    return object;
}

}  // namespace aftercharge::sim
