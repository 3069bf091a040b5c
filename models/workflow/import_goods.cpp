// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workflow/import_goods.h"

#include <algorithm>

#include "models/settlement/goods.h"
#include "models/workflow/goods_steps.h"
#include "models/workflow/hear_parcel.h"
#include "models/workflow/import_checks.h"
#include "models/workflow/ledger_steps.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge {
namespace {

// With its lines priced; `paid` of an unpaid order is nothing yet.
Result<NewGoodsOrder> priced_order(const ImportedOrder &imported)
{
    NewGoodsOrder taken;
    taken.order = imported.order;
    taken.items = imported.items;
    auto discounts = price_order(taken.items, imported.discounts);
    if (!discounts)
        return pass_on(discounts);
    taken.discounts = std::move(*discounts);
    const auto total = order_total(taken.items);
    if (!total)
        return pass_on(total);
    taken.order.refunded = Money::zero(total->currency());
    taken.order.paid = taken.order.state == GoodsOrderState::Unpaid ? taken.order.refunded : *total;
    if (!imported.payments.empty())
        taken.payment = imported.payments.front();
    return taken;
}

// Known by his orders only: with the name and phone of the first parcel's address, if there is one.
Result<void> know_member(UnitOfWork &unit, Work &work, const ImportedOrder &imported)
{
    const MemberId &id = imported.order.member_id;
    const auto known = unit.registry().member(id);
    if (known || known.error().code != ErrorCode::MemberNotFound)
        return known ? Result<void>{} : Result<void>(pass_on(known));
    Member member;
    member.id = id;
    member.created_at = work.clock.now();
    if (!imported.parcels.empty()) {
        member.name = imported.parcels.front().address.name;
        member.phone = imported.parcels.front().address.phone;
    }
    if (auto added = unit.registry().add_member(member); !added)
        return added;
    work.changes.rows.push_back({ChangedTable::Registry, id.text(), 0});
    return {};
}

Result<void> take_parcel(UnitOfWork &unit, Work &work, const ImportedParcel &imported, const Actor &actor)
{
    Shipment shipment = imported.shipment;
    if (shipment.shipment_no.is_empty()) {
        auto number = unit.shipments().next_shipment_no(work.clock.now());
        if (!number)
            return pass_on(number);
        shipment.shipment_no = std::move(*number);
    }
    if (auto checked = check_carrier_names(unit.shipments(), shipment); !checked)
        return checked;
    shipment.created_at = work.clock.now();
    std::vector<ShipmentItem> items = imported.items;
    for (ShipmentItem &item : items)
        item.shipment_no = shipment.shipment_no;
    if (auto inserted = unit.shipments().insert(shipment, items, {}, imported.address); !inserted)
        return inserted;
    work.changes.rows.push_back({ChangedTable::Shipments, shipment.shipment_no.text(), shipment.version});
    if (auto followed = follow_parcel(unit, work, shipment); !followed)
        return followed;
    return unit.shipments().append_log({.shipment_no = shipment.shipment_no,
                                        .at = work.clock.now(),
                                        .from = shipment.state,
                                        .to = shipment.state,
                                        .actor = actor,
                                        .note = "imported"});
}

Result<void> take_money(UnitOfWork &unit, Work &work, const GoodsOrder &order, const Actor &actor)
{
    const Movement movement{AccountId::platform(AccountKind::GatewayClearing),
                            AccountId::platform(AccountKind::Revenue), order.paid, TransferKind::GoodsPaid,
                            order.order_no.text()};
    return move_money(unit, work, movement, actor);
}

Result<void> write_order(UnitOfWork &unit, Work &work, const ImportedOrder &imported, const Actor &actor)
{
    const auto taken = priced_order(imported);
    if (!taken)
        return pass_on(taken);
    if (auto checked = check_imported_order(unit.registry(), imported); !checked)
        return checked;
    if (auto checked = check_payment(*taken); !checked)
        return checked;
    if (auto checked = check_payment_is_new(unit.goods(), *taken); !checked)
        return checked;
    if (auto known = know_member(unit, work, imported); !known)
        return known;
    if (auto inserted = unit.goods().insert(*taken); !inserted)
        return inserted;
    work.changes.rows.push_back({ChangedTable::GoodsOrders, taken->order.order_no.text(), taken->order.version});
    if (auto noted = note_on_goods_order(unit, work, taken->order, "IMPORTED", actor, imported.where); !noted)
        return noted;
    for (const ImportedParcel &parcel : imported.parcels) {
        if (auto put = take_parcel(unit, work, parcel, actor); !put)
            return put;
    }
    if (auto moved = take_money(unit, work, taken->order, actor); !moved)
        return moved;
    return audit(unit, work, actor, "goods.import", "orders", taken->order.order_no.text(),
                 taken->order.paid.to_text() + " " + std::string(taken->order.paid.currency().code()) + ", " +
                     std::to_string(imported.parcels.size()) + " parcels");
}

// In one unit of work, which leaves no trace when anything is not right.
Result<void> take_order(Work &work, const ImportedOrder &imported, const Actor &actor)
{
    const Changes::Mark mark = work.changes.mark();
    const auto done = [&]() -> Result<void> {
        auto unit = work.ledger.begin();
        if (!unit)
            return pass_on(unit);
        if (auto checked = check_actor((*unit)->registry(), actor, Right::Administer); !checked)
            return checked;
        if (auto written = write_order(**unit, work, imported, actor); !written)
            return written;
        return (*unit)->commit();
    }();
    if (!done)
        work.changes.rewind(mark);
    return done;
}

// What is wrong with the store or the person, not with the order: the next would fare no better.
bool ends_import(ErrorCode code)
{
    constexpr ErrorCode all[] = {
        ErrorCode::StoreDiskFull,        ErrorCode::StoreReadOnly,    ErrorCode::StoreInUse,
        ErrorCode::StoreCorrupt,         ErrorCode::StoreIo,          ErrorCode::StoreChainBroken,
        ErrorCode::StoreRolledBack,      ErrorCode::OperatorNotFound, ErrorCode::OperatorDisabled,
        ErrorCode::OperatorNotPermitted, ErrorCode::StoreUnreachable,
    };
    return std::find(std::begin(all), std::end(all), code) != std::end(all);
}

// Where others write at the same time: what met another of them is done again.
Result<void> take_order_for_sure(Work &work, const ImportedOrder &imported, const Actor &actor)
{
    constexpr int most_attempts = 5;
    auto taken = take_order(work, imported, actor);
    for (int attempt = 1; !taken && attempt < most_attempts; ++attempt) {
        if (taken.error().code != ErrorCode::StoreRetry && taken.error().code != ErrorCode::StoreConflict)
            break;
        taken = take_order(work, imported, actor);
    }
    return taken;
}

}  // namespace

Result<ImportReport> import_goods(Work &work, const GoodsFile &file, const Actor &actor,
                                  const std::function<bool(std::size_t, std::size_t)> &progress)
{
    if (auto checked = check_actor(work.ledger.reader().registry(), actor, Right::Administer); !checked)
        return pass_on(checked);
    ImportReport report;
    report.refused = file.refused;
    std::size_t done = 0;
    for (const ImportedOrder &order : file.orders) {
        const auto taken = take_order_for_sure(work, order, actor);
        if (taken) {
            ++report.orders;
            report.parcels += static_cast<int>(order.parcels.size());
        } else if (ends_import(taken.error().code)) {
            return fail(taken.error().code,
                        order.where + ", after " + std::to_string(report.orders) + " orders: " + taken.error().detail);
        } else {
            report.refused.push_back({order.where, order.order.order_no.text(), to_line(taken.error())});
        }
        if (progress && !progress(++done, file.orders.size()))
            break;
    }
    return report;
}

}  // namespace aftercharge
