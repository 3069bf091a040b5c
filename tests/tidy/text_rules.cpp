// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/text_rules.h"

#include <algorithm>
#include <array>

#include <QtCore/QRegularExpression>

#include "tests/tidy/layers.h"

namespace aftercharge::tidy {
namespace {

bool in(const QString &path, std::initializer_list<QStringView> folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](QStringView folder) { return path.startsWith(folder); });
}

// Files under models/ that know money and yet hold floating numbers, each with its reason.
struct FloatingException {
    QLatin1String path_prefix;
    QLatin1String reason;
};
constexpr std::array<FloatingException, 1> floating_exceptions{{
    {QLatin1String("models/item/curve"), QLatin1String("coordinates of a drawing; the fee is one of the curves")},
}};

bool knows_money(const SourceFile &file)
{
    if (in(file.path, {u"models/domain/", u"models/settlement/"}))
        return true;
    if (!in(file.path, {u"models/"}) || !file.text.contains(u"#include \"models/domain/money.h\""))
        return false;
    return std::none_of(floating_exceptions.begin(), floating_exceptions.end(),
                        [&](const FloatingException &entry) { return file.path.startsWith(entry.path_prefix); });
}

bool everywhere(const SourceFile &)
{
    return true;
}

bool outside_tests(const SourceFile &file)
{
    return !in(file.path, {u"tests/"});
}

bool outside_store(const SourceFile &file)
{
    return !in(file.path, {u"models/store/", u"tests/"});
}

bool outside_network(const SourceFile &file)
{
    return !in(file.path, {u"models/gateway/", u"models/live/", u"app/sim/", u"tests/"});
}

bool in_ui(const SourceFile &file)
{
    return in(file.path, {u"ui/"});
}

// Matched against each line of code, comments and literals blanked out.
struct TextRule {
    QString id;
    QRegularExpression pattern;
    bool (*applies)(const SourceFile &);
};

const std::vector<TextRule> &text_rules()
{
    const auto rule = [](const char *id, const char *pattern, bool (*applies)(const SourceFile &)) {
        return TextRule{QString::fromLatin1(id), QRegularExpression(QString::fromLatin1(pattern)), applies};
    };
    static const std::vector<TextRule> rules{
        rule("sql", R"(\bQ_?Sql\w*|\bQtSql\b|\bsqlite3_\w+)", outside_store),
        rule("socket", R"(\bQ(Tcp(Socket|Server)|UdpSocket|SslSocket|WebSocket\w*|NetworkAccessManager)\b)",
             outside_network),
        rule("floating", R"(\b(double|float|qreal)\b)", knows_money),
        rule("singleton", R"(\binstance\s*\(\s*\))", everywhere),
        rule("process_events", R"(\bprocessEvents\b)", outside_tests),
        rule("sleep", R"(\b(m|u|nano)?sleep\s*\(|\bsleep_(for|until)\b)", outside_tests),
        rule("dialog_exec", R"((\.|->)exec\s*\()", in_ui),
        rule("ui_waits", R"(\b(waitForFinished|waitForDone)\s*\()", in_ui),
        rule("string_connect", R"(\b(SIGNAL|SLOT)\s*\()", everywhere),
    };
    return rules;
}

void check_head(const SourceFile &file, std::vector<Finding> &findings)
{
    if (!file.text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"))
        findings.push_back({file.path, 1, QStringLiteral("head.licence"), {}});
    const QStringList lines = file.text.split(u'\n');
    if (file.path.endsWith(u".h") && !lines.contains(QStringLiteral("#pragma once")))
        findings.push_back({file.path, 1, QStringLiteral("head.pragma_once"), {}});
}

}  // namespace

std::vector<Finding> check_text(const SourceFile &file)
{
    std::vector<Finding> findings;
    check_head(file, findings);
    const QStringList code = code_only(file.text).split(u'\n');
    for (const TextRule &rule : text_rules()) {
        if (!rule.applies(file))
            continue;
        for (qsizetype i = 0; i < code.size(); ++i) {
            const auto match = rule.pattern.match(code[i]);
            if (match.hasMatch())
                findings.push_back({file.path, i + 1, rule.id, match.captured(0)});
        }
    }
    return findings;
}

}  // namespace aftercharge::tidy
