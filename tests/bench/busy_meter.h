// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>

namespace aftercharge::bench {

// How long the UI thread works at a stretch: events that follow each other with no rest
// between. Nothing can be shown or answered within such a stretch.
class BusyMeter {
public:
    BusyMeter() { timer_.start(); }

    void event_begins();
    void event_ends();
    void painted() { painted_ = true; }

    // Stretches in which something was painted.
    std::vector<double> painting_ms() const;
    // Frames that fell into a stretch and could not be shown in time.
    int missed_frames(double frame_ms) const;

private:
    struct Stretch {
        qint64 begin_ns = 0;
        qint64 end_ns = 0;
        bool painted = false;
        double ms() const { return static_cast<double>(end_ns - begin_ns) / 1e6; }
    };
    QElapsedTimer timer_;
    qint64 began_ns_ = 0;
    bool painted_ = false;
    std::vector<Stretch> stretches_;
};

// An application whose events can be timed: notify() is the one place that sees both ends.
class BenchApplication : public QApplication {
    Q_OBJECT

public:
    using QApplication::QApplication;
    void set_meter(BusyMeter *meter) { meter_ = meter; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    BusyMeter *meter_ = nullptr;
    int depth_ = 0;
};

}  // namespace aftercharge::bench
