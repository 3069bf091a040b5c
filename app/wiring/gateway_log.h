// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace aftercharge {

// "aftercharge.gateway". Names, codes and the gateways' sentences; never a key, never a body.
Q_DECLARE_LOGGING_CATEGORY(gateway_log)

}  // namespace aftercharge
