// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/ocpp16/server_options.h"

namespace aftercharge::test {

// A self-signed certificate for localhost and its EC key, made for this run.
ocpp16::TlsFiles make_tls_files();

}  // namespace aftercharge::test
