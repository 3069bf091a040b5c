// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace aftercharge::tidy {

// One source file. `path` is relative to the root of the repository, with slashes.
struct SourceFile {
    QString path;
    QString text;
};

// A rule that a line breaks; `line` counts from 1.
struct Finding {
    QString path;
    qsizetype line = 0;
    QString rule;
    QString detail;
};

// The text with comments and the contents of string and character literals blanked out, line
// breaks kept: what is left is code, at its old place.
QString code_only(const QString &text);

// The name that an #include line asks for, or nothing. `code` is the line as code_only left
// it (so that an #include in a comment does not count), `raw` the line as written.
struct Include {
    QString name;
    bool quoted = false;
};
Include include_of(const QString &raw, const QString &code);

}  // namespace aftercharge::tidy
