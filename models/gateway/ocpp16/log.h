// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace aftercharge::ocpp16 {

// "aftercharge.ocpp". Never a password, never an Authorization header.
Q_DECLARE_LOGGING_CATEGORY(ocpp_log)

}  // namespace aftercharge::ocpp16
