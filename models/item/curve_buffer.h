// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "models/item/curve_point.h"

namespace aftercharge {

// The newest `capacity` readings of one session in the order of time: a ring, so that a
// session of days costs no more than one of hours. A reading with the instant of a known
// one replaces it; a late one is put in its place (and dropped when the ring is full and it
// is older than everything kept).
class CurveBuffer {
public:
    explicit CurveBuffer(std::size_t capacity = 20'000);

    void append(const CurvePoint &point);
    void assign(std::vector<CurvePoint> points);  // any order
    void clear();

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    std::size_t capacity() const { return capacity_; }
    const CurvePoint &at(std::size_t index) const;  // 0 is the oldest
    const CurvePoint &front() const { return at(0); }
    const CurvePoint &back() const { return at(size_ - 1); }

    // The first index whose instant is not before `time`; size() when there is none.
    std::size_t lower_bound(UtcTime time) const;
    // The index of the reading nearest to `time`; the buffer must not be empty.
    std::size_t nearest(UtcTime time) const;

private:
    CurvePoint &slot(std::size_t index);
    void drop_oldest();
    void insert(std::size_t index, const CurvePoint &point);

    std::size_t capacity_;
    std::size_t head_ = 0;
    std::size_t size_ = 0;
    std::vector<CurvePoint> ring_;
};

}  // namespace aftercharge
