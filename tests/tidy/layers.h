// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace aftercharge::tidy {

// The layer that a path belongs to: "app", "ui", "models/item", …, "tests", "resources"; empty
// for a file outside all of them.
QString layer_of(const QString &path);

// Whether a file of layer `from` may include one of layer `to`:
// app → ui → models/item → models/{live,reports,workflow} → models/{store,gateway}
//     → models/settlement → models/domain. tests may include everything, nothing includes tests.
bool may_include(const QString &from, const QString &to);

// The folder of one concrete store or gateway ("models/store/sqlcipher",
// "models/gateway/ocpp16", "models/gateway/payment/stripe") that a path is in, empty if it is in
// none. Interfaces lie in models/store, models/gateway and, of the latter, in payment, carrier,
// chargepoint and notify.
QString adapter_of(const QString &path);

// Whether a file may name a concrete store or gateway.
bool may_name_adapter(const QString &path, const QString &adapter);

}  // namespace aftercharge::tidy
