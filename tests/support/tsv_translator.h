// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTranslator>

namespace aftercharge {

// Translations straight from translations/parts/*.tsv (context TAB source TAB translation; a
// line break is written \n), so that pictures can be made before the .ts file is merged. A
// plural's source is translated by its one Chinese form.
class TsvTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    // Adds a file; false when it cannot be read or a line is malformed.
    bool add_file(const QString &path);
    // All *.tsv of a folder; how many files were taken.
    int add_folder(const QString &path);

    bool isEmpty() const override { return texts_.isEmpty(); }
    QString translate(const char *context, const char *source, const char *disambiguation = nullptr,
                      int n = -1) const override;

private:
    QHash<QString, QString> texts_;
};

}  // namespace aftercharge
