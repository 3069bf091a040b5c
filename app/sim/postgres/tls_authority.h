// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/domain/error.h"

namespace aftercharge::sim {

// PEM. A certificate authority of this run, and a server's certificate for "localhost" and 127.0.0.1
// that it signed. The authority's key is forgotten: it signs nothing else.
struct ServerCertificate {
    std::string ca;
    std::string certificate;
    std::string key;
};

// EC keys on P-256, good for ten years. Errors: internal.
Result<ServerCertificate> make_server_certificate();

}  // namespace aftercharge::sim
