// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/commands.h"

#include <cstdio>

#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include "app/sim/command_support.h"
#include "app/sim/customer_client.h"
#include "app/sim/customer_view.h"

using namespace Qt::StringLiterals;

namespace aftercharge::sim {
namespace {

// The progress stays on one line of a terminal; everything else goes below it.
class Screen {
public:
    void progress(const std::string &line)
    {
        if (!is_terminal_) {
            print_line(line);
            return;
        }
        std::fputs(("\r\x1b[K" + line).c_str(), stdout);
        std::fflush(stdout);
        is_open_ = true;
    }

    void line(const std::string &text) { print_line((std::exchange(is_open_, false) ? "\n" : "") + text); }

private:
    bool is_terminal_ = ::isatty(STDOUT_FILENO) == 1;
    bool is_open_ = false;
};

void show_as_text(CustomerClient &client, Screen &screen)
{
    QObject::connect(&client, &CustomerClient::sampleReceived, &client,
                     [&screen](const QJsonObject &sample) { screen.progress(progress_line(sample)); });
    QObject::connect(&client, &CustomerClient::sessionChanged, &client, [&screen](const QJsonObject &session) {
        screen.line("session " + session["order_no"_L1].toString().toStdString() + " " +
                    session["state"_L1].toString().toStdString());
    });
    QObject::connect(&client, &CustomerClient::ticketOpened, &client,
                     [&screen](const QString &ticket_no) { screen.line("ticket " + ticket_no.toStdString()); });
    QObject::connect(&client, &CustomerClient::noticeReceived, &client,
                     [&screen](const QJsonObject &notice) { screen.line(notice_line(notice)); });
}

bool is_settled(const QJsonObject &session)
{
    const QString what = session["state"_L1].toString() % u' ' % session["event"_L1].toString();
    return what.contains("settled"_L1, Qt::CaseInsensitive) || what.contains("PAYED"_L1);
}

Result<QJsonArray> read_evidence(const std::vector<std::string> &paths)
{
    QJsonArray files;
    for (const std::string &path : paths) {
        QFile file(QString::fromStdString(path));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::InputInvalid, path + ": cannot be read");
        const QByteArray bytes = file.readAll();
        const QString type = bytes.startsWith("\x89PNG") ? u"image/png"_s : u"image/jpeg"_s;
        files.append(QJsonObject{{u"name"_s, QFileInfo(file).fileName()},
                                 {u"media_type"_s, type},
                                 {u"base64"_s, QString::fromLatin1(bytes.toBase64())}});
    }
    return files;
}

void end_when_told(CustomerClient &client, const std::string &until)
{
    const auto quit = [] { QCoreApplication::exit(0); };
    if (until == "ticket")
        QObject::connect(&client, &CustomerClient::ticketOpened, &client, quit);
    if (until == "notice")
        QObject::connect(&client, &CustomerClient::noticeReceived, &client, quit);
    if (until == "settled") {
        QObject::connect(&client, &CustomerClient::sessionChanged, &client, [quit](const QJsonObject &session) {
            if (is_settled(session))
                quit();
        });
    }
}

}  // namespace

int run_customer(const CustomerOptions &options)
{
    const Result<QByteArray> token = read_secret(options.token_file);
    if (!token)
        return report_error(token.error());
    CustomerClient client(QUrl(QString::fromStdString(options.url)), *token);
    Screen screen;
    if (options.as_json) {
        QObject::connect(&client, &CustomerClient::frameReceived, &client,
                         [](const QByteArray &json) { print_line(json.toStdString()); });
    } else {
        show_as_text(client, screen);
    }
    QObject::connect(&client, &CustomerClient::refused, &client, [](const QString &code, const QString &detail) {
        std::fprintf(stderr, "%s: %s\n", code.toUtf8().constData(), detail.toUtf8().constData());
        QCoreApplication::exit(1);
    });
    QObject::connect(&client, &CustomerClient::connectionLost, &client, [](const Error &error, bool is_final) {
        if (is_final)
            QCoreApplication::exit(report_error(error));
    });
    end_when_told(client, options.until);
    if (!options.complaint.empty()) {
        const Result<QJsonArray> evidence = read_evidence(options.evidence);
        if (!evidence)
            return report_error(evidence.error());
        client.complain({QString::fromStdString(options.order_no), QString::fromStdString(options.reason),
                         QString::fromStdString(options.complaint), QString::fromStdString(options.kind),
                         QString::fromStdString(options.shipment_no), *evidence});
    }
    if (options.limit_s > 0)
        QTimer::singleShot(std::chrono::seconds(options.limit_s), &client, [] {
            QCoreApplication::exit(report_error({ErrorCode::NetworkUnreachable, "nothing came in time"}));
        });
    client.open();
    return QCoreApplication::exec();
}

}  // namespace aftercharge::sim
