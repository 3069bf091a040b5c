// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/day_totals.h"

#include <QDateTime>
#include <QSettings>

namespace aftercharge {

namespace {

// 256 orders a page: beyond 100,000 orders a day the sum is of the newest.
constexpr int max_pages = 400;

UtcTime utc_of(const QDateTime &time)
{
    return UtcTime{Duration{time.toMSecsSinceEpoch()}};
}

}  // namespace

DayTotals::DayTotals(DeskService &desk, QSettings &settings, const Clock &clock, const QTimeZone &zone, QObject *parent)
    : QObject(parent), desk_(desk), settings_(settings), clock_(clock), zone_(zone), day_(midnight())
{
    read_peak();
}

UtcTime DayTotals::midnight() const
{
    const auto now = QDateTime::fromMSecsSinceEpoch(clock_.now().time_since_epoch().count(), zone_);
    return utc_of(now.date().startOfDay(zone_));
}

void DayTotals::load()
{
    load_page({}, max_pages);
}

void DayTotals::load_page(const std::string &after, int pages_left)
{
    OrderQuery query;
    query.page.after = after;
    query.page.descending = true;
    desk_.orders(query).then(this, [this, pages_left](const Result<Page<ChargingOrder>> &page) {
        if (!page)
            return;
        bool older = false;
        for (const ChargingOrder &order : page->rows) {
            older = older || order.started_at < day_;
            const auto known = shares_.find(order.order_no);
            if (order.started_at >= day_ && (known == shares_.end() || !known->second.live))
                put(order.order_no, {order.energy, order.fee, false});
        }
        Q_EMIT changed();
        if (!older && !page->next.empty() && pages_left > 1)
            load_page(page->next, pages_left - 1);
    });
}

void DayTotals::take(const QList<SessionView> &sessions)
{
    for (const SessionView &session : sessions) {
        if (session.started_at >= day_)
            put(session.order_no, {session.energy, session.fee, true});
    }
}

void DayTotals::put(const OrderNo &order_no, const Share &share)
{
    Share &known = shares_[order_no];
    energy_ = energy_ + share.energy - known.energy;
    // One store has one currency; an amount of another one is not added up with it.
    const Money nothing = Money::zero(share.fee.currency());
    const auto difference = subtract(share.fee, known.fee.is_zero() ? nothing : known.fee);
    const auto sum = difference ? add(fees_.is_zero() ? nothing : fees_, *difference) : Result<Money>(fees_);
    if (sum)
        fees_ = *sum;
    known = share;
}

void DayTotals::take_power(PowerW power)
{
    if (power <= peak_)
        return;
    peak_ = power;
    peak_at_ = clock_.now();
    settings_.setValue(QStringLiteral("live/peak_day"), qlonglong(day_.time_since_epoch().count()));
    settings_.setValue(QStringLiteral("live/peak_w"), qlonglong(peak_.value()));
    settings_.setValue(QStringLiteral("live/peak_at"), qlonglong(peak_at_.time_since_epoch().count()));
}

void DayTotals::read_peak()
{
    const auto number = [this](const QString &key) { return settings_.value(key).toLongLong(); };
    if (number(QStringLiteral("live/peak_day")) != day_.time_since_epoch().count())
        return;
    peak_ = PowerW{number(QStringLiteral("live/peak_w"))};
    peak_at_ = UtcTime{Duration{number(QStringLiteral("live/peak_at"))}};
}

bool DayTotals::roll_over()
{
    if (midnight() == day_)
        return false;
    day_ = midnight();
    shares_.clear();
    energy_ = {};
    fees_ = Money::zero(fees_.currency());
    peak_ = {};
    load();
    return true;
}

}  // namespace aftercharge
