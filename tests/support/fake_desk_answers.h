// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_desk_service.h"

namespace aftercharge {

// What `map` has under `key`, or `missing` with the key's text.
template<typename Map, typename Key>
auto looked_up(const Map &map, const Key &key, ErrorCode missing) -> Result<typename Map::mapped_type>
{
    const auto found = map.find(key);
    if (found == map.end())
        return fail(missing, key.text());
    return found->second;
}

// One page of what there is: tests have no more rows than a page holds.
template<typename Row>
Answered<Page<Row>> paged(std::vector<Row> rows)
{
    return answered<Page<Row>>(Page<Row>{std::move(rows), {}});
}

}  // namespace aftercharge
