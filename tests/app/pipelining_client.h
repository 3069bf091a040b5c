// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include <QJsonObject>
#include <QObject>
#include <QWebSocket>

#include "models/domain/time.h"

namespace aftercharge {

// A charge point that does not wait for answers, which OCPP forbids and some do: it boots,
// starts, and then always has `window` readings unanswered, until it is cut off.
class PipeliningClient : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t window = 24;
    using Report = std::pair<UtcTime, std::int64_t>;  // when, and the register in Wh

    PipeliningClient(QString id, QString password, QString id_tag, quint16 port, std::int64_t meter_start);

    // The last that it sends, behind the readings that are under way.
    void stop();

    const QString &id() const { return id_; }
    bool is_running() const { return transaction_id_ > 0; }
    bool is_closed() const { return is_closed_; }
    int close_code() const { return socket_.closeCode(); }
    std::int64_t transaction_id() const { return transaction_id_; }
    std::size_t unanswered() const { return waiting_.size(); }
    const std::set<Report> &answered() const { return answered_; }
    bool has_sent_stop() const { return !stop_id_.isEmpty(); }
    bool is_stop_answered() const { return is_stop_answered_; }
    // What should not be: an error for an answer.
    const QStringList &complaints() const { return complaints_; }

Q_SIGNALS:
    void cut_off();

private:
    void on_text(const QString &text);
    void go_on();
    QString send(const char *action, const QJsonObject &payload);
    void send_report();
    std::pair<UtcTime, QString> next_time();

    QString id_;
    QString id_tag_;
    QWebSocket socket_;
    QString boot_id_;
    QString start_id_;
    QString stop_id_;
    std::map<QString, Report> waiting_;
    std::set<Report> answered_;
    QStringList complaints_;
    int messages_ = 0;
    UtcTime last_time_;
    std::int64_t register_;
    std::int64_t transaction_id_ = 0;
    bool is_stop_answered_ = false;
    bool is_closed_ = false;
};

}  // namespace aftercharge
