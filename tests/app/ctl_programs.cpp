// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl_programs.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTest>

namespace aftercharge {
namespace {

constexpr int patience_ms = 30'000;

quint16 free_port()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

QByteArray content_of(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Short pieces stand in innocent texts too.
constexpr int shortest_secret = 8;

}  // namespace

CtlPrograms::CtlPrograms() : webhook_port_(free_port()), customer_port_(free_port()) {}

CtlPrograms::~CtlPrograms()
{
    for (QProcess *process : {daemon_.get(), sandboxes_.get()}) {
        if (process) {
            process->terminate();
            process->waitForFinished(10'000);
        }
    }
}

CtlRun CtlPrograms::keep(CtlRun run)
{
    said_ += run.out + run.err;
    return run;
}

CtlRun CtlPrograms::run(const QString &line)
{
    return keep(store_.run(line));
}

std::unique_ptr<QProcess> CtlPrograms::start(const QString &program, const QStringList &words)
{
    auto process = std::make_unique<QProcess>();
    auto environment = store_.environment();
    environment.insert(text("QT_LOGGING_RULES"), text("aftercharge.*=true"));
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(CtlStore::program(program), words);
    return process;
}

CtlRun CtlPrograms::sim(const QStringList &words)
{
    const auto process = start(text("aftercharge-sim"), words);
    CtlRun run;
    if (!process->waitForFinished(patience_ms))
        return run;
    run.status = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    run.out = process->readAll();
    return keep(run);
}

bool CtlPrograms::hear(QProcess &process, const QByteArray &line)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patience_ms &&
           (process.canReadLine() || process.waitForReadyRead(1'000) || process.state() == QProcess::Running)) {
        while (process.canReadLine()) {
            const QByteArray heard = process.readLine();
            said_ += heard;
            if (heard.startsWith("carrier "))
                carrier_ = QString::fromUtf8(heard.mid(8).trimmed());
            if (heard.trimmed() == line)
                return true;
        }
    }
    return false;
}

bool CtlPrograms::start_sandboxes(const QByteArray &script)
{
    sandboxes_ = start(text("aftercharge-sim"), {text("sandbox"), text("--pending"), text("1"), text("--script"),
                                                 store_.write(text("script.json"), script), text("--accounts-out"),
                                                 store_.path(text("accounts")), text("--webhook-url"),
                                                 text("http://127.0.0.1:%1/webhooks").arg(webhook_port_)});
    return hear(*sandboxes_, "ready");
}

bool CtlPrograms::start_daemon()
{
    daemon_ = start(text("aftercharged"), {text("--store"), store_.store_url(), text("--key-file"), store_.key_file(),
                                           text("--webhook"), text("127.0.0.1:%1").arg(webhook_port_),
                                           text("--customer"), text("127.0.0.1:%1").arg(customer_port_)});
    return hear(*daemon_, "ready");
}

int CtlPrograms::stop_daemon()
{
    daemon_->terminate();
    if (!daemon_->waitForFinished(patience_ms))
        return -1;
    said_ += daemon_->readAll();
    const int status = daemon_->exitStatus() == QProcess::NormalExit ? daemon_->exitCode() : -1;
    daemon_.reset();
    return status;
}

QString CtlPrograms::account_file(const QString &gateway) const
{
    return store_.path(text("accounts/") + gateway + text(".toml"));
}

QByteArray CtlPrograms::tell_carrier(const QString &name, const QByteArray &json)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(carrier_ + text("/_sandbox/") + name));
    request.setHeader(QNetworkRequest::ContentTypeHeader, text("application/json"));
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, json));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience_ms))
        return "no answer";
    return reply->readAll();
}

bool CtlPrograms::await(const QString &line, const QString &field, const QString &value)
{
    return await(line, [&](const CtlRun &said) {
        const QJsonArray records = said.out.startsWith('[') ? said.array() : QJsonArray{said.object()};
        return std::any_of(records.begin(), records.end(),
                           [&](const QJsonValue &record) { return record[field].toString() == value; });
    });
}

bool CtlPrograms::await(const QString &line, const std::function<bool(const CtlRun &)> &satisfied)
{
    QElapsedTimer waited;
    waited.start();
    CtlRun last;
    while (waited.elapsed() < patience_ms) {
        last = json(line);
        if (satisfied(last))
            return true;
        QTest::qWait(200);
    }
    qWarning("%s: %s%s", qPrintable(line), last.out.constData(), last.err.constData());
    return false;
}

QByteArrayList CtlPrograms::secrets() const
{
    QByteArrayList found{content_of(store_.key_file()).trimmed()};
    for (const char *gateway : {"stripe", "wechat_pay", "easypost"}) {
        const QByteArray file = content_of(account_file(text(gateway)));
        for (const QByteArray &line : file.mid(file.indexOf("[secrets]")).split('\n')) {
            const auto equals = line.indexOf(" = ");
            if (equals < 0)
                continue;
            // A TOML string of these files is JSON's.
            const auto value = QJsonDocument::fromJson('[' + line.mid(equals + 3) + ']')[0].toString().toUtf8();
            for (const QByteArray &piece : value.split('\n')) {
                if (piece.size() >= shortest_secret && !piece.startsWith("-----"))
                    found << piece;
            }
        }
    }
    return found;
}

QByteArray CtlPrograms::everything_said()
{
    for (QProcess *process : {daemon_.get(), sandboxes_.get()}) {
        if (process) {
            process->waitForReadyRead(10);
            said_ += process->readAll();
        }
    }
    return said_;
}

}  // namespace aftercharge
