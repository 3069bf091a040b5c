// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/record.h"

namespace aftercharge::ctl {

Value text_or_null(std::string_view text)
{
    return text.empty() ? Value() : Value(text);
}

}  // namespace aftercharge::ctl
