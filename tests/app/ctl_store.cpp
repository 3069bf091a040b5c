// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl_store.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace aftercharge {

QString CtlStore::program(const QString &name)
{
    const QString fallback = QCoreApplication::applicationDirPath() + QStringLiteral("/../bin");
    return qEnvironmentVariable("AFTERCHARGE_BIN", fallback) + QLatin1Char('/') + name;
}

QProcessEnvironment CtlStore::environment() const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("state")));
    return environment;
}

QStringList CtlRun::field_names() const
{
    QStringList names;
    // Of an array, its first record.
    int depth = out.startsWith('[') ? -1 : 0;
    bool in_text = false;
    QByteArray text;
    for (int i = 0; i < out.size(); ++i) {
        const char c = out[i];
        if (in_text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_text = false;
            else
                text += c;
            continue;
        }
        if (c == '"') {
            in_text = true;
            text.clear();
        } else if (c == ':' && depth == 1) {
            names << QString::fromUtf8(text);
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0)
                break;
        }
    }
    return names;
}

CtlStore::CtlStore() = default;

CtlRun CtlStore::init(const QString &currency)
{
    return run(QStringLiteral("store init --network Test --time-zone Asia/Shanghai --json --currency ") + currency);
}

CtlRun CtlStore::run(const QString &line) const
{
    return run_words(QProcess::splitCommand(line) +
                     QStringList{QStringLiteral("--store"), store_url(), QStringLiteral("--key-file"), key_file()});
}

CtlRun CtlStore::run_words(const QStringList &words) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program(QStringLiteral("afterchargectl")), words);
    CtlRun run;
    if (!process.waitForFinished(60'000))
        return run;
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

QString CtlStore::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return file.fileName();
}

}  // namespace aftercharge
