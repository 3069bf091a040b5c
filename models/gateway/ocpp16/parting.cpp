// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/parting.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <QTcpSocket>

namespace aftercharge::ocpp16 {

Parting::Parting(QTcpSocket &socket, std::function<void()> over, QObject *parent)
    : QObject(parent), over_(std::move(over))
{
    if (socket.socketDescriptor() >= 0)
        descriptor_ = ::fcntl(static_cast<int>(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
}

Parting::~Parting()
{
    notifier_.reset();
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

void Parting::begin(QTcpSocket &socket)
{
    if (socket.state() == QAbstractSocket::UnconnectedState)
        shut();
    else
        connect(&socket, &QTcpSocket::disconnected, this, &Parting::shut);
}

void Parting::shut()
{
    if (descriptor_ < 0 || ::shutdown(descriptor_, SHUT_WR) != 0) {
        QMetaObject::invokeMethod(
            this, [this] { over_(); }, Qt::QueuedConnection);
        return;
    }
    notifier_ = std::make_unique<QSocketNotifier>(descriptor_, QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, &Parting::discard);
}

// One buffer a turn: a peer that never stops sending holds up nobody else.
void Parting::discard()
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t got = ::recv(descriptor_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR)))
        return;
    notifier_->setEnabled(false);
    over_();
}

}  // namespace aftercharge::ocpp16
