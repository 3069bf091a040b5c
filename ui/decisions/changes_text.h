// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/workflow/approval_picture.h"

namespace aftercharge {

// The changes that changes_text() of models/workflow wrote, with or without the request's number
// before them; none where it is no such text. A value that looks like the next row's name is
// taken for it: for reading only.
std::vector<PictureChange> changes_from_text(const std::string &text);

}  // namespace aftercharge
