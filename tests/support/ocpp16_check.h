// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace aftercharge::test {

// What is wrong with a charge point's CALL by OCPP 1.6: field names, types and the words that
// are allowed. Empty: nothing.
QStringList check_call(const QString &action, const QJsonObject &payload);

}  // namespace aftercharge::test
