// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_result.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace aftercharge::bench {
namespace {

// Four figures that mean something.
std::string short_number(double value)
{
    char text[32];
    const int decimals = std::abs(value) >= 1000 ? 0 : std::abs(value) >= 100 ? 1 : std::abs(value) >= 10 ? 2 : 3;
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

}  // namespace

double percentile(std::vector<double> values, int permille)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t last = values.size() - 1;
    const auto index = static_cast<std::size_t>(std::lround(static_cast<double>(last) * permille / 1000.0));
    return values[std::min(index, last)];
}

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void print_table(const BenchResults &results)
{
    std::printf("\n%-34s %12s %-8s %12s %7s %6s  %s\n", "name", "value", "unit", "baseline", "ratio", "rounds",
                "baseline is");
    for (const BenchResult &result : results)
        std::printf("%-34s %12s %-8s %12s %7.3f %6d  %s\n", result.name.c_str(), short_number(result.value).c_str(),
                    result.unit.c_str(), short_number(result.baseline_value).c_str(), result.ratio(), result.rounds,
                    result.baseline_name.c_str());
    std::fflush(stdout);
}

Result<void> write_json(const BenchResults &results, const std::filesystem::path &file)
{
    QJsonArray array;
    for (const BenchResult &result : results) {
        array.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(result.name)},
                                 {QStringLiteral("value"), result.value},
                                 {QStringLiteral("unit"), QString::fromStdString(result.unit)},
                                 {QStringLiteral("baseline_name"), QString::fromStdString(result.baseline_name)},
                                 {QStringLiteral("baseline_value"), result.baseline_value},
                                 {QStringLiteral("ratio"), result.ratio()},
                                 {QStringLiteral("rounds"), result.rounds}});
    }
    std::error_code error;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), error);
    QSaveFile out(QString::fromStdString(file.string()));
    const QByteArray bytes = QJsonDocument(array).toJson();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return fail(ErrorCode::StoreIo, file.string() + ": " + out.errorString().toStdString());
    return {};
}

}  // namespace aftercharge::bench
