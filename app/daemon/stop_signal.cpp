// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/daemon/stop_signal.h"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

#include <QtCore/QSocketNotifier>

namespace aftercharge {
namespace {

// A signal handler can reach nothing but what is static.
std::atomic<int> write_end{-1};

void on_signal(int)
{
    const int error = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(write_end.load(), &byte, 1);
    errno = error;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal(std::function<void()> stop)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, sockets_) != 0)
        return;
    write_end = sockets_[0];
    notifier_ = std::make_unique<QSocketNotifier>(sockets_[1], QSocketNotifier::Read);
    QObject::connect(notifier_.get(), &QSocketNotifier::activated, [this, stop = std::move(stop)] {
        notifier_->setEnabled(false);
        asked_ = true;
        stop();
    });
    handle(SIGTERM, on_signal);
    handle(SIGINT, on_signal);
}

StopSignal::~StopSignal()
{
    // Who was asked to end is ending: another signal cuts nothing short.
    handle(SIGTERM, asked_ ? SIG_IGN : SIG_DFL);
    handle(SIGINT, asked_ ? SIG_IGN : SIG_DFL);
    write_end = -1;
    for (const int socket : sockets_) {
        if (socket >= 0)
            ::close(socket);
    }
}

}  // namespace aftercharge
