// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QProcess>

#include "tests/app/ctl_store.h"

namespace aftercharge {

// The programs of a shop as processes: afterchargectl on its store, the sandboxes of
// aftercharge-sim, the daemon. Everything that any of them says is kept.
class CtlPrograms {
public:
    CtlPrograms();
    ~CtlPrograms();

    CtlStore &store() { return store_; }
    CtlRun run(const QString &line);
    CtlRun json(const QString &line) { return run(line + QStringLiteral(" --json")); }
    // aftercharge-sim with these words, to its end.
    CtlRun sim(const QStringList &words);

    // With its account files in `accounts`; false when it does not come up.
    bool start_sandboxes(const QByteArray &script);
    bool start_daemon();
    // Ends it with SIGTERM; its status.
    int stop_daemon();
    quint16 customer_port() const { return customer_port_; }
    QString account_file(const QString &gateway) const;

    // POST http://CARRIER/_sandbox/NAME; the answer's body.
    QByteArray tell_carrier(const QString &name, const QByteArray &json);

    // Until a record that `line` prints has the value, or 30 s; whether it has.
    bool await(const QString &line, const QString &field, const QString &value);
    // Until what `line` prints satisfies it, or 30 s.
    bool await(const QString &line, const std::function<bool(const CtlRun &)> &satisfied);

    // What stands in the files' [secrets], a PEM line by line, and the store's key.
    QByteArrayList secrets() const;
    QByteArray everything_said();

private:
    CtlRun keep(CtlRun run);
    std::unique_ptr<QProcess> start(const QString &program, const QStringList &words);
    bool hear(QProcess &process, const QByteArray &line);

    CtlStore store_;
    std::unique_ptr<QProcess> sandboxes_;
    std::unique_ptr<QProcess> daemon_;
    QString carrier_;
    quint16 webhook_port_ = 0;
    quint16 customer_port_ = 0;
    QByteArray said_;
};

}  // namespace aftercharge
