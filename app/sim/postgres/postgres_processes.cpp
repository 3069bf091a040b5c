// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/postgres_processes.h"

#include <csignal>

#include <poll.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

namespace aftercharge::sim {

namespace {

constexpr int patience_ms = 10'000;

QByteArray content_of(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Every process of a server works in its data folder; a process that has ended has no folder.
QList<pid_t> processes_of(const QString &data_folder)
{
    const QByteArray wanted = QFile::encodeName(QFileInfo(data_folder).canonicalFilePath());
    QList<pid_t> found;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        bool is_number = false;
        const pid_t pid = entry.toInt(&is_number);
        const QString process = QStringLiteral("/proc/") + entry;
        if (!is_number || content_of(process + QStringLiteral("/comm")).trimmed() != "postgres")
            continue;
        char folder[4096];
        const auto size = ::readlink(QFile::encodeName(process + QStringLiteral("/cwd")).constData(), folder,
                                     sizeof folder);
        if (size > 0 && QByteArray(folder, size) == wanted)
            found.append(pid);
    }
    return found;
}

class ProcessHandle {
public:
    explicit ProcessHandle(pid_t pid) : handle_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}
    ~ProcessHandle()
    {
        if (handle_ >= 0)
            ::close(handle_);
    }
    ProcessHandle(const ProcessHandle &) = delete;
    ProcessHandle &operator=(const ProcessHandle &) = delete;

    bool has_ended_within(const QDeadlineTimer &deadline) const
    {
        if (handle_ < 0)
            return true;  // it was gone before it could be looked at
        pollfd entry{handle_, POLLIN, 0};
        return ::poll(&entry, 1, static_cast<int>(deadline.remainingTime())) == 1;
    }

private:
    int handle_;
};

bool kill_and_wait(pid_t pid, const QDeadlineTimer &deadline)
{
    const ProcessHandle handle(pid);
    ::kill(pid, SIGKILL);
    return handle.has_ended_within(deadline);
}

}  // namespace

PostmasterState postmaster_state(const QString &data_folder)
{
    // pid, folder, start, port, socket folder, address, "key id" of the shared memory, state
    const QList<QByteArray> lines = content_of(data_folder + QStringLiteral("/postmaster.pid")).split('\n');
    PostmasterState state;
    state.pid = lines.value(0).trimmed().toLongLong();
    state.is_ready = lines.value(7).trimmed() == "ready";
    bool has_memory = false;
    const int memory = lines.value(6).simplified().split(' ').value(1).toInt(&has_memory);
    state.shared_memory = has_memory ? memory : -1;
    return state;
}

Result<void> kill_postgres(const QString &data_folder)
{
    const QDeadlineTimer deadline(patience_ms);
    const PostmasterState state = postmaster_state(data_folder);
    // The parent first and stopped: it must neither start new children nor tend to those that die.
    const QList<pid_t> first = processes_of(data_folder);
    if (first.contains(static_cast<pid_t>(state.pid)))
        ::kill(static_cast<pid_t>(state.pid), SIGSTOP);
    // Again, until none is found: a child may have been made after the first look.
    for (QList<pid_t> left = processes_of(data_folder); !left.isEmpty(); left = processes_of(data_folder)) {
        for (const pid_t pid : std::as_const(left))
            ::kill(pid, SIGKILL);
        for (const pid_t pid : std::as_const(left)) {
            if (!kill_and_wait(pid, deadline))
                return fail(ErrorCode::StoreIo, "the server in " + data_folder.toStdString() + " cannot be killed");
        }
    }
    // The kernel keeps it when nobody removes it, until there is no room for the next server's.
    if (state.shared_memory >= 0)
        ::shmctl(state.shared_memory, IPC_RMID, nullptr);
    return {};
}

}  // namespace aftercharge::sim
