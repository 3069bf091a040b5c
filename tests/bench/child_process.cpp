// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/child_process.h"

#include <unistd.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>

namespace aftercharge::bench {
namespace {

constexpr int end_timeout_ms = 60'000;

QByteArray proc_file(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

ChildProcess::~ChildProcess()
{
    (void)stop();
}

Result<std::string> ChildProcess::start(const QString &program, const QStringList &arguments, const QString &state_home,
                                        const QByteArray &ready, int timeout_ms)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), state_home);
    process_.setProcessEnvironment(environment);
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start(program, arguments);
    QElapsedTimer timer;
    timer.start();
    while (process_.state() != QProcess::NotRunning && timer.elapsed() < timeout_ms) {
        while (process_.canReadLine()) {
            const QByteArray line = process_.readLine().trimmed();
            if (line.startsWith(ready))
                return line.toStdString();
        }
        process_.waitForReadyRead(100);
    }
    return fail(ErrorCode::Internal, program.toStdString() + " did not become ready");
}

ProcessUse ChildProcess::use() const
{
    ProcessUse use;
    // After the name in brackets: state is field 3, utime and stime 14 and 15.
    const QByteArray stat = proc_file(process_.processId(), "stat");
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() > 12)
        use.cpu_seconds = static_cast<double>(fields[11].toLongLong() + fields[12].toLongLong()) /
                          static_cast<double>(::sysconf(_SC_CLK_TCK));
    const QList<QByteArray> pages = proc_file(process_.processId(), "statm").split(' ');
    if (pages.size() > 1)
        use.resident_mib = static_cast<double>(pages[1].toLongLong() * ::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
    return use;
}

Result<void> ChildProcess::stop()
{
    if (process_.state() == QProcess::NotRunning)
        return {};
    process_.terminate();
    if (process_.waitForFinished(end_timeout_ms))
        return {};
    process_.kill();
    process_.waitForFinished();
    return fail(ErrorCode::Internal, process_.program().toStdString() + " did not end");
}

CpuWatch::CpuWatch(const ChildProcess &process)
    : thread_([this, &process](const std::stop_token &stop) {
          while (!stop.stop_requested()) {
              samples_.push_back({std::chrono::steady_clock::now(), process.use().cpu_seconds});
              std::this_thread::sleep_for(std::chrono::milliseconds(100));
          }
      })
{
}

double CpuWatch::busiest_cores(int seconds)
{
    thread_.request_stop();
    thread_.join();
    double most = 0;
    std::size_t first = 0;
    for (const Sample &last : samples_) {
        while (last.at - samples_[first].at > std::chrono::seconds(seconds))
            ++first;
        most = std::max(most, last.cpu_seconds - samples_[first].cpu_seconds);
    }
    return most / seconds;
}

QString bin_folder()
{
    return QCoreApplication::applicationDirPath();
}

}  // namespace aftercharge::bench
