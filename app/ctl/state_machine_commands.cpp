// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "models/domain/charging_order_states.h"
#include "models/domain/goods_states.h"
#include "models/domain/refund_states.h"
#include "models/domain/ticket_states.h"

namespace aftercharge::ctl {
namespace {

template<typename State, typename Event, std::size_t N>
void add_machine(Records &records, std::string_view name, const std::array<Transition<State, Event>, N> &table)
{
    for (const auto &row : table) {
        Record record;
        record.add("machine", name)
            .add("from", to_text(row.from))
            .add("event", to_text(row.event))
            .add("to", to_text(row.to));
        records.push_back(std::move(record));
    }
}

Result<void> show(Context &context)
{
    Records records;
    add_machine(records, "charging_order", charging_order_table);
    add_machine(records, "payment_refund", payment_refund_table);
    add_machine(records, "cs_ticket", cs_ticket_table);
    add_machine(records, "orders", orders_table);
    add_machine(records, "shipment", shipment_table);
    add_machine(records, "carrier_claim", carrier_claim_table);
    context.show(records);
    return {};
}

}  // namespace

void add_state_machine_commands(CommandLine &line)
{
    CLI::App *command = line.app().add_subcommand("state-machines", "Prints every state table: from, event, to");
    line.on_unopened(command, false, show);
}

}  // namespace aftercharge::ctl
