// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/import_checks.h"

#include <algorithm>
#include <map>

#include "models/settlement/goods.h"

namespace aftercharge {
namespace {

// "C20261123-0097": a prefix, a day, a dash and a number.
bool is_of_own_series(const std::string &number, char prefix)
{
    constexpr std::size_t dash = 9;
    if (number.size() < dash + 2 || number[0] != prefix || number[dash] != '-')
        return false;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return std::all_of(number.begin() + 1, number.begin() + dash, is_digit) &&
           std::all_of(number.begin() + dash + 1, number.end(), is_digit);
}

Result<void> check_numbers(const ImportedOrder &imported)
{
    if (is_of_own_series(imported.order.order_no.text(), 'C'))
        return fail(ErrorCode::InputInvalid,
                    imported.order.order_no.text() + " is a number that charging orders are given");
    for (const ImportedParcel &parcel : imported.parcels) {
        if (is_of_own_series(parcel.shipment.shipment_no.text(), 'S'))
            return fail(ErrorCode::InputInvalid,
                        parcel.shipment.shipment_no.text() + " is a number that parcels are given here");
    }
    return {};
}

// By its tracking number a parcel is followed and claimed, by the carrier's name its label is cancelled.
Result<void> check_label(const Shipment &shipment, const std::string &name)
{
    const bool has_label = shipment.state != ShipmentState::Created && shipment.state != ShipmentState::Cancelled;
    const char *missing = has_label && shipment.tracking_no.empty() ? "tracking_no" : nullptr;
    if (shipment.state == ShipmentState::LabelCreated && shipment.ext_external_id.empty())
        missing = "ext_external_id";
    if (missing == nullptr)
        return {};
    return fail(ErrorCode::InputInvalid,
                name + " is " + std::string(to_text(shipment.state)) + " and has no " + missing);
}

// What of each line parcels hold together; a cancelled one holds nothing.
Result<void> check_contents(const ImportedOrder &imported)
{
    std::map<OrderItemId, std::int64_t> left;
    for (const OrderItem &item : imported.items) {
        if (item.kind == ItemKind::Goods)
            left[item.order_item_id] = item.quantity;
    }
    int number = 0;
    for (const ImportedParcel &parcel : imported.parcels) {
        const std::string name = "parcel " + std::to_string(++number);
        if (auto checked = check_label(parcel.shipment, name); !checked)
            return checked;
        for (const ShipmentItem &item : parcel.items) {
            const auto line = left.find(item.order_item_id);
            if (line == left.end())
                return fail(ErrorCode::ItemNotFound, name + ": " + item.order_item_id.text());
            if (parcel.shipment.state != ShipmentState::Cancelled)
                line->second -= item.quantity;
            if (line->second < 0)
                return fail(ErrorCode::UnitsNotLeft,
                            name + ": more units of " + item.order_item_id.text() + " than the order has");
        }
    }
    return {};
}

}  // namespace

Result<void> check_imported_order(RegistryReader &registry, const ImportedOrder &imported)
{
    const auto network = registry.network();
    if (!network)
        return pass_on(network);
    const Currency currency = imported.order.paid.currency();
    if (currency != network->currency)
        return fail(ErrorCode::MoneyCurrencyMismatch,
                    std::string(currency.code()) + ", the network has " + std::string(network->currency.code()));
    if (auto checked = check_numbers(imported); !checked)
        return checked;
    return check_contents(imported);
}

Result<void> check_payment(const NewGoodsOrder &taken)
{
    if (taken.order.state == GoodsOrderState::Unpaid) {
        return taken.payment ? fail(ErrorCode::InputInvalid, "UNPAID, with a payment") : Result<void>();
    }
    const Money &total = taken.order.paid;
    if (!taken.payment)
        return total.is_zero() ? Result<void>() : fail(ErrorCode::InputInvalid, "no payment of its " + total.to_text());
    if (taken.payment->amount != total)
        return fail(ErrorCode::InputInvalid,
                    "a payment of " + taken.payment->amount.to_text() + ", its lines come to " + total.to_text());
    return {};
}

Result<void> check_payment_is_new(GoodsReader &goods, const NewGoodsOrder &taken)
{
    if (!taken.payment)
        return {};
    const auto other = goods.order_of_payment(taken.payment->provider, taken.payment->external_id);
    if (!other)
        return pass_on(other);
    if (*other && **other != taken.order.order_no)
        return fail(ErrorCode::InputInvalid,
                    "payment " + taken.payment->external_id + " is that of " + (*other)->text());
    return {};
}

Result<void> check_carrier_names(ShipmentReader &shipments, const Shipment &shipment)
{
    if (!shipment.tracking_no.empty()) {
        const auto other = shipments.by_tracking_no(shipment.tracking_no);
        if (!other)
            return pass_on(other);
        if (*other)
            return fail(ErrorCode::ShipmentExists,
                        shipment.tracking_no + " is the tracking number of " + (*other)->shipment_no.text());
    }
    if (shipment.ext_external_id.empty())
        return {};
    const auto other = shipments.by_external_id(shipment.ext_external_id);
    if (!other)
        return pass_on(other);
    if (*other)
        return fail(ErrorCode::ShipmentExists,
                    shipment.ext_external_id + " is the carrier's name of " + (*other)->shipment_no.text());
    return {};
}

}  // namespace aftercharge
