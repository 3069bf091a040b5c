// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/domain/error.h"
#include "models/domain/id.h"

namespace aftercharge {

// "SCRAM-SHA-256$4096:<salt>$<StoredKey>:<ServerKey>" (RFC 5803 with the keys of RFC 5802,
// section 3): what PostgreSQL keeps of a password, made here, so that the password itself
// reaches neither the server nor its log. The password is taken as it is, without SASLprep:
// PostgreSQL does the same where preparation fails. input.invalid under 8 bytes.
Result<std::string> scram_verifier(std::string_view password, Random &random);

}  // namespace aftercharge
