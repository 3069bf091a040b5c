// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>

#include <QJsonObject>
#include <QString>

namespace aftercharge::sim {

// The configuration keys of a charge point, with ChangeConfiguration's and
// GetConfiguration's answers.
class Configuration {
public:
    explicit Configuration(int connectors);

    // {"status": Accepted | Rejected | NotSupported}
    QJsonObject change(const QJsonObject &request);
    // {"configurationKey": […], "unknownKey": […]}
    QJsonObject get(const QJsonObject &request) const;

    std::chrono::seconds sample_interval() const;
    void set_heartbeat_interval(int seconds);

private:
    struct Entry {
        QString value;
        bool read_only = false;
        bool is_number = false;
    };
    std::map<QString, Entry> entries_;
};

}  // namespace aftercharge::sim
