// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/files.h"

#include <QtCore/QFile>

namespace aftercharge::ctl {

Result<std::string> read_file(const std::string &path, std::size_t max_bytes)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InputInvalid, path + ": " + file.errorString().toStdString());
    const QByteArray bytes = file.read(static_cast<qint64>(max_bytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::InputInvalid, path + ": " + file.errorString().toStdString());
    if (static_cast<std::size_t>(bytes.size()) > max_bytes)
        return fail(ErrorCode::InputInvalid, path + ": larger than " + std::to_string(max_bytes) + " bytes");
    return bytes.toStdString();
}

Result<std::string> read_first_line(const std::string &path)
{
    return read_file(path, 4096).map([](std::string text) {
        text.resize(std::min(text.find_first_of("\r\n"), text.size()));
        return text;
    });
}

}  // namespace aftercharge::ctl
