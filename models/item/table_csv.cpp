// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/item/table_csv.h"

#include <QAbstractItemModel>
#include <QIODevice>
#include <QRegularExpression>

#include "models/item/cell_roles.h"

namespace aftercharge {

namespace {

bool starts_formula(const QString &text)
{
    if (text.isEmpty() || !QStringView(u"=+-@\t\r\n").contains(text.front()))
        return false;
    static const QRegularExpression plain_number(QStringLiteral("^[+-]?\\d[\\d.,' ]*( ?%)?$"));
    return !plain_number.match(text).hasMatch();
}

QString cell_text(const QAbstractItemModel &model, int row, int column)
{
    const QModelIndex index = model.index(row, column);
    const QVariant exported = index.data(CellRole::export_text);
    return exported.isValid() ? exported.toString() : index.data(Qt::DisplayRole).toString();
}

QByteArray to_line(const QStringList &fields, QChar separator)
{
    QString line;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line += separator;
        line += csv_field(fields[i], separator);
    }
    return (line + QStringLiteral("\r\n")).toUtf8();
}

Result<void> put(QIODevice &device, const QByteArray &bytes)
{
    if (device.write(bytes) != bytes.size())
        return fail(ErrorCode::StoreIo, device.errorString().toStdString());
    return {};
}

}  // namespace

QString csv_field(const QString &text, QChar separator)
{
    QString field = starts_formula(text) ? QString(u'\'' + text) : text;
    const bool quote = field.contains(separator) || field.contains(u'"') || field.contains(u'\n') ||
                       field.contains(u'\r');
    if (!quote)
        return field;
    field.replace(u'"', QStringLiteral("\"\""));
    return QString(u'"' + field + u'"');
}

Result<std::int64_t> write_table_csv(const QAbstractItemModel &model, QIODevice &device, const TableCsvOptions &options)
{
    QList<int> columns = options.columns;
    if (columns.isEmpty()) {
        for (int column = 0; column < model.columnCount(); ++column)
            columns.append(column);
    }
    QStringList fields;
    for (const int column : columns)
        fields.append(model.headerData(column, Qt::Horizontal).toString());
    const QByteArray mark = options.byte_order_mark ? QByteArrayLiteral("\xEF\xBB\xBF") : QByteArray();
    if (auto done = put(device, mark + to_line(fields, options.separator)); !done)
        return tl::unexpected<Error>(done.error());
    std::int64_t written = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (options.keep_going && !options.keep_going(row))
            return fail(ErrorCode::Cancelled, "export stopped");
        fields.clear();
        for (const int column : columns)
            fields.append(cell_text(model, row, column));
        if (auto done = put(device, to_line(fields, options.separator)); !done)
            return tl::unexpected<Error>(done.error());
        ++written;
    }
    return written;
}

}  // namespace aftercharge
