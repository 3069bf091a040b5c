// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

namespace aftercharge {

// ¥1.00 a kWh, as tariff T1.
inline const QByteArray flat_tariff_json =
    R"({"country_code":"CN","party_id":"AFC","id":"T1","currency":"CNY","elements":[
  {"price_components":[{"type":"ENERGY","price":1.00,"step_size":1}]}],"last_updated":"2026-01-01T00:00:00Z"})";

inline QString text(const char *words)
{
    return QString::fromUtf8(words);
}

// What a run of the real program gave.
struct CtlRun {
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    // The names of the first object's fields in the order they were printed.
    QStringList field_names() const;
};

// afterchargectl on a store in a temporary folder, with configuration and state folders of
// its own; `init` makes the store.
class CtlStore {
public:
    CtlStore();
    CtlRun init(const QString &currency = QStringLiteral("CNY"));
    // The arguments as a person would type them; an argument with spaces stands in quotes.
    CtlRun run(const QString &line) const;
    CtlRun json(const QString &line) const { return run(line + QStringLiteral(" --json")); }
    // The program with exactly these words.
    CtlRun run_words(const QStringList &words) const;

    // Where another program finds the same configuration and state folders.
    QProcessEnvironment environment() const;
    // Of the programs that were built.
    static QString program(const QString &name);

    // A file in the temporary folder; its path.
    QString write(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return folder_.filePath(name); }
    QString store_url() const { return QStringLiteral("sqlcipher:") + path(QStringLiteral("store")); }
    QString key_file() const { return path(QStringLiteral("store.key")); }

private:
    QTemporaryDir folder_;
};

}  // namespace aftercharge
