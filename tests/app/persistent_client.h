// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QWebSocket>

#include "models/domain/time.h"

namespace aftercharge {

// A charge point that loses nothing: one CALL at a time, as OCPP has it; what was not answered
// when the connection went is sent again, the same words, when it is back. It boots, starts,
// reports as fast as it is answered and, when told, stops.
class PersistentClient : public QObject {
    Q_OBJECT

public:
    static constexpr std::int64_t meter_start = 1'000;

    struct Report {
        UtcTime at;
        std::int64_t register_wh = 0;
    };

    PersistentClient(QString id, QString password, QString id_tag, quint16 port);

    void connect_again();
    void finish() { is_finishing_ = true; }
    // What was answered with an error is said again a little later, as OCPP asks of a charge point
    // (TransactionMessageAttempts); without it an error is a complaint.
    void repeat_errors() { repeats_ = true; }

    bool is_running() const { return transaction_id_ > 0 && is_connected_; }
    bool is_done() const { return state_ == State::Done; }
    const QString &id() const { return id_; }
    std::int64_t transaction_id() const { return transaction_id_; }
    std::int64_t register_wh() const { return register_; }
    const std::vector<Report> &acknowledged() const { return acknowledged_; }
    // What should not be: an error for an answer, another transaction id for the same start.
    const QStringList &complaints() const { return complaints_; }
    int sent_again() const { return sent_again_; }

private:
    enum class State { Starting, Reporting, Stopping, Done };

    void on_connected();
    void on_disconnected();
    void on_text(const QString &text);
    void go_on();
    void send(const QString &action, const QJsonObject &payload);
    void send_again();
    void take_answer(const QJsonObject &payload);
    QJsonObject next_report();
    QString next_time();

    QString id_;
    QString password_;
    QString id_tag_;
    quint16 port_;
    QWebSocket socket_;
    QTimer retry_;
    State state_ = State::Starting;
    bool is_connected_ = false;
    bool is_booting_ = false;
    bool is_finishing_ = false;
    bool repeats_ = false;
    QString action_;  // outstanding, empty: none
    QJsonObject payload_;
    QString message_id_;
    int messages_ = 0;
    int sent_again_ = 0;
    UtcTime last_time_;
    std::int64_t register_ = meter_start;
    std::int64_t transaction_id_ = 0;
    std::vector<Report> acknowledged_;
    QStringList complaints_;
};

}  // namespace aftercharge
