// SPDX-License-Identifier: GPL-3.0-or-later
// Style as a test: every source file of the repository against the rules of CONTRIBUTING.md,
// and every rule against a snippet that breaks it.
#include <QtTest/QtTest>

#include <QtCore/QDirIterator>
#include <QtCore/QFile>

#include "tests/tidy/include_rules.h"
#include "tests/tidy/layers.h"
#include "tests/tidy/text_rules.h"

using namespace aftercharge::tidy;

namespace {

constexpr auto head = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

std::vector<Finding> check(const SourceFile &file)
{
    std::vector<Finding> findings = check_includes(file);
    const std::vector<Finding> more = check_text(file);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
}

std::vector<SourceFile> own_sources()
{
    const QDir root(QStringLiteral(SOURCE_DIR));
    std::vector<SourceFile> files;
    for (const char *folder : {"app", "ui", "models", "tests"}) {
        QDirIterator walk(root.filePath(QString::fromLatin1(folder)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                          QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly))
                files.push_back({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return files;
}

}  // namespace

class IncludeDirectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repository_keeps_the_rules();
    void each_rule_fires_data();
    void each_rule_fires();
    void allowed_code_passes_data();
    void allowed_code_passes();
    void code_only_keeps_lines_and_drops_literals();
};

void IncludeDirectionTest::repository_keeps_the_rules()
{
    const std::vector<SourceFile> files = own_sources();
    QVERIFY2(files.size() > 20, "the source tree was not found at " SOURCE_DIR);
    int broken = 0;
    for (const SourceFile &file : files) {
        for (const Finding &finding : check(file)) {
            ++broken;
            qWarning().noquote().nospace()
                << finding.path << ':' << finding.line << ": " << finding.rule << ": " << finding.detail;
        }
    }
    QCOMPARE(broken, 0);
}

void IncludeDirectionTest::each_rule_fires_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");  // after the licence line, unless the rule is about it
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *rule, const char *path, const char *text) {
        QTest::addRow("%s in %s: %s", rule, path, QByteArray(text).simplified().constData())
            << QString::fromLatin1(path) << QString::fromUtf8(text) << QString::fromLatin1(rule);
    };
    row("include.root", "ui/live/page.cpp", "#include \"page.h\"\n");
    row("include.root", "ui/live/page.cpp", "#include \"../common/theme.h\"\n");
    row("include.arrow", "models/domain/a.cpp", "#include \"models/settlement/price.h\"\n");
    row("include.arrow", "models/settlement/a.cpp", "#include \"models/store/ledger_store.h\"\n");
    row("include.arrow", "models/store/sql/a.cpp", "#include \"models/gateway/chargepoint/port.h\"\n");
    row("include.arrow", "models/gateway/chargepoint/a.h", "#include \"models/store/ledger_store.h\"\n");
    row("include.arrow", "models/workflow/a.cpp", "#include \"models/live/publisher.h\"\n");
    row("include.arrow", "models/live/a.cpp", "  #  include \"models/item/curve.h\"\n");
    row("include.arrow", "models/item/a.cpp", "#include \"ui/common/theme.h\"\n");
    row("include.arrow", "ui/live/a.cpp", "#include \"app/wiring/desk.h\"\n");
    row("include.arrow", "app/console/main.cpp", "#include \"tests/support/clock.h\"\n");
    row("include.adapter", "ui/live/a.cpp", "#include \"models/store/sqlcipher/driver.h\"\n");
    row("include.adapter", "app/ctl/main.cpp", "#include \"models/gateway/ocpp16/codec.h\"\n");
    row("include.adapter", "ui/live/a.cpp", "#include \"models/gateway/payment/stripe/client.h\"\n");
    row("include.adapter", "models/store/sqlcipher/a.cpp", "#include \"models/store/sql/unit.h\"\n");
    row("include.qt", "models/domain/a.h", "#pragma once\n#include <QString>\n");
    row("include.qt", "models/settlement/a.cpp", "#include <QtCore/QString>\n");
    row("sql", "ui/live/a.cpp", "#include <QtSql/QSqlQuery>\n");
    row("sql", "models/workflow/a.cpp", "QSqlDatabase database;\n");
    row("sql", "app/wiring/a.cpp", "sqlite3_open(path, &handle);\n");
    row("socket", "ui/live/a.cpp", "QTcpSocket socket;\n");
    row("socket", "models/workflow/a.cpp", "#include <QtWebSockets/QWebSocketServer>\n");
    row("socket", "app/ctl/a.cpp", "QNetworkAccessManager manager;\n");
    row("floating", "models/settlement/a.cpp", "const double price = 1;\n");
    row("floating", "models/domain/a.cpp", "static_cast<float>(x);\n");
    row("floating", "models/store/sql/a.cpp", "#include \"models/domain/money.h\"\nqreal fee;\n");
    row("singleton", "models/live/a.cpp", "Bus::instance().publish();\n");
    row("process_events", "ui/live/a.cpp", "QCoreApplication::processEvents();\n");
    row("sleep", "models/live/a.cpp", "QThread::msleep(5);\n");
    row("sleep", "app/sim/a.cpp", "std::this_thread::sleep_for(delay);\n");
    row("dialog_exec", "ui/tickets/a.cpp", "if (dialog.exec() == 1) {}\n");
    row("dialog_exec", "ui/tickets/a.cpp", "menu->exec(pos);\n");
    row("ui_waits", "ui/tickets/a.cpp", "future.waitForFinished();\n");
    row("string_connect", "ui/tickets/a.cpp", "connect(a, SIGNAL(clicked()), this, SLOT(go()));\n");
    row("head.licence", "ui/tickets/a.cpp", "int x;\n");
    row("head.licence", "ui/tickets/a.cpp", "\n// SPDX-License-Identifier: GPL-3.0-or-later\n");
    row("head.pragma_once", "ui/tickets/a.h", "#ifndef A\n");
    row("head.pragma_once", "ui/tickets/a.h", "// #pragma once\n");
}

