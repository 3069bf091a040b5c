// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/json_map.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace aftercharge {

std::string to_json(const std::map<std::string, std::string> &values)
{
    QJsonObject object;
    for (const auto &[name, value] : values)
        object.insert(QString::fromStdString(name), QString::fromStdString(value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::map<std::string, std::string> from_json(const std::string &json)
{
    std::map<std::string, std::string> values;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        values.emplace(it.key().toStdString(), it.value().toString().toStdString());
    return values;
}

}  // namespace aftercharge
