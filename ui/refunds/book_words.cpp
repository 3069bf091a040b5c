// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/refunds/book_words.h"

#include "ui/common/enum_words.h"
#include "ui/common/refund_sentence.h"

namespace aftercharge {

namespace {

QString text_of(const std::string &text)
{
    return QString::fromStdString(text);
}

QString cell(const Discrepancy &row, int column, const Format &format)
{
    switch (column) {
    case DiscrepancyColumn::Found:
        return BookWords::day_and_minute(row.found_at, format);
    case DiscrepancyColumn::Kind:
        return EnumWords::discrepancy_kind(row.kind);
    case DiscrepancyColumn::Entity:
        return text_of(row.entity_id);
    case DiscrepancyColumn::Order:
        return text_of(row.order_no.text());
    case DiscrepancyColumn::State:
        return BookWords::state(row);
    default:
        return {};
    }
}

QString cell(const Reconciliation &run, int column, const Format &format)
{
    switch (column) {
    case RunColumn::Day:
        return text_of(run.day);
    case RunColumn::Result:
        return BookWords::result(run);
    case RunColumn::Refunds:
        return run.finished_at ? format.number(run.refunds) : QString();
    case RunColumn::By:
        return text_of(run.run_by.text());
    case RunColumn::Started:
        return BookWords::day_and_minute(run.started_at, format);
    default:
        return {};
    }
}

}  // namespace

TableWords<Discrepancy> BookWords::discrepancies(const Format &format)
{
    return {{tr("Found"), tr("What does not fit"), tr("Concerns"), tr("Order"), tr("State")},
            [format](const Discrepancy &row, int column) { return cell(row, column, format); }};
}

TableWords<Reconciliation> BookWords::runs(const Format &format)
{
    return {{tr("Day"), tr("Result"), tr("Refunds"), tr("Run by"), tr("Started")},
            [format](const Reconciliation &run, int column) { return cell(run, column, format); }};
}

TableWords<ReconciledRefund> BookWords::reconciled(const Format &format)
{
    const auto text = [format](const ReconciledRefund &row, int column) -> QString {
        switch (column) {
        case ReconciledColumn::Refund:
            return text_of(row.refund_no.text());
        case ReconciledColumn::Result:
            return row.agrees ? tr("agrees") : tr("differs");
        case ReconciledColumn::Status:
            return EnumWords::refund_status(row.status);
        case ReconciledColumn::Amount:
            return format.money(row.amount);
        case ReconciledColumn::Ledger:
            return row.ledger_paid.is_zero() ? tr("nothing") : format.money(row.ledger_paid);
        case ReconciledColumn::Outbox:
            return row.outbox_done ? tr("answered") : tr("under way");
        case ReconciledColumn::Gateway:
            return row.gateway_status == "NOT_FOUND"   ? tr("not known")
                   : row.gateway_status == "NOT_ASKED" ? tr("not asked")
                                                       : text_of(row.gateway_status);
        case ReconciledColumn::GatewayAmount:
            return row.gateway_amount ? format.money(*row.gateway_amount) : QStringLiteral("—");
        case ReconciledColumn::Finding:
            return text_of(row.finding);
        default:
            return {};
        }
    };
    return {{tr("Refund"), tr("Result"), tr("Ours"), tr("Amount"), tr("Ledger"), tr("Outbox"), tr("Gateway"),
             tr("Its amount"), tr("What differs")},
            text};
}

QString BookWords::day_and_minute(UtcTime at, const Format &format)
{
    return format.date(at) + u' ' + format.time_short(at);
}

QString BookWords::state(const Discrepancy &row)
{
    return row.resolved_at ? tr("Resolved") : tr("Open");
}

QString BookWords::result(const Reconciliation &run)
{
    if (!run.finished_at)
        return tr("Running");
    return run.differing == 0 ? tr("All agree") : tr("%1 differ").arg(run.differing);
}

QString BookWords::meaning(const Discrepancy &row)
{
    switch (row.kind) {
    case DiscrepancyKind::GatewayContradicts:
        return tr("The gateway said something that cannot follow on what it said before. Nothing was changed by it. "
                  "Look the refund up at the gateway; what stands there is what the customer has.");
    case DiscrepancyKind::AmountDiffers:
        return tr("The gateway names another amount than was approved here. Compare both, and correct the one that is "
                  "wrong by a decision of its own.");
    case DiscrepancyKind::NotAtGateway:
        return tr("It was sent, and the gateway does not know it. Make sure that nothing was paid before it is sent "
                  "again.");
    case DiscrepancyKind::NotInOurBooks:
        return tr("The gateway tells of a refund or a claim that nobody made here. Find out at the gateway who did.");
    case DiscrepancyKind::LabelNotCancelled:
        return tr("The carrier first took the label back and then refused. The customer has the money and the parcel "
                  "may still leave: stop it at the warehouse.");
    case DiscrepancyKind::PickedUpWhileLocked:
        return tr("The parcel left while its order was locked by a refund. The customer may get both the goods and the "
                  "money.");
    case DiscrepancyKind::ExceedsPaid:
        return tr("The gateway paid what our bounds cannot take: together it is more than was paid for the order.");
    case DiscrepancyKind::LedgerDiffers:
        return tr("The ledger does not say what the refund says. Compare the movements of the order with the refund.");
    case DiscrepancyKind::WebhookRefused:
        return RefundSentence::of_refused_webhook(row);
    }
    return {};
}

QList<Fact> BookWords::facts(const Discrepancy &row, const Format &format)
{
    return {
        {tr("Concerns"), text_of(row.entity_id), LabelRole::Mono},
        {tr("Order"), text_of(row.order_no.text()), LabelRole::Mono},
        {tr("Found"), day_and_minute(row.found_at, format)},
        {tr("Resolved by"), text_of(row.resolved_by.text())},
        {tr("Resolved"), row.resolved_at ? day_and_minute(*row.resolved_at, format) : QString()},
        {tr("How"), text_of(row.resolution)},
    };
}

}  // namespace aftercharge
