// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace aftercharge {

// Keyset paging: `after` is the `next` of the page before (opaque), empty for the first.
struct PageRequest {
    std::string after;
    int limit = 256;
    bool descending = true;
};

template<typename Row>
struct Page {
    std::vector<Row> rows;
    std::string next;  // empty: this was the last page
};

}  // namespace aftercharge
