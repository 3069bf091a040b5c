// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QObject>

class QSocketNotifier;
class QTcpSocket;

namespace aftercharge::ocpp16 {

// The end of a connection that this side closes. A socket that is closed while the peer still
// sends resets the connection, and the peer may then lose what it was sent last: answers, and
// why it was closed. So the kernel's socket is kept a little longer than Qt's, says that nothing
// more comes, and throws away what arrives until the peer has closed too.
class Parting : public QObject {
public:
    // Before `socket` is closed. `over` is called once, never from within a call of this side;
    // not when it is destroyed before, which ends the waiting.
    Parting(QTcpSocket &socket, std::function<void()> over, QObject *parent);
    ~Parting() override;

    // After `socket` was closed; what it still has to write is written first.
    void begin(QTcpSocket &socket);

private:
    void shut();
    void discard();

    int descriptor_ = -1;
    std::function<void()> over_;
    std::unique_ptr<QSocketNotifier> notifier_;
};

}  // namespace aftercharge::ocpp16
