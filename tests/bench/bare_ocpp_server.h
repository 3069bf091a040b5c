// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include "tests/bench/bare_samples.h"

namespace aftercharge::bench {

// The baseline of the OCPP benchmark: what is left when everything is left out that a charging
// network needs. One thread; a QWebSocketServer; each frame parsed by QJsonDocument; the
// samples of one turn of the event loop stored in one commit; then their answers. No
// passwords, no state, no prices, no second look at a value.
class BareOcppServer : public QObject {
    Q_OBJECT

public:
    // `samples` outlives the server.
    explicit BareOcppServer(BareSamples &samples);
    quint16 listen();

private:
    struct Waiting {
        QPointer<QWebSocket> socket;
        QString answer;
    };
    void accept();
    void take(QWebSocket &socket, const QString &text);
    void take_meter_values(QWebSocket &socket, const QString &id, const QJsonObject &payload);
    void commit();

    BareSamples &samples_;
    QWebSocketServer server_;
    QTimer turn_over_;
    std::vector<Waiting> waiting_;
    std::vector<std::pair<std::int64_t, Reading>> gathered_;
    std::int64_t transactions_ = 0;
};

// The program of the process that serves it: prints "ready PORT"; ends on SIGTERM.
int run_bare_ocpp_server(const std::filesystem::path &file);

}  // namespace aftercharge::bench
