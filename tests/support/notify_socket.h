// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace aftercharge::test {

// A service manager's end of sd_notify: a datagram socket that the test owns.
class NotifySocket {
public:
    // "/a/path", or "@name" in the abstract name space.
    explicit NotifySocket(QString name);
    ~NotifySocket();
    NotifySocket(const NotifySocket &) = delete;
    NotifySocket &operator=(const NotifySocket &) = delete;

    bool is_open() const { return socket_ >= 0; }
    const QString &name() const { return name_; }
    // All that has come so far, each datagram as it was.
    const QStringList &told();
    void forget() { told_.clear(); }

private:
    QString name_;
    int socket_ = -1;
    QStringList told_;
};

}  // namespace aftercharge::test
