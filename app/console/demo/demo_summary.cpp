// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_summary.h"

#include <algorithm>
#include <cstdio>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace aftercharge::demo {

bool Summary::all_ok() const
{
    return ledger_sum_minor == 0 && std::ranges::all_of(steps, &StoryStep::ok);
}

bool Summary::save(const QString &file) const
{
    QJsonArray told;
    for (const StoryStep &step : steps)
        told.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(step.name)},
                                {QStringLiteral("ok"), step.ok},
                                {QStringLiteral("detail"), QString::fromStdString(step.detail)}});
    QJsonArray files;
    for (const std::string &picture : pictures)
        files.append(QString::fromStdString(picture));
    const QJsonObject summary{
        {QStringLiteral("sessions"), static_cast<qint64>(sessions)},
        {QStringLiteral("fault_stops"), static_cast<qint64>(fault_stops)},
        {QStringLiteral("settled"), static_cast<qint64>(settled)},
        {QStringLiteral("refunds_success"), static_cast<qint64>(refunds_success)},
        {QStringLiteral("tickets"), static_cast<qint64>(tickets)},
        {QStringLiteral("orphan_reports"), static_cast<qint64>(orphan_reports)},
        {QStringLiteral("ledger_sum_minor"), static_cast<qint64>(ledger_sum_minor)},
        {QStringLiteral("pictures"), files},
        {QStringLiteral("steps"), told},
    };
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(QJsonDocument(summary).toJson()) > 0 && out.commit();
}

void Summary::print() const
{
    for (const StoryStep &step : steps)
        std::printf("%-5s %-34s %s\n", step.ok ? "ok" : "FAIL", step.name.c_str(), step.detail.c_str());
    std::printf("\nsessions %lld, fault stops %lld, settled %lld, refunds %lld, tickets %lld, orphan reports %lld, "
                "ledger sum %lld, pictures %zu\n",
                static_cast<long long>(sessions), static_cast<long long>(fault_stops), static_cast<long long>(settled),
                static_cast<long long>(refunds_success), static_cast<long long>(tickets),
                static_cast<long long>(orphan_reports), static_cast<long long>(ledger_sum_minor), pictures.size());
    std::fflush(stdout);
}

}  // namespace aftercharge::demo
