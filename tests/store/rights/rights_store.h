// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSqlDatabase>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include "app/sim/postgres/postgres_server.h"
#include "models/store/sql/shared_store.h"

namespace aftercharge {

// What a server answered to hand-written statements.
struct Answer {
    QString state;    // SQLSTATE; empty: nothing was refused
    QString word;     // of AC001: the code that the message begins with
    QString message;  // the whole of it
    QString value;    // the first column of the last row
};

// A connection under somebody's own login, with the search_path of a desk, as anybody with a
// password and psql has it.
class HandWritten {
public:
    HandWritten(const sim::PostgresServer &server, const QString &login, const QString &password);
    ~HandWritten();
    HandWritten(const HandWritten &) = delete;
    HandWritten &operator=(const HandWritten &) = delete;

    // One after the other, until one is refused.
    Answer say(const QStringList &statements);
    Answer say(const QString &statement) { return say(QStringList{statement}); }

private:
    QString name_;
};

// A shared store with people, orders, requests that wait, and things that are secret; made once
// for a test program. Amounts in fen:
//   ann   agent, approves nothing          ben   agent, up to 5,000
//   eve   ops                              sue, tom   supervisors, up to 100,000
//   ada   administrator, up to 50,000      old   supervisor, disabled
//   robot worker                           ghost a login in the supervisors' group, no operator
class RightsStore {
public:
    // People, and an empty ledger; then what stands in it.
    RightsStore();
    void fill();
    sim::PostgresServer &server() { return *server_; }
    std::unique_ptr<HandWritten> connect(const QString &login);
    // As the programs open it.
    SharedLocation location(const QString &login) const;
    // As superuser; ends the program where it fails.
    QString query(const QString &sql);
    // Every row of every table, every role, right, function and trigger.
    QString contents();

    static QString database() { return QStringLiteral("shop"); }
    // A login's SCRAM verifier for the password that all of them have.
    static QString verifier();

private:
    void make_people();

    QTemporaryDir folder_;
    std::unique_ptr<sim::PostgresServer> server_;
};

// 16 bytes as PostgreSQL writes them: 'n' in the last ones.
QString id_text(int n);

}  // namespace aftercharge
