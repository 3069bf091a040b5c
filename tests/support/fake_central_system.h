// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QUrl>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QWebSocket;
class QWebSocketServer;
QT_END_NAMESPACE

namespace aftercharge::test {

// A CALL as it arrived.
struct ReceivedCall {
    QString charge_point_id;
    QString message_id;
    QString action;
    QJsonObject payload;
    int connection = 0;  // counted from 1 over all charge points
};

// A small, strict OCPP 1.6J central system on loopback for testing charge points. It accepts
// everything that is well formed and notes in `violations` what is not: frame shape, message
// ids, field names and types, words, a second CALL before the answer to the first, anything before
// an accepted Boot, wrong credentials.
class FakeCentralSystem : public QObject {
    Q_OBJECT
public:
    // nullopt: the answer of a friendly central system.
    using Answer = std::function<std::optional<QJsonObject>(const ReceivedCall &)>;

    explicit FakeCentralSystem(QObject *parent = nullptr);
    ~FakeCentralSystem() override;

    QUrl base_url() const;
    void set_password(const QString &charge_point_id, const QByteArray &password)
    {
        passwords_[charge_point_id] = password;
    }
    void set_answer(Answer answer) { answer_ = std::move(answer); }
    // The next `count` calls of `action` are answered with InternalError.
    void fail_next(const QString &action, int count) { failing_[action] += count; }
    // The next call of `action` is taken and the line cut instead of an answer.
    void cut_at(const QString &action) { cutting_.insert(action); }

    // The charge point's answer frame arrives in `answers`. False: not connected.
    bool call(const QString &charge_point_id, const QString &action, const QJsonObject &payload);
    void send_raw(const QString &charge_point_id, const QString &text);
    void drop(const QString &charge_point_id);

    std::vector<ReceivedCall> calls(const QString &action = {}) const;
    const std::vector<QJsonArray> &answers() const { return answers_; }
    const QStringList &violations() const { return violations_; }
    int connections() const { return connections_; }

Q_SIGNALS:
    void received(const aftercharge::test::ReceivedCall &call);
    void answered();

private:
    struct Line {
        QString id;
        QWebSocket *socket = nullptr;
        int number = 0;
        bool is_busy = false;
        QString outstanding;
    };

    void accept();
    void take(QWebSocket *socket, const QString &text);
    void take_call(Line &line, const QJsonArray &frame);
    void reply(QWebSocket *socket, const ReceivedCall &call);
    QJsonObject friendly(const ReceivedCall &call);
    Line *line_of(const QString &charge_point_id);

    QTcpServer *listener_;
    QWebSocketServer *server_;
    std::map<QWebSocket *, Line> lines_;
    std::map<QString, QByteArray> passwords_;
    QSet<QString> booted_;
    std::map<QString, int> failing_;
    QSet<QString> cutting_;
    Answer answer_;
    std::vector<ReceivedCall> calls_;
    std::map<std::pair<QString, QString>, std::size_t> by_message_;
    std::vector<QJsonArray> answers_;
    QStringList violations_;
    int connections_ = 0;
    int next_transaction_ = 1000;
    int next_message_ = 0;
    std::map<QString, int> transaction_of_start_;
};

}  // namespace aftercharge::test
