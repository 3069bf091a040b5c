// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

#include "models/domain/error.h"
#include "models/gateway/ocpp16/server_options.h"

namespace aftercharge::ocpp16 {

// Security profile 2: TLS 1.2 or newer, our certificate, none asked of the charge point.
// input.invalid for a certificate or a key (RSA or EC) that cannot be read.
Result<QSslConfiguration> tls_configuration(const TlsFiles &files);

}  // namespace aftercharge::ocpp16
