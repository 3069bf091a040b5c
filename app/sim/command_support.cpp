// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/command_support.h"

#include <cstdio>

#include <QFile>

namespace aftercharge::sim {

int report_error(const Error &error)
{
    std::fprintf(stderr, "%s\n", to_line(error).c_str());
    switch (error.code) {
    case ErrorCode::InputInvalid:
    case ErrorCode::TimeInvalid:
        return 2;
    case ErrorCode::NetworkUnreachable:
        return 3;
    default:
        return 1;
    }
}

Result<QByteArray> read_file(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InputInvalid, path + ": " + file.errorString().toStdString());
    return file.readAll();
}

Result<QByteArray> read_secret(const std::string &path)
{
    return read_file(path).map([](const QByteArray &content) { return content.left(content.indexOf('\n')).trimmed(); });
}

void print_line(const std::string &line)
{
    std::fputs((line + "\n").c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace aftercharge::sim