void IncludeDirectionTest::each_rule_fires()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const QString, rule);
    const bool whole = rule == u"head.licence";
    const std::vector<Finding> findings = check({path, whole ? text : QString(QLatin1String(head) + text)});
    const bool found = std::any_of(findings.begin(), findings.end(),
                                   [&](const Finding &finding) { return finding.rule == rule; });
    QVERIFY2(found, qPrintable(rule));
}

void IncludeDirectionTest::allowed_code_passes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *path, const char *text) {
        QTest::addRow("%s: %s", path, QByteArray(text).simplified().constData())
            << QString::fromLatin1(path) << QString::fromUtf8(text);
    };
    row("models/settlement/a.cpp", "#include \"models/domain/money.h\"\n#include <vector>\n");
    row("models/store/sql/a.cpp", "#include \"models/store/sqlcipher/driver.h\"\nQSqlQuery query; query.exec();\n");
    row("models/live/a.cpp", "#include <QtWebSockets/QWebSocketServer>\n");
    row("models/item/curve_buffer.h", "#pragma once\n#include \"models/domain/money.h\"\ndouble x;\n");
    row("models/live/a.cpp", "double fraction = 0;\n");
    row("app/wiring/a.cpp", "#include \"models/gateway/ocpp16/codec.h\"\n");
    row("ui/live/a.cpp", "#include \"models/gateway/chargepoint/port.h\"\n");
    row("models/workflow/a.cpp", "#include \"models/gateway/ocpi/tariff_json.h\"\n");
    row("app/console/main.cpp", "return app.exec();\n");
    row("tests/store/a_test.cpp", "#include \"models/store/sql/unit.h\"\n#include \"a_test.moc\"\nQSqlQuery q;\n");
    row("ui/live/a.cpp", "// SIGNAL(x), processEvents() and QSqlQuery are forbidden here\n");
    row("ui/live/a.cpp", "/* a.exec(\n b->exec( */ const char *text = \"dialog.exec()\";\n");
    row("models/domain/a.cpp", "constexpr int x = 1'000'000; // no double\nconst char q = '\"'; int double_entry;\n");
    row("ui/live/a.cpp", "// #include \"app/wiring/desk.h\"\n");
}

void IncludeDirectionTest::allowed_code_passes()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    for (const Finding &finding : check({path, QString(QLatin1String(head) + text)}))
        QFAIL(qPrintable(finding.rule + u": " + finding.detail));
}

void IncludeDirectionTest::code_only_keeps_lines_and_drops_literals()
{
    QCOMPARE(code_only(QStringLiteral("a; // b\nc")), QStringLiteral("a;     \nc"));
    QCOMPARE(code_only(QStringLiteral("x = \"\\\"//\"; y")), QStringLiteral("x =       ; y"));
    QCOMPARE(code_only(QStringLiteral("1'0 /*\n*/ 2")), QStringLiteral("1'0   \n   2"));
    QCOMPARE(code_only(QStringLiteral("f(R\"x(a\")b)x\") g")), QStringLiteral("f(           ) g"));
    QCOMPARE(code_only(QStringLiteral("c = '\"'; d")), QStringLiteral("c =    ; d"));
}

QTEST_GUILESS_MAIN(IncludeDirectionTest)
#include "include_direction_test.moc"
