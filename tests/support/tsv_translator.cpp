// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tsv_translator.h"

#include <QDir>
#include <QFile>

namespace aftercharge {

namespace {

QString key_of(const QString &context, const QString &source)
{
    return context + u'\t' + source;
}

QString plain(const QString &field)
{
    return QString(field).replace(QStringLiteral("\\n"), QStringLiteral("\n"));
}

}  // namespace

bool TsvTranslator::add_file(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return false;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList fields = line.split(u'\t');
        if (fields.size() != 3 || fields[2].isEmpty())
            return false;
        texts_.insert(key_of(fields[0], plain(fields[1])), plain(fields[2]));
    }
    return true;
}

int TsvTranslator::add_folder(const QString &path)
{
    int taken = 0;
    const QDir folder(path);
    for (const QString &name : folder.entryList({QStringLiteral("*.tsv")}))
        taken += add_file(folder.filePath(name)) ? 1 : 0;
    return taken;
}

QString TsvTranslator::translate(const char *context, const char *source, const char *, int n) const
{
    QString text = texts_.value(key_of(QString::fromUtf8(context), QString::fromUtf8(source)));
    if (n >= 0)
        text.replace(QStringLiteral("%n"), QString::number(n));
    return text;
}

}  // namespace aftercharge
