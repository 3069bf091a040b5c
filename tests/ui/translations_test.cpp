// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QtTest>

namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    bool unfinished = false;
};

Message read_message(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            message.translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> read_messages(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append(read_message(xml, context));
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?\\d|n)"));
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

const QString source_dir = QStringLiteral(SOURCE_DIR);
const QString ts_file = source_dir + QStringLiteral("/translations/aftercharge_zh_CN.ts");

}  // namespace

// Every word that a person reads is there in Chinese, and says as much as the English one.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_message_is_translated();
    void placeholders_agree();
    void nothing_in_the_sources_is_missing();
};

void TranslationsTest::every_message_is_translated()
{
    const QList<Message> messages = read_messages(ts_file);
    QVERIFY(messages.size() > 100);
    QStringList untranslated;
    for (const Message &message : messages) {
        if (message.unfinished || message.translation.isEmpty())
            untranslated.append(message.context + QStringLiteral(": ") + message.source);
    }
    QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
}

void TranslationsTest::placeholders_agree()
{
    for (const Message &message : read_messages(ts_file)) {
        const QStringList wanted = placeholders(message.source);
        QVERIFY2(placeholders(message.translation) == wanted,
                 qPrintable(message.context + QStringLiteral(": ") + message.source));
    }
}

// The file is held against what lupdate finds in the sources now.
void TranslationsTest::nothing_in_the_sources_is_missing()
{
    QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
    QProcess lupdate;
    lupdate.start(QStringLiteral(LUPDATE),
                  {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
                   QStringLiteral("-I"), source_dir, source_dir + QStringLiteral("/ui"),
                   source_dir + QStringLiteral("/app/console"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    QSet<QString> known;
    for (const Message &message : read_messages(ts_file))
        known.insert(message.context + u'\n' + message.source);
    QStringList missing;
    for (const Message &message : read_messages(fresh)) {
        if (!known.contains(message.context + u'\n' + message.source))
            missing.append(message.context + QStringLiteral(": ") + message.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
