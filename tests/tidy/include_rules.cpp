// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/include_rules.h"

#include "tests/tidy/layers.h"

namespace aftercharge::tidy {
namespace {

// Made by the build beside the source: a test's moc file.
bool is_generated(const QString &name)
{
    return name.endsWith(u".moc");
}

void check_quoted(const SourceFile &file, qsizetype line, const QString &name, std::vector<Finding> &findings)
{
    const QString from = layer_of(file.path);
    const QString to = layer_of(name);
    if (to.isEmpty()) {
        findings.push_back({file.path, line, QStringLiteral("include.root"), name});
        return;
    }
    if (!may_include(from, to))
        findings.push_back({file.path, line, QStringLiteral("include.arrow"), QString(from + u" → " + name)});
    const QString adapter = adapter_of(name);
    if (!adapter.isEmpty() && !may_name_adapter(file.path, adapter))
        findings.push_back({file.path, line, QStringLiteral("include.adapter"), name});
}

}  // namespace

std::vector<Finding> check_includes(const SourceFile &file)
{
    std::vector<Finding> findings;
    const QString layer = layer_of(file.path);
    const bool core = layer == u"models/domain" || layer == u"models/settlement";
    const QStringList raw = file.text.split(u'\n');
    const QStringList code = code_only(file.text).split(u'\n');
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const Include include = include_of(raw[i], code[i]);
        if (include.name.isEmpty() || is_generated(include.name))
            continue;
        if (include.quoted)
            check_quoted(file, i + 1, include.name, findings);
        else if (core && include.name.startsWith(u'Q'))
            findings.push_back({file.path, i + 1, QStringLiteral("include.qt"), include.name});
    }
    return findings;
}

}  // namespace aftercharge::tidy
