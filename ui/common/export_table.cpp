// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/export_table.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

#include "ui/common/data_table.h"
#include "ui/common/error_words.h"

namespace aftercharge {

namespace {

class ExportWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::ExportWords)
};

QString write_table(const DataTable &table, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return ExportWords::tr("The file could not be written: %1").arg(file.errorString());
    const auto rows = table.export_csv(file);
    if (!rows)
        return ErrorWords::sentence(rows.error());
    if (!file.commit())
        return ExportWords::tr("The file could not be written: %1").arg(file.errorString());
    return ExportWords::tr("%1 rows written to %2.").arg(*rows).arg(QFileInfo(path).fileName());
}

}  // namespace

void export_table(DataTable &table, const QString &file_name, std::function<void(const QString &)> told)
{
    auto *dialog = new QFileDialog(&table, ExportWords::tr("Export what you see"), file_name,
                                   ExportWords::tr("CSV file (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &table,
                     [&table, told = std::move(told)](const QString &path) { told(write_table(table, path)); });
    dialog->open();
}

}  // namespace aftercharge
