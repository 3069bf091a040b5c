// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/curve_buffer.h"

#include <algorithm>
#include <cassert>

namespace aftercharge {

CurveBuffer::CurveBuffer(std::size_t capacity) : capacity_(std::max<std::size_t>(capacity, 2)) {}

const CurvePoint &CurveBuffer::at(std::size_t index) const
{
    assert(index < size_);
    return ring_[(head_ + index) % ring_.size()];
}

CurvePoint &CurveBuffer::slot(std::size_t index)
{
    return ring_[(head_ + index) % ring_.size()];
}

void CurveBuffer::drop_oldest()
{
    head_ = (head_ + 1) % ring_.size();
    --size_;
}

void CurveBuffer::append(const CurvePoint &point)
{
    const std::size_t index = size_ > 0 && point.at > back().at ? size_ : lower_bound(point.at);
    if (index < size_ && at(index).at == point.at) {
        slot(index) = point;
        return;
    }
    insert(index, point);
}

void CurveBuffer::insert(std::size_t index, const CurvePoint &point)
{
    if (size_ == capacity_) {
        if (index == 0)
            return;
        drop_oldest();
        --index;
    }
    if (size_ == ring_.size()) {
        // The ring grows as it fills, so that a short session costs little.
        std::rotate(ring_.begin(), ring_.begin() + static_cast<std::ptrdiff_t>(head_), ring_.end());
        head_ = 0;
        ring_.resize(std::min(capacity_, std::max<std::size_t>(256, ring_.size() * 2)));
    }
    ++size_;
    for (std::size_t i = size_ - 1; i > index; --i)
        slot(i) = slot(i - 1);
    slot(index) = point;
}

void CurveBuffer::assign(std::vector<CurvePoint> points)
{
    clear();
    std::stable_sort(points.begin(), points.end(),
                     [](const CurvePoint &a, const CurvePoint &b) { return a.at < b.at; });
    for (const CurvePoint &point : points)
        append(point);
}

void CurveBuffer::clear()
{
    head_ = 0;
    size_ = 0;
}

std::size_t CurveBuffer::lower_bound(UtcTime time) const
{
    std::size_t low = 0;
    std::size_t high = size_;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle).at < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::size_t CurveBuffer::nearest(UtcTime time) const
{
    assert(size_ > 0);
    const std::size_t after = lower_bound(time);
    if (after == 0)
        return 0;
    if (after == size_)
        return size_ - 1;
    return at(after).at - time < time - at(after - 1).at ? after : after - 1;
}

}  // namespace aftercharge
