// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>

#include <QList>
#include <QString>

#include "models/domain/error.h"

class QAbstractItemModel;
class QIODevice;

namespace aftercharge {

struct TableCsvOptions {
    QList<int> columns;  // logical columns in the order shown; empty: all
    QChar separator = u',';
    bool byte_order_mark = true;              // Excel reads UTF-8 only with it
    std::function<bool(int row)> keep_going;  // asked before each row; false cancels
};

// One field by RFC 4180: quoted when it holds the separator, a quote or a line end. A text
// that a spreadsheet would run as a formula (= + - @ TAB CR first) and that is not a plain
// number gets an apostrophe before it (OWASP, "CSV Injection").
QString csv_field(const QString &text, QChar separator = u',');

// Header and rows as shown, UTF-8, lines end with CRLF. Returns the number of data rows.
// Fails with Cancelled, or StoreIo when the device does not take the bytes.
Result<std::int64_t> write_table_csv(const QAbstractItemModel &model, QIODevice &device,
                                     const TableCsvOptions &options = {});

}  // namespace aftercharge
