// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/remote/remote_daemon.h"

#include <algorithm>
#include <csignal>

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtCore/QProcessEnvironment>
#include <sys/prctl.h>

#include "app/console/demo/remote/remote_network.h"
#include "app/sim/postgres/free_port.h"
#include "models/gateway/http/curl_client.h"

namespace aftercharge::demo {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds start_limit{30};
constexpr int stop_limit_ms = 12'000;
constexpr qint64 tail_bytes = 4'000;

QString at(std::uint16_t port)
{
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

}  // namespace

RemoteDaemon::RemoteDaemon(const RemoteNetwork &network) : network_(network) {}

RemoteDaemon::~RemoteDaemon()
{
    if (!process_ || process_->state() == QProcess::NotRunning)
        return;
    process_->terminate();
    if (!process_->waitForFinished(stop_limit_ms))
        kill();
}

Result<void> RemoteDaemon::choose_ports()
{
    for (std::uint16_t *port : {&ocpp_, &live_, &customer_, &webhook_, &metrics_}) {
        const auto taken = [&](std::uint16_t found) {
            return found == ocpp_ || found == live_ || found == customer_ || found == webhook_ || found == metrics_;
        };
        // Two questions may have one answer: nobody listens yet.
        for (int attempt = 0; attempt < 100 && *port == 0; ++attempt) {
            const auto found = static_cast<std::uint16_t>(sim::free_port());
            *port = taken(found) ? std::uint16_t{0} : found;
        }
        if (*port == 0)
            return fail(ErrorCode::Internal, "no free port on loopback");
    }
    return {};
}

QStringList RemoteDaemon::arguments() const
{
    return {QStringLiteral("--store"),    QString::fromStdString(network_.daemon_url()),
            QStringLiteral("--key-file"), network_.daemon_key_file(),
            QStringLiteral("--ocpp"),     at(ocpp_),
            QStringLiteral("--live"),     at(live_),
            QStringLiteral("--customer"), at(customer_),
            QStringLiteral("--webhook"),  at(webhook_),
            QStringLiteral("--metrics"),  at(metrics_)};
}

void RemoteDaemon::launch()
{
    ready_ = false;
    process_ = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_STATE_HOME"), network_.folder() + QStringLiteral("/daemon"));
    process_->setProcessEnvironment(environment);
    process_->setStandardErrorFile(log_file(), QIODevice::Append);
    process_->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    QObject::connect(process_.get(), &QProcess::readyReadStandardOutput, process_.get(), [this] { hear(); });
    const QString folder = qEnvironmentVariable("AFTERCHARGE_BIN", QCoreApplication::applicationDirPath());
    process_->start(folder + QStringLiteral("/aftercharged"), arguments());
}

void RemoteDaemon::hear()
{
    while (process_->canReadLine()) {
        if (process_->readLine() == "ready\n")
            ready_ = true;
    }
}

Result<void> RemoteDaemon::wait_ready()
{
    QDeadlineTimer deadline(start_limit);
    while (!ready_) {
        const bool said = process_->waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        hear();
        if (!said && !ready_)
            return fail(ErrorCode::Internal,
                        "aftercharged is not ready: " + process_->errorString().toStdString() + "\n" + log_tail());
    }
    return {};
}

void RemoteDaemon::kill()
{
    process_->kill();
    process_->waitForFinished(stop_limit_ms);
    ready_ = false;
}

bool RemoteDaemon::is_well() const
{
    http::CurlClient client({.connect_timeout = 1s, .total_timeout = 3s});
    const http::Answer answer = client.send(
        {.method = http::Method::Get, .url = "http://127.0.0.1:" + std::to_string(metrics_) + "/healthz"});
    return answer.outcome == http::Outcome::Answered && answer.status == 200;
}

QString RemoteDaemon::log_file() const
{
    return network_.folder() + QStringLiteral("/aftercharged.log");
}

std::string RemoteDaemon::log_tail() const
{
    QFile file(log_file());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - tail_bytes));
    return file.readAll().trimmed().toStdString();
}

}  // namespace aftercharge::demo
