// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/demo/demo_summary.h"

namespace aftercharge {
class DeskService;
}  // namespace aftercharge

namespace aftercharge::demo {

// Sessions, stops, tickets and refunds as the desk reads them at the end of a story.
void count_rows(DeskService &desk, Summary &summary);

}  // namespace aftercharge::demo
