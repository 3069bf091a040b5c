// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/workflow/open_ticket.h"

namespace aftercharge::ctl {

// The files that were named on the command line, with the media type that their name and
// content say. input.invalid names the file that cannot be read or is too large.
Result<std::vector<EvidenceFile>> read_evidence(const std::vector<std::string> &paths);

}  // namespace aftercharge::ctl
