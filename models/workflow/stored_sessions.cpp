// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/stored_sessions.h"

#include <unordered_map>

#include "models/workflow/order_view.h"

namespace aftercharge {
namespace {

// As the engine has it (running_session.cpp, session_table.cpp).
constexpr std::chrono::seconds silent_after{60};
constexpr std::chrono::hours kept_after_end{1};
constexpr std::chrono::hours longest_look_back{24};
constexpr int most_pages = 20;

std::uint32_t health_of(const SessionView &view, UtcTime now)
{
    if (view.connection == Connection::Offline)
        return static_cast<std::uint32_t>(HealthSign::Offline);
    return now - view.received_at > silent_after ? static_cast<std::uint32_t>(HealthSign::Silent) : 0;
}

SessionView running_view(const ChargingOrder &order, const SessionProgress *progress, UtcTime now)
{
    SessionView view = view_of_order(order);
    if (progress) {
        view.at = view.received_at = progress->at;
        view.energy = progress->energy.value_or(EnergyWh{});
        view.power = progress->power;
        view.soc = progress->soc;
        view.fee = progress->fee;
        view.estimated_end = progress->estimated_end;
    }
    view.health = health_of(view, now);
    return view;
}

Result<void> add_running(std::vector<SessionView> &views, LedgerReader &ledger, TelemetryReader &telemetry, UtcTime now)
{
    auto running = ledger.orders().running();
    if (!running)
        return pass_on(running);
    std::erase_if(*running, [](const ChargingOrder &order) { return order.state != OrderState::Charging; });
    std::vector<OrderNo> numbers;
    for (const ChargingOrder &order : *running)
        numbers.push_back(order.order_no);
    const auto progress = telemetry.progress_of(numbers);
    if (!progress)
        return pass_on(progress);
    std::unordered_map<OrderNo, const SessionProgress *> by_order;
    for (const SessionProgress &one : *progress)
        by_order[one.order_no] = &one;
    for (const ChargingOrder &order : *running) {
        const auto found = by_order.find(order.order_no);
        views.push_back(running_view(order, found == by_order.end() ? nullptr : found->second, now));
    }
    return {};
}

Result<void> add_ended(std::vector<SessionView> &views, LedgerReader &ledger, UtcTime now)
{
    OrderQuery query;
    for (int pages = 0; pages < most_pages; ++pages) {
        const auto page = ledger.orders().page(query);
        if (!page)
            return pass_on(page);
        for (const ChargingOrder &order : page->rows) {
            if (now - order.started_at > longest_look_back)
                return {};
            if (order.state != OrderState::Charging && order.stopped_at && now - *order.stopped_at <= kept_after_end)
                views.push_back(view_of_order(order));
        }
        if (page->next.empty())
            return {};
        query.page.after = page->next;
    }
    return {};
}

}  // namespace

Result<std::vector<SessionView>> stored_sessions(LedgerReader &ledger, TelemetryReader &telemetry, UtcTime now)
{
    std::vector<SessionView> views;
    if (const auto added = add_running(views, ledger, telemetry, now); !added)
        return pass_on(added);
    if (const auto added = add_ended(views, ledger, now); !added)
        return pass_on(added);
    return views;
}

}  // namespace aftercharge
