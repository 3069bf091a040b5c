// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/error.h"
#include "models/gateway/ocpp16/server_options.h"

namespace aftercharge {

// The PEM texts of two files. input.invalid with the option that named the file (--ocpp-certificate,
// --ocpp-private-key) where one cannot be read; what is in them is checked when the listener starts.
Result<ocpp16::TlsFiles> read_tls_files(const std::string &certificate, const std::string &private_key);

}  // namespace aftercharge
