// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/busy_meter.h"

namespace aftercharge::bench {
namespace {

// A pause of the event loop's own length between two events is no rest.
constexpr qint64 rest_ns = 300'000;

}  // namespace

void BusyMeter::event_begins()
{
    began_ns_ = timer_.nsecsElapsed();
    painted_ = false;
}

void BusyMeter::event_ends()
{
    const qint64 now_ns = timer_.nsecsElapsed();
    if (stretches_.empty() || began_ns_ - stretches_.back().end_ns > rest_ns)
        stretches_.push_back({began_ns_, now_ns, false});
    stretches_.back().end_ns = now_ns;
    stretches_.back().painted = stretches_.back().painted || painted_;
}

std::vector<double> BusyMeter::painting_ms() const
{
    std::vector<double> painting;
    for (const Stretch &stretch : stretches_) {
        if (stretch.painted)
            painting.push_back(stretch.ms());
    }
    return painting;
}

int BusyMeter::missed_frames(double frame_ms) const
{
    int missed = 0;
    for (const Stretch &stretch : stretches_)
        missed += static_cast<int>(stretch.ms() / frame_ms);
    return missed;
}

bool BenchApplication::notify(QObject *receiver, QEvent *event)
{
    if (!meter_)
        return QApplication::notify(receiver, event);
    if (depth_++ == 0)
        meter_->event_begins();
    if (event->type() == QEvent::Paint)
        meter_->painted();
    const bool handled = QApplication::notify(receiver, event);
    if (--depth_ == 0)
        meter_->event_ends();
    return handled;
}

}  // namespace aftercharge::bench
