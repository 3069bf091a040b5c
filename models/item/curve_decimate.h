// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/item/curve_buffer.h"

namespace aftercharge {

struct CurveSample {
    UtcTime at;
    std::int64_t value = 0;
    bool starts_segment = false;  // no line from the sample before: silence longer than the gap

    friend bool operator==(const CurveSample &, const CurveSample &) = default;
};

struct CurveWindow {
    UtcTime from;
    UtcTime to;
    std::size_t max_points = 1200;
    Duration gap = std::chrono::seconds(90);  // six missed 15 s samples break the line
};

// Min/max decimation: the window is cut into equal stretches of time and of each the
// smallest and the largest reading stay, in the order in which they came, so that no peak
// and no dip is lost. One reading on either side of the window is kept so that the line
// reaches its edges. At most max_points (not less than 8) samples; excluded readings and
// missing values take no part.
std::vector<CurveSample> decimate(const CurveBuffer &buffer, CurveQuantity quantity, const CurveWindow &window);

}  // namespace aftercharge
