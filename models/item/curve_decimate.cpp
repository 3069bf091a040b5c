// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/curve_decimate.h"

#include <algorithm>
#include <optional>

namespace aftercharge {

namespace {

// Collects the readings of one stretch and gives out its smallest and largest.
class Stretch {
public:
    explicit Stretch(std::vector<CurveSample> &out) : out_(out) {}

    void add(const CurveSample &sample)
    {
        if (!low_ || sample.value < low_->value)
            low_ = sample;
        if (!high_ || sample.value > high_->value)
            high_ = sample;
    }

    void flush(bool &starts_segment)
    {
        if (!low_)
            return;
        CurveSample first = *low_;
        CurveSample second = *high_;
        if (second.at < first.at)
            std::swap(first, second);
        first.starts_segment = starts_segment;
        second.starts_segment = false;
        starts_segment = false;
        out_.push_back(first);
        if (second.at != first.at)
            out_.push_back(second);
        low_.reset();
        high_.reset();
    }

private:
    std::vector<CurveSample> &out_;
    std::optional<CurveSample> low_;
    std::optional<CurveSample> high_;
};

std::vector<CurveSample> collect(const CurveBuffer &buffer, CurveQuantity quantity, const CurveWindow &window)
{
    std::size_t begin = buffer.lower_bound(window.from);
    std::size_t end = buffer.lower_bound(window.to + Duration(1));
    begin = begin > 0 ? begin - 1 : 0;
    end = std::min(end + 1, buffer.size());
    std::vector<CurveSample> samples;
    samples.reserve(end > begin ? end - begin : 0);
    for (std::size_t i = begin; i < end; ++i) {
        const CurvePoint &point = buffer.at(i);
        const auto value = point.excluded ? std::nullopt : value_of(point, quantity);
        if (!value)
            continue;
        const bool apart = samples.empty() || point.at - samples.back().at > window.gap;
        samples.push_back({point.at, *value, apart});
    }
    return samples;
}

}  // namespace

std::vector<CurveSample> decimate(const CurveBuffer &buffer, CurveQuantity quantity, const CurveWindow &window)
{
    std::vector<CurveSample> samples = collect(buffer, quantity, window);
    const std::size_t most = std::max<std::size_t>(window.max_points, 8);
    if (samples.size() <= most)
        return samples;
    // The outermost two stay as they are; two samples a stretch for the rest. A line that
    // breaks inside a stretch begins anew with the next one.
    const std::int64_t stretches = static_cast<std::int64_t>((most - 2) / 2);
    const std::int64_t start = samples[1].at.time_since_epoch().count();
    const std::int64_t last = samples[samples.size() - 2].at.time_since_epoch().count();
    const std::int64_t span = last - start + 1;
    std::vector<CurveSample> out;
    out.reserve(most);
    out.push_back(samples.front());
    Stretch stretch(out);
    std::int64_t current = 0;
    bool starts_segment = false;
    for (std::size_t i = 1; i + 1 < samples.size(); ++i) {
        const std::int64_t place = (samples[i].at.time_since_epoch().count() - start) * stretches / span;
        if (place != current) {
            stretch.flush(starts_segment);
            current = place;
        }
        starts_segment = starts_segment || samples[i].starts_segment;
        stretch.add(samples[i]);
    }
    stretch.flush(starts_segment);
    out.push_back(samples.back());
    return out;
}

}  // namespace aftercharge
