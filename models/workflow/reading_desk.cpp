// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/reading_desk.h"

#include "models/workflow/list_orders.h"

namespace aftercharge {

// Each a question to the read thread.

Answered<Network> ReadingDesk::network()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().network(); });
}

Answered<std::vector<Operator>> ReadingDesk::operators()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().operators(); });
}

Answered<std::vector<Station>> ReadingDesk::stations()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().stations(); });
}

Answered<std::vector<ChargePoint>> ReadingDesk::charge_points()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().charge_points(); });
}

Answered<std::vector<StoredTariff>> ReadingDesk::tariffs()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().tariffs(); });
}

Answered<MemberBalance> ReadingDesk::member_balance(const MemberId &member_id)
{
    return reads_.run(
        [member_id](LedgerReader &ledger, TelemetryReader &) { return ledger.accounts().member_balance(member_id); });
}

Answered<OrderExplanation> ReadingDesk::explain_order(const OrderNo &order_no)
{
    return reads_.run([order_no](LedgerReader &ledger, TelemetryReader &telemetry) {
        return aftercharge::explain_order(ledger, telemetry, order_no);
    });
}

Answered<std::vector<DeviceEvent>> ReadingDesk::latest_events(int limit)
{
    return reads_.run([limit](LedgerReader &, TelemetryReader &telemetry) { return telemetry.latest_events(limit); });
}

Answered<Page<ChargingOrder>> ReadingDesk::orders(const OrderQuery &query)
{
    return reads_.run(
        [query](LedgerReader &ledger, TelemetryReader &telemetry) { return list_orders(ledger, telemetry, query); });
}

Answered<std::vector<OrderLogEntry>> ReadingDesk::order_log(const OrderNo &order_no)
{
    return reads_.run([order_no](LedgerReader &ledger, TelemetryReader &) { return ledger.orders().log(order_no); });
}

Answered<Page<Ticket>> ReadingDesk::tickets(const TicketQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.tickets().page(query); });
}

Answered<TicketCounts> ReadingDesk::ticket_counts()
{
    return reads_.run([this, by = who()](LedgerReader &ledger, TelemetryReader &) {
        return ledger.tickets().counts(by, clock_.now());
    });
}

Answered<TicketDossier> ReadingDesk::ticket(const TicketNo &ticket_no)
{
    return reads_.run([ticket_no](LedgerReader &ledger, TelemetryReader &telemetry) {
        return read_ticket(ledger, telemetry, ticket_no);
    });
}

Answered<Evidence> ReadingDesk::evidence(const Uuid &id)
{
    return reads_.run([id](LedgerReader &ledger, TelemetryReader &) { return ledger.tickets().evidence_file(id); });
}

Answered<Page<Refund>> ReadingDesk::refunds(const RefundQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.refunds().page(query); });
}

Answered<std::int64_t> ReadingDesk::refunds_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.refunds().waiting_approval(); });
}

Answered<Page<AuditEntry>> ReadingDesk::audit(const PageRequest &request, const std::string &text)
{
    return reads_.run(
        [request, text](LedgerReader &ledger, TelemetryReader &) { return ledger.audit().page(request, text); });
}

Answered<ChainReport> ReadingDesk::verify_audit()
{
    auto promise = std::make_shared<QPromise<Result<ChainReport>>>();
    promise->start();
    promise->setProgressRange(0, 1000);
    reads_.run([this, promise](LedgerReader &ledger, TelemetryReader &) {
        promise->addResult(ledger.audit().verify([&](std::int64_t done, std::int64_t total) {
            promise->setProgressValue(total > 0 ? static_cast<int>(done * 1000 / total) : 1000);
            // Closing the program does not wait for the end of a long chain.
            return !promise->isCanceled() && !reads_.is_stopping();
        }));
        promise->finish();
        return 0;
    });
    return promise->future();
}

Answered<std::int64_t> ReadingDesk::audit_length()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.audit().chain_length(); });
}

Answered<std::int64_t> ReadingDesk::outbox_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.outbox().waiting(); });
}

Answered<Money> ReadingDesk::ledger_sum()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.accounts().sum_of_all(); });
}

}  // namespace aftercharge
