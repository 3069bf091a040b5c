// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/list_orders.h"
#include "models/workflow/local_desk.h"

namespace aftercharge {

// The reading half of LocalDesk: each a question to the read thread.

Answered<Network> LocalDesk::network()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().network(); });
}

Answered<std::vector<Operator>> LocalDesk::operators()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().operators(); });
}

Answered<std::vector<Station>> LocalDesk::stations()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().stations(); });
}

Answered<std::vector<ChargePoint>> LocalDesk::charge_points()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().charge_points(); });
}

Answered<std::vector<StoredTariff>> LocalDesk::tariffs()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.registry().tariffs(); });
}

Answered<MemberBalance> LocalDesk::member_balance(const MemberId &member_id)
{
    return reads_.run(
        [member_id](LedgerReader &ledger, TelemetryReader &) { return ledger.accounts().member_balance(member_id); });
}

Answered<OrderExplanation> LocalDesk::explain_order(const OrderNo &order_no)
{
    return reads_.run([order_no](LedgerReader &ledger, TelemetryReader &telemetry) {
        return aftercharge::explain_order(ledger, telemetry, order_no);
    });
}

Answered<std::vector<DeviceEvent>> LocalDesk::latest_events(int limit)
{
    return reads_.run([limit](LedgerReader &, TelemetryReader &telemetry) { return telemetry.latest_events(limit); });
}

Answered<Page<ChargingOrder>> LocalDesk::orders(const OrderQuery &query)
{
    return reads_.run(
        [query](LedgerReader &ledger, TelemetryReader &telemetry) { return list_orders(ledger, telemetry, query); });
}

Answered<std::vector<OrderLogEntry>> LocalDesk::order_log(const OrderNo &order_no)
{
    return reads_.run([order_no](LedgerReader &ledger, TelemetryReader &) { return ledger.orders().log(order_no); });
}

Answered<Page<Ticket>> LocalDesk::tickets(const TicketQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.tickets().page(query); });
}

Answered<TicketCounts> LocalDesk::ticket_counts()
{
    return engine_.post([by = who()](Engine &engine) {
        const Work &work = engine.work();
        return work.ledger.reader().tickets().counts(by, work.clock.now());
    });
}

Answered<TicketDossier> LocalDesk::ticket(const TicketNo &ticket_no)
{
    return reads_.run([ticket_no](LedgerReader &ledger, TelemetryReader &telemetry) {
        return read_ticket(ledger, telemetry, ticket_no);
    });
}

Answered<Evidence> LocalDesk::evidence(const Uuid &id)
{
    return reads_.run([id](LedgerReader &ledger, TelemetryReader &) { return ledger.tickets().evidence_file(id); });
}

Answered<Page<Refund>> LocalDesk::refunds(const RefundQuery &query)
{
    return reads_.run([query](LedgerReader &ledger, TelemetryReader &) { return ledger.refunds().page(query); });
}

Answered<std::int64_t> LocalDesk::refunds_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.refunds().waiting_approval(); });
}

Answered<Page<AuditEntry>> LocalDesk::audit(const PageRequest &request, const std::string &text)
{
    return reads_.run(
        [request, text](LedgerReader &ledger, TelemetryReader &) { return ledger.audit().page(request, text); });
}

Answered<ChainReport> LocalDesk::verify_audit()
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

Answered<std::int64_t> LocalDesk::audit_length()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.audit().chain_length(); });
}

Answered<std::int64_t> LocalDesk::outbox_waiting()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.outbox().waiting(); });
}

Answered<Money> LocalDesk::ledger_sum()
{
    return reads_.run([](LedgerReader &ledger, TelemetryReader &) { return ledger.accounts().sum_of_all(); });
}

}  // namespace aftercharge
