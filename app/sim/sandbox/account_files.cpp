// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/account_files.h"

#include <algorithm>
#include <cctype>

#include <QDir>
#include <QFile>

#include "app/sim/sandbox/json.h"

namespace aftercharge::sim {

namespace {

QString file_name(std::string gateway)
{
    std::transform(gateway.begin(), gateway.end(), gateway.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return QString::fromStdString(gateway) + QLatin1String(".toml");
}

// Of a text, JSON's notation is TOML's too.
std::string line_of(const std::string &name, const std::string &value)
{
    return name + " = " + Json(value).dump() + '\n';
}

std::string toml_of(const GatewayAccount &account)
{
    std::string text = line_of("gateway", account.gateway) + line_of("base_url", account.base_url);
    text += "\n[settings]\n";
    for (const auto &[name, value] : account.settings)
        text += line_of(name, value);
    text += "\n[secrets]\n";
    for (const auto &[name, value] : account.secrets)
        text += line_of(name, value);
    return text;
}

bool write_private(const QString &path, const std::string &text)
{
    // Narrow from the first byte on: the file is made anew, with its mode, before it has a content.
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size()) &&
           file.flush();
}

}  // namespace

Result<void> write_account_files(const std::string &folder, const std::vector<GatewayAccount> &accounts)
{
    const QDir dir(QString::fromStdString(folder));
    if (!dir.mkpath(QStringLiteral(".")))
        return fail(ErrorCode::InputInvalid, "cannot make " + folder);
    for (const GatewayAccount &account : accounts) {
        if (!write_private(dir.filePath(file_name(account.gateway)), toml_of(account)))
            return fail(ErrorCode::InputInvalid, "cannot write the account of " + account.gateway);
    }
    return {};
}

}  // namespace aftercharge::sim
