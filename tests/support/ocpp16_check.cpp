// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ocpp16_check.h"

#include <cmath>
#include <map>

#include <QJsonArray>

#include "models/domain/time.h"

using namespace Qt::StringLiterals;

namespace aftercharge::test {
namespace {

enum class Type { Text, Integer, Time, List, MeterValues };

struct Field {
    Type type;
    bool is_required = false;
    int longest = 500;
    QStringList words = {};
};
using Fields = std::map<QString, Field>;

const QStringList error_codes{
    u"ConnectorLockFailure"_s, u"EVCommunicationError"_s, u"GroundFailure"_s,     u"HighTemperature"_s,
    u"InternalError"_s,        u"LocalListConflict"_s,    u"NoError"_s,           u"OtherError"_s,
    u"OverCurrentFailure"_s,   u"OverVoltage"_s,          u"PowerMeterFailure"_s, u"PowerSwitchFailure"_s,
    u"ReaderFailure"_s,        u"ResetFailure"_s,         u"UnderVoltage"_s,      u"WeakSignal"_s};
const QStringList statuses{u"Available"_s, u"Preparing"_s, u"Charging"_s,    u"SuspendedEVSE"_s, u"SuspendedEV"_s,
                           u"Finishing"_s, u"Reserved"_s,  u"Unavailable"_s, u"Faulted"_s};
const QStringList reasons{u"DeAuthorized"_s, u"EmergencyStop"_s, u"EVDisconnected"_s, u"HardReset"_s,
                          u"Local"_s,        u"Other"_s,         u"PowerLoss"_s,      u"Reboot"_s,
                          u"Remote"_s,       u"SoftReset"_s,     u"UnlockCommand"_s};
const std::map<QString, QStringList> units{{u"Voltage"_s, {u"V"_s}},
                                           {u"Current.Import"_s, {u"A"_s}},
                                           {u"Power.Active.Import"_s, {u"W"_s, u"kW"_s}},
                                           {u"SoC"_s, {u"Percent"_s}},
                                           {u"Energy.Active.Import.Register"_s, {u"Wh"_s, u"kWh"_s}}};
const QStringList contexts{u"Sample.Periodic"_s, u"Transaction.Begin"_s, u"Transaction.End"_s, u"Trigger"_s};

const std::map<QString, Fields> &actions()
{
    static const std::map<QString, Fields> table{{u"BootNotification"_s,
                                                  {{u"chargePointVendor"_s, {Type::Text, true, 20}},
                                                   {u"chargePointModel"_s, {Type::Text, true, 20}},
                                                   {u"chargePointSerialNumber"_s, {Type::Text, false, 25}},
                                                   {u"firmwareVersion"_s, {Type::Text, false, 50}}}},
                                                 {u"Heartbeat"_s, {}},
                                                 {u"Authorize"_s, {{u"idTag"_s, {Type::Text, true, 20}}}},
                                                 {u"StatusNotification"_s,
                                                  {{u"connectorId"_s, {Type::Integer, true}},
                                                   {u"errorCode"_s, {Type::Text, true, 50, error_codes}},
                                                   {u"status"_s, {Type::Text, true, 50, statuses}},
                                                   {u"timestamp"_s, {Type::Time}},
                                                   {u"info"_s, {Type::Text, false, 50}},
                                                   {u"vendorId"_s, {Type::Text, false, 255}},
                                                   {u"vendorErrorCode"_s, {Type::Text, false, 50}}}},
                                                 {u"StartTransaction"_s,
                                                  {{u"connectorId"_s, {Type::Integer, true}},
                                                   {u"idTag"_s, {Type::Text, true, 20}},
                                                   {u"meterStart"_s, {Type::Integer, true}},
                                                   {u"timestamp"_s, {Type::Time, true}}}},
                                                 {u"MeterValues"_s,
                                                  {{u"connectorId"_s, {Type::Integer, true}},
                                                   {u"transactionId"_s, {Type::Integer}},
                                                   {u"meterValue"_s, {Type::MeterValues, true}}}},
                                                 {u"StopTransaction"_s,
                                                  {{u"transactionId"_s, {Type::Integer, true}},
                                                   {u"idTag"_s, {Type::Text, false, 20}},
                                                   {u"meterStop"_s, {Type::Integer, true}},
                                                   {u"timestamp"_s, {Type::Time, true}},
                                                   {u"reason"_s, {Type::Text, false, 50, reasons}},
                                                   {u"transactionData"_s, {Type::MeterValues}}}}};
    return table;
}

bool is_time(const QJsonValue &value)
{
    return value.isString() && parse_iso8601(value.toString().toStdString()).has_value();
}

bool is_integer(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

bool is_sample(const QJsonObject &sample)
{
    bool is_number = false;
    if (sample["value"_L1].isString())
        sample["value"_L1].toString().toDouble(&is_number);
    const auto allowed = units.find(sample["measurand"_L1].toString());
    for (const QString &key : sample.keys()) {
        if (!QStringList{u"value"_s, u"measurand"_s, u"unit"_s, u"context"_s, u"phase"_s, u"location"_s}.contains(key))
            return false;
    }
    return is_number && allowed != units.end() && allowed->second.contains(sample["unit"_L1].toString()) &&
           (!sample.contains("context"_L1) || contexts.contains(sample["context"_L1].toString()));
}

bool is_meter_values(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().isEmpty())
        return false;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonArray samples = entry["sampledValue"_L1].toArray();
        if (!is_time(entry["timestamp"_L1]) || samples.isEmpty())
            return false;
        for (const QJsonValue &sample : samples) {
            if (!is_sample(sample.toObject()))
                return false;
        }
    }
    return true;
}

bool fits(const Field &field, const QJsonValue &value)
{
    switch (field.type) {
    case Type::Text:
        return value.isString() && !value.toString().isEmpty() && value.toString().size() <= field.longest &&
               (field.words.isEmpty() || field.words.contains(value.toString()));
    case Type::Integer:
        return is_integer(value);
    case Type::Time:
        return is_time(value);
    case Type::List:
        return value.isArray();
    case Type::MeterValues:
        return is_meter_values(value);
    }
    return false;
}

}  // namespace

QStringList check_call(const QString &action, const QJsonObject &payload)
{
    const auto known = actions().find(action);
    if (known == actions().end())
        return {u"unknown action "_s + action};
    QStringList found;
    for (const auto &[name, field] : known->second) {
        if (field.is_required && !payload.contains(name))
            found += action + u": no "_s + name;
    }
    for (const QString &name : payload.keys()) {
        const auto field = known->second.find(name);
        if (field == known->second.end())
            found += action + u": unknown field "_s + name;
        else if (!fits(field->second, payload[name]))
            found += action + u": wrong "_s + name;
    }
    return found;
}

}  // namespace aftercharge::test
