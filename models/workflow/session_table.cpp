// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/session_table.h"

#include <algorithm>

#include <QtCore/QLoggingCategory>

#include "models/workflow/system_ticket.h"

namespace aftercharge {
namespace {

Q_LOGGING_CATEGORY(sessions_log, "aftercharge.sessions")

constexpr std::chrono::hours kept_after_end{1};

Result<std::unique_ptr<RunningSession>> open_session(Work &work, const ChargingOrder &order)
{
    LedgerReader &ledger = work.ledger.reader();
    auto tariff = order_tariff(ledger.registry(), order);
    if (!tariff)
        return pass_on(tariff);
    const auto balance = ledger.accounts().member_balance(order.member_id);
    if (!balance)
        return pass_on(balance);
    return std::make_unique<RunningSession>(order, std::move(*tariff), balance->available);
}

// Said once: an order that stays unreadable is not told of again at every start.
Result<void> tell_of_unreadable(Work &work, const ChargingOrder &order, const std::string &text)
{
    auto unit = work.ledger.begin();
    if (!unit)
        return pass_on(unit);
    const auto open = open_ticket_of((*unit)->tickets(), order.order_no);
    if (!open)
        return pass_on(open);
    if (*open) {
        const auto entries = (*unit)->tickets().entries((*open)->ticket_no);
        if (!entries)
            return pass_on(entries);
        if (std::any_of(entries->begin(), entries->end(), [&](const TicketEntry &entry) { return entry.text == text; }))
            return {};
    }
    if (auto told = open_system_ticket(**unit, work, order, TicketKind::Exception, "NOT_TAKEN_UP", text); !told)
        return told;
    return (*unit)->commit();
}

// One order that cannot be read does not keep the others from going on. Its charge point is asked
// to say again what it reports, until it can be taken up.
void leave_to_a_person(Work &work, const ChargingOrder &order, const Error &error)
{
    const std::string why = to_line(error);
    qCWarning(sessions_log, "order %s is not taken up: %s", order.order_no.text().c_str(), why.c_str());
    const Changes::Mark mark = work.changes.mark();
    if (const auto told = tell_of_unreadable(work, order, "The running session cannot be taken up (" + why + ").");
        !told) {
        work.changes.rewind(mark);
        qCWarning(sessions_log, "no ticket for %s: %s", order.order_no.text().c_str(), to_line(told.error()).c_str());
    }
}

}  // namespace

Result<int> SessionTable::recover(Work &work)
{
    const auto running = work.ledger.reader().orders().running();
    if (!running)
        return pass_on(running);
    for (const ChargingOrder &order : *running) {
        if (auto taken = take_up_order(work, order); !taken)
            return pass_on(taken);
    }
    return static_cast<int>(sessions_.size());
}

Result<void> SessionTable::take_up_order(Work &work, const ChargingOrder &order)
{
    if (order.state != OrderState::Charging)
        return {};
    if (!find(order.order_no)) {
        if (const auto added = add(work, order); !added) {
            leave_to_a_person(work, order, added.error());
            return {};
        }
    }
    return reload(work, order.order_no);
}

Result<void> SessionTable::take_up(Work &work, const ChargePointId &charge_point_id)
{
    const auto running = work.ledger.reader().orders().running_at(charge_point_id);
    if (!running)
        return pass_on(running);
    for (const ChargingOrder &order : *running) {
        if (auto taken = take_up_order(work, order); !taken)
            return taken;
    }
    return {};
}

Result<RunningSession *> SessionTable::add(Work &work, const ChargingOrder &order)
{
    auto session = open_session(work, order);
    if (!session)
        return pass_on(session);
    RunningSession *added = session->get();
    by_transaction_[{order.connector.charge_point_id, order.transaction_id}] = added;
    by_charge_point_.emplace(order.connector.charge_point_id, added);
    sessions_[order.order_no] = std::move(*session);
    return added;
}

Result<void> SessionTable::reload(Work &work, const OrderNo &order_no)
{
    RunningSession *session = find(order_no);
    if (!session)
        return {};
    auto order = work.ledger.reader().orders().find(order_no);
    if (!order)
        return pass_on(order);
    auto curve = work.telemetry.reader().curve(order_no);
    if (!curve)
        return pass_on(curve);
    session->set_order(std::move(*order));
    const UtcTime heard = curve->empty() ? session->order().started_at : curve->back().at;
    // What cannot be priced keeps nobody from working: it is for a person when the session ends.
    (void)session->restore(std::move(*curve), std::max(heard, work.clock.now() - std::chrono::seconds{60}));
    return {};
}

void SessionTable::end(const OrderNo &order_no, const SessionView &last_view)
{
    ended_[order_no] = last_view;
    forget(order_no);
}

void SessionTable::forget(const OrderNo &order_no)
{
    const auto found = sessions_.find(order_no);
    if (found == sessions_.end())
        return;
    const ChargingOrder &order = found->second->order();
    by_transaction_.erase({order.connector.charge_point_id, order.transaction_id});
    const auto [first, last] = by_charge_point_.equal_range(order.connector.charge_point_id);
    for (auto entry = first; entry != last; ++entry) {
        if (entry->second == found->second.get()) {
            by_charge_point_.erase(entry);
            break;
        }
    }
    sessions_.erase(found);
}

void SessionTable::refresh_available(Work &work, const MemberId &member_id)
{
    const auto balance = work.ledger.reader().accounts().member_balance(member_id);
    if (!balance)
        return;
    for (const auto &[order_no, session] : sessions_) {
        if (session->order().member_id == member_id)
            session->set_available(balance->available);
    }
}

SessionView *SessionTable::ended(const OrderNo &order_no)
{
    const auto found = ended_.find(order_no);
    return found == ended_.end() ? nullptr : &found->second;
}

RunningSession *SessionTable::find(const OrderNo &order_no)
{
    const auto found = sessions_.find(order_no);
    return found == sessions_.end() ? nullptr : found->second.get();
}

RunningSession *SessionTable::find(const ChargePointId &charge_point_id, std::int64_t transaction_id)
{
    const auto found = by_transaction_.find({charge_point_id, transaction_id});
    return found == by_transaction_.end() ? nullptr : found->second;
}

std::vector<RunningSession *> SessionTable::on_charge_point(const ChargePointId &charge_point_id)
{
    std::vector<RunningSession *> found;
    const auto [first, last] = by_charge_point_.equal_range(charge_point_id);
    for (auto entry = first; entry != last; ++entry)
        found.push_back(entry->second);
    return found;
}

std::vector<RunningSession *> SessionTable::on_connector(const ConnectorId &connector)
{
    std::vector<RunningSession *> found = on_charge_point(connector.charge_point_id);
    std::erase_if(found, [&](const RunningSession *session) { return session->order().connector != connector; });
    return found;
}

std::vector<RunningSession *> SessionTable::all()
{
    std::vector<RunningSession *> found;
    found.reserve(sessions_.size());
    for (const auto &[order_no, session] : sessions_)
        found.push_back(session.get());
    return found;
}

std::vector<SessionView> SessionTable::views(UtcTime now)
{
    std::erase_if(ended_, [&](const auto &entry) { return now - entry.second.received_at > kept_after_end; });
    std::vector<SessionView> views;
    for (const auto &[order_no, session] : sessions_)
        views.push_back(session->view(now));
    for (const auto &[order_no, view] : ended_)
        views.push_back(view);
    return views;
}

}  // namespace aftercharge
