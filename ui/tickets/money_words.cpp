// SPDX-License-Identifier: GPL-3.0-or-later
// TicketWords, the part about amounts and quantities.
#include <algorithm>

#include "ui/tickets/ticket_words.h"

namespace aftercharge {

QString TicketWords::transfer_kind(TransferKind kind)
{
    switch (kind) {
    case TransferKind::TopUp:
        return tr("Top-up");
    case TransferKind::Freeze:
        return tr("Frozen at the start");
    case TransferKind::Unfreeze:
        return tr("Returned to the balance");
    case TransferKind::ChargeFrozen:
        return tr("Taken from what was frozen");
    case TransferKind::ChargeAvailable:
        return tr("Taken from the balance");
    case TransferKind::Correction:
        return tr("Corrected after a late upload");
    case TransferKind::Refund:
        return tr("Refunded");
    case TransferKind::Adjustment:
        return tr("Balance adjusted");
    case TransferKind::GoodsPaid:
        return tr("Paid by the customer");
    case TransferKind::RefundPromised:
        return tr("Refund promised");
    case TransferKind::RefundPaid:
        return tr("Refund paid by the gateway");
    case TransferKind::RefundReleased:
        return tr("Promise taken back");
    case TransferKind::RefundReversed:
        return tr("Refund came back");
    case TransferKind::RefundByHand:
        return tr("Refund paid by hand");
    case TransferKind::CouponIssued:
        return tr("Coupon issued");
    case TransferKind::ClaimApproved:
        return tr("Approved by the carrier");
    }
    return {};
}

QString TicketWords::account(AccountKind kind)
{
    switch (kind) {
    case AccountKind::MemberAvailable:
        return tr("available");
    case AccountKind::MemberFrozen:
        return tr("frozen");
    case AccountKind::Revenue:
        return tr("revenue");
    case AccountKind::RefundsPayable:
        return tr("refunds payable");
    case AccountKind::GatewayClearing:
        return tr("gateway clearing");
    case AccountKind::CarrierReceivable:
        return tr("carrier receivable");
    case AccountKind::CouponsPayable:
        return tr("coupons payable");
    case AccountKind::Cash:
        return tr("cash");
    }
    return {};
}

QString TicketWords::fee_kind(FeeKind kind)
{
    switch (kind) {
    case FeeKind::Electricity:
        return tr("Electricity");
    case FeeKind::Service:
        return tr("Service");
    case FeeKind::Time:
        return tr("Charging time");
    case FeeKind::Parking:
        return tr("Parking time");
    case FeeKind::Flat:
        return tr("Flat fee");
    case FeeKind::PriceLimit:
        return tr("Price limit");
    }
    return {};
}

QString TicketWords::product(const std::string &label)
{
    if (label == "peak")
        return tr("peak");
    if (label == "flat")
        return tr("flat");
    if (label == "valley")
        return tr("valley");
    return QString::fromStdString(label);
}

QString TicketWords::unit_price(const UnitPrice &price, const Currency &currency, const Format &format)
{
    std::int64_t part = price.value();
    int decimals = 6;
    while (decimals > currency.exponent() && part % 10 == 0) {
        part /= 10;
        --decimals;
    }
    return Format::currency_sign(currency) + format.fixed(price.value(), 1'000'000, decimals);
}

QString TicketWords::energy(EnergyMicroWh energy, const Format &format)
{
    return format.fixed(energy.value(), 1'000'000'000, 2);
}

QString TicketWords::item(const RefundPlanItem &item, const Format &format)
{
    const QString name = fee_kind(item.kind);
    const QString price = unit_price(item.unit_price, item.paid.currency(), format);
    switch (item.kind) {
    case FeeKind::Electricity:
    case FeeKind::Service:
        if (item.energy_back.value() > 0)
            return tr("%1 %2 of %3 kWh × %4")
                .arg(name, energy(item.energy_back, format), energy(item.energy, format), price);
        return tr("%1 %2 kWh × %3").arg(name, energy(item.energy, format), price);
    case FeeKind::Time:
    case FeeKind::Parking:
        if (item.duration_back > Duration{})
            return tr("%1 %2 of %3 × %4/h")
                .arg(name, format.duration(item.duration_back), format.duration(item.duration), price);
        return tr("%1 %2 × %3/h").arg(name, format.duration(item.duration), price);
    case FeeKind::Flat:
    case FeeKind::PriceLimit:
        break;
    }
    return name;
}

QString TicketWords::size(std::int64_t bytes, const Format &format)
{
    if (bytes < 1'000)
        return tr("%1 B").arg(bytes);
    if (bytes < 1'000'000)
        return tr("%1 kB").arg(format.fixed(bytes, 1'000, 0));
    return tr("%1 MB").arg(format.fixed(bytes, 1'000'000, 1));
}

}  // namespace aftercharge
