// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <QtCore/QProcess>
#include <QtCore/QStringList>

#include "models/domain/error.h"

namespace aftercharge::bench {

// What a process has used, from /proc.
struct ProcessUse {
    double cpu_seconds = 0;   // user and system
    double resident_mib = 0;  // now
};

// A program of ours in a process of its own; ended with SIGTERM.
class ChildProcess {
public:
    ~ChildProcess();

    // Returns when it has printed a line that begins with `ready`; the line.
    Result<std::string> start(const QString &program, const QStringList &arguments, const QString &state_home,
                              const QByteArray &ready, int timeout_ms = 30'000);
    ProcessUse use() const;
    // Waits until it has ended.
    Result<void> stop();

private:
    QProcess process_;
};

// Watches a process from a thread of its own, ten times a second.
class CpuWatch {
public:
    explicit CpuWatch(const ChildProcess &process);
    // Ends the watch. The cores that it used in its busiest stretch of so many seconds: the time
    // under load, without the connections' beginning and end.
    double busiest_cores(int seconds);

private:
    struct Sample {
        std::chrono::steady_clock::time_point at;
        double cpu_seconds = 0;
    };
    std::vector<Sample> samples_;  // the thread's until it has ended
    std::jthread thread_;
};

// build/bin, where this program lies too.
QString bin_folder();

}  // namespace aftercharge::bench
