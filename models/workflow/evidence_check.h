// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/workflow/open_ticket.h"

namespace aftercharge {

// Type, size and content of an attached file: PNG, JPEG, PDF or plain UTF-8 text, and the
// bytes must be what the type says. input.invalid names the file and what is wrong.
Result<void> check_evidence(const EvidenceFile &file);

}  // namespace aftercharge
