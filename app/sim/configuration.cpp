// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/configuration.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace aftercharge::sim {

Configuration::Configuration(int connectors)
    : entries_{{u"HeartbeatInterval"_s, {u"300"_s, false, true}},
               {u"MeterValueSampleInterval"_s, {u"15"_s, false, true}},
               {u"MeterValuesSampledData"_s,
                {u"Voltage,Current.Import,Power.Active.Import,SoC,Energy.Active.Import.Register"_s}},
               {u"StopTxnSampledData"_s, {QString()}},
               {u"ClockAlignedDataInterval"_s, {u"0"_s, false, true}},
               {u"ConnectionTimeOut"_s, {u"60"_s, false, true}},
               {u"LocalAuthorizeOffline"_s, {u"true"_s}},
               {u"TransactionMessageAttempts"_s, {u"3"_s, false, true}},
               {u"TransactionMessageRetryInterval"_s, {u"1"_s, false, true}},
               {u"WebSocketPingInterval"_s, {u"0"_s, false, true}},
               {u"NumberOfConnectors"_s, {QString::number(connectors), true, true}},
               {u"SupportedFeatureProfiles"_s, {u"Core,RemoteTrigger"_s, true}}}
{
}

QJsonObject Configuration::change(const QJsonObject &request)
{
    const auto entry = entries_.find(request["key"_L1].toString());
    if (entry == entries_.end())
        return {{u"status"_s, u"NotSupported"_s}};
    const QString value = request["value"_L1].toString();
    bool is_number = false;
    const int number = value.toInt(&is_number);
    if (entry->second.read_only || (entry->second.is_number && (!is_number || number < 0)))
        return {{u"status"_s, u"Rejected"_s}};
    entry->second.value = value;
    return {{u"status"_s, u"Accepted"_s}};
}

QJsonObject Configuration::get(const QJsonObject &request) const
{
    const QJsonArray asked = request["key"_L1].toArray();
    QJsonArray known;
    QJsonArray unknown;
    const auto append = [&](const QString &key, const Entry &entry) {
        known.append(QJsonObject{{u"key"_s, key}, {u"readonly"_s, entry.read_only}, {u"value"_s, entry.value}});
    };
    for (const QJsonValue &key : asked) {
        const auto entry = entries_.find(key.toString());
        entry == entries_.end() ? unknown.append(key) : append(entry->first, entry->second);
    }
    if (asked.isEmpty()) {
        for (const auto &[key, entry] : entries_)
            append(key, entry);
    }
    return {{u"configurationKey"_s, known}, {u"unknownKey"_s, unknown}};
}

std::chrono::seconds Configuration::sample_interval() const
{
    // 0 would mean "none"; the simulator is there to report.
    return std::chrono::seconds(std::max(1, entries_.at(u"MeterValueSampleInterval"_s).value.toInt()));
}

void Configuration::set_heartbeat_interval(int seconds)
{
    entries_[u"HeartbeatInterval"_s].value = QString::number(seconds);
}

}  // namespace aftercharge::sim
