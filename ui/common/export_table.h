// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>

namespace aftercharge {

class DataTable;

// Asks for a file, without blocking the program, and writes the table as seen. `told` gets
// the sentence of the outcome; it is not called when the person thinks better of it.
void export_table(DataTable &table, const QString &file_name, std::function<void(const QString &)> told);

}  // namespace aftercharge
