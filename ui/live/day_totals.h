// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>

#include <QObject>
#include <QTimeZone>

#include "models/workflow/desk_service.h"

class QSettings;

namespace aftercharge {

// Energy and fees of the sessions that started today (the network's day), and the highest
// power that this desk has seen today. Orders are read once, page by page; then the feed
// keeps the sums up to date, each session replacing what was known of it.
class DayTotals : public QObject {
    Q_OBJECT

public:
    DayTotals(DeskService &desk, QSettings &settings, const Clock &clock, const QTimeZone &zone,
              QObject *parent = nullptr);

    void load();
    void take(const QList<SessionView> &sessions);
    void take_power(PowerW power);
    // Begins anew after midnight; true when it did.
    bool roll_over();

    EnergyWh energy() const { return energy_; }
    Money fees() const { return fees_; }
    PowerW peak() const { return peak_; }
    UtcTime peak_at() const { return peak_at_; }

Q_SIGNALS:
    void changed();

private:
    struct Share {
        EnergyWh energy{};
        Money fee;
        bool live = false;  // of the feed: newer than what a page says
    };
    UtcTime midnight() const;
    void load_page(const std::string &after, int pages_left);
    void put(const OrderNo &order_no, const Share &share);
    void read_peak();

    DeskService &desk_;
    QSettings &settings_;
    const Clock &clock_;
    QTimeZone zone_;
    UtcTime day_;
    std::unordered_map<OrderNo, Share> shares_;
    EnergyWh energy_{};
    Money fees_;
    PowerW peak_{};
    UtcTime peak_at_;
};

}  // namespace aftercharge
