// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>

#include <QtCore/QString>

#include "app/ctl/output.h"

namespace aftercharge::ctl {
namespace {

constexpr int widest_cell = 60;

// East Asian wide characters take two columns of a terminal.
bool is_wide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

int columns(const QString &text)
{
    int width = 0;
    for (const uint c : text.toUcs4())
        width += is_wide(c) ? 2 : 1;
    return width;
}

// What a customer or a charge point wrote must not steer the terminal.
QString harmless(const std::string &text, bool one_line)
{
    QString result = QString::fromStdString(text);
    for (QChar &c : result) {
        const bool is_break = c == QLatin1Char('\n') && !one_line;
        if (c.category() == QChar::Other_Control && !is_break)
            c = QLatin1Char(' ');
    }
    return result;
}

struct CellText {
    bool one_line;
    QString operator()(std::monostate) const { return QStringLiteral("-"); }
    QString operator()(bool value) const { return value ? QStringLiteral("yes") : QStringLiteral("no"); }
    QString operator()(std::int64_t value) const { return QString::number(value); }
    QString operator()(const std::string &text) const { return harmless(text, one_line); }
    QString operator()(const Money &amount) const
    {
        return QString::fromStdString(amount.to_text() + " " + std::string(amount.currency().code()));
    }
    QString operator()(const std::vector<std::string> &words) const
    {
        QStringList list;
        for (const std::string &word : words)
            list << harmless(word, true);
        return list.isEmpty() ? QStringLiteral("-") : list.join(QStringLiteral(", "));
    }
    QString operator()(const Records &records) const { return QString::number(records.size()); }
};

QString cell_text(const Value &value, bool one_line)
{
    QString text = std::visit(CellText{one_line}, value.content());
    if (one_line && text.size() > widest_cell)
        text = text.left(widest_cell - 1) + QChar(0x2026);
    return text;
}

bool is_number(const Value &value)
{
    return std::holds_alternative<std::int64_t>(value.content()) || std::holds_alternative<Money>(value.content());
}

bool is_money(const Value &value)
{
    return std::holds_alternative<Money>(value.content());
}

// "fee_minor" of JSON is "fee" for people: they are shown the amount.
QString heading(const std::string &name, bool money)
{
    QString text = QString::fromStdString(name);
    if (money && text.endsWith(QLatin1String("_minor")))
        text.chop(6);
    return text.replace(QLatin1Char('_'), QLatin1Char(' '));
}

// An amount names its currency itself.
bool names_currency(const Record &record)
{
    return std::any_of(record.fields().begin(), record.fields().end(),
                       [](const Field &field) { return is_money(field.value); });
}

QString padded(const QString &text, int width, bool right)
{
    const QString space(std::max(0, width - columns(text)), QLatin1Char(' '));
    return right ? space + text : text + space;
}

QString trimmed_end(QString line)
{
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line + QLatin1Char('\n');
}

// A column's heading and the texts below it.
struct Column {
    QString heading;
    QStringList cells;
    bool right = false;
    int width = 0;
};

Column column_of(const Records &records, std::size_t index)
{
    Column column;
    bool money = false;
    for (const Record &record : records) {
        const Value &value = record.fields()[index].value;
        money = money || is_money(value);
        column.right = column.right || is_number(value);
        column.cells << cell_text(value, true);
        column.width = std::max(column.width, columns(column.cells.back()));
    }
    column.heading = heading(records.front().fields()[index].name, money).toUpper();
    column.width = std::max(column.width, columns(column.heading));
    return column;
}

// All records have the same fields.
std::vector<Column> columns_of(const Records &records)
{
    const bool currency_named = std::any_of(records.begin(), records.end(), names_currency);
    std::vector<Column> result;
    for (std::size_t i = 0; i < records.front().fields().size(); ++i) {
        if (records.front().fields()[i].name != "currency" || !currency_named)
            result.push_back(column_of(records, i));
    }
    return result;
}

}  // namespace

std::string to_table(const Records &records)
{
    if (records.empty())
        return "none\n";
    const auto all = columns_of(records);
    QString text;
    for (qsizetype row = -1; row < static_cast<qsizetype>(records.size()); ++row) {
        QString line;
        for (const Column &column : all)
            line += padded(row < 0 ? column.heading : column.cells[row], column.width, column.right) +
                    QLatin1String("  ");
        text += trimmed_end(line);
    }
    return text.toStdString();
}

std::string to_lines(const Record &record)
{
    int width = 0;
    for (const Field &field : record.fields())
        width = std::max(width, columns(heading(field.name, is_money(field.value))));
    std::string text;
    std::string lists;
    for (const Field &field : record.fields()) {
        if (const auto *records = std::get_if<Records>(&field.value.content())) {
            if (!records->empty())
                lists += "\n" + heading(field.name, false).toStdString() + "\n" + to_table(*records);
            continue;
        }
        if (field.name == "currency" && names_currency(record))
            continue;
        QString value = cell_text(field.value, false);
        value.replace(QLatin1Char('\n'), QLatin1Char('\n') + QString(width + 2, QLatin1Char(' ')));
        text += trimmed_end(padded(heading(field.name, is_money(field.value)), width, false) + QLatin1String("  ") +
                            value)
                    .toStdString();
    }
    return text + lists;
}

void print(const std::string &text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace aftercharge::ctl
