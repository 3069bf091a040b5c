// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/follow_tables.h"

#include <QTimer>

namespace aftercharge {

void follow_tables(LiveFeed &feed, QObject *page, std::initializer_list<ChangedTable> tables, int rest_ms,
                   const std::function<void()> &read_again)
{
    auto *rest = new QTimer(page);
    rest->setSingleShot(true);
    rest->setInterval(rest_ms);
    QObject::connect(rest, &QTimer::timeout, page, read_again);
    QObject::connect(&feed, &LiveFeed::rowsChanged, page,
                     [rest, followed = std::vector<ChangedTable>(tables)](const QList<Changed> &rows) {
                         const bool ours = std::any_of(rows.begin(), rows.end(), [&](const Changed &row) {
                             return followed.empty() || std::ranges::find(followed, row.table) != followed.end();
                         });
                         if (ours && !rest->isActive())
                             rest->start();
                     });
    QObject::connect(&feed, &LiveFeed::resynchronised, page, read_again);
}

}  // namespace aftercharge
