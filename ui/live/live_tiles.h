// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "models/live/live_feed.h"

namespace aftercharge {

class DayTotals;
class Format;
class KpiTile;
class SessionTableModel;
class ThemeController;

// The row of figures above everything: how many charge, how much power, what the day has
// brought, what needs a look, how the feed is doing.
class LiveTiles : public QWidget {
    Q_OBJECT

public:
    explicit LiveTiles(const ThemeController &themes, QWidget *parent = nullptr);

    struct Now {
        int charging = 0;
        PowerW power{};
    };
    static Now count(const SessionTableModel &sessions);

    void set_connectors(int connectors) { connectors_ = connectors; }
    void show_figures(const SessionTableModel &sessions, const DayTotals &day, const FeedState &feed,
                      const Format &format);

private:
    static QString peak_words(PowerW now, const DayTotals &day, const Format &format);
    void show_need_look(const SessionTableModel &sessions);

    int connectors_ = 0;
    KpiTile *charging_;
    KpiTile *power_;
    KpiTile *energy_;
    KpiTile *look_;
    KpiTile *reports_;
};

}  // namespace aftercharge
