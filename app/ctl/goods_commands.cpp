// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/ctl/command_line.h"
#include "app/ctl/files.h"
#include "app/ctl/goods_record.h"
#include "models/workflow/import_goods.h"
#include "models/workflow/reship.h"

namespace aftercharge::ctl {
namespace {

constexpr std::size_t largest_import = std::size_t{32} << 20;

struct ListOptions {
    std::optional<GoodsOrderState> state;
    std::string text;
};

struct AdvanceOptions {
    ShipmentNo shipment_no;
    std::optional<ShipmentState> to;
    std::string note;
};

// What was refused is part of what is printed; nothing taken at all is a refusal.
Result<void> import(Context &context, const std::string &path)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto text = read_file(path, largest_import);
    if (!text)
        return pass_on(text);
    const auto first = text->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool is_json = first != std::string::npos && ((*text)[first] == '[' || (*text)[first] == '{');
    const auto file = is_json ? read_goods_json(*text) : read_goods_csv(*text);
    if (!file)
        return pass_on(file);
    const auto report = import_goods(context.work(), *file, *actor);
    if (!report)
        return pass_on(report);
    context.show(import_record(*report));
    if (report->orders == 0 && !report->refused.empty())
        return fail(ErrorCode::InputInvalid, path + ": every order was refused");
    return {};
}

Result<void> list(Context &context, const ListOptions &options)
{
    GoodsQuery query;
    query.state = options.state;
    query.text = options.text;
    Records records;
    do {
        const auto page = context.work().ledger.reader().goods().page(query);
        if (!page)
            return pass_on(page);
        for (const GoodsOrder &order : page->rows)
            records.push_back(goods_line(order));
        query.page.after = page->next;
    } while (!query.page.after.empty());
    context.show(records);
    return {};
}

Result<void> show_parcel(Context &context, const ShipmentNo &shipment_no)
{
    LedgerReader &ledger = context.work().ledger.reader();
    const auto shipment = ledger.shipments().find(shipment_no);
    if (!shipment)
        return pass_on(shipment);
    const auto goods = read_goods_order(ledger, shipment->order_no);
    if (!goods)
        return pass_on(goods);
    for (const ParcelView &parcel : goods->parcels) {
        if (parcel.shipment.shipment_no == shipment_no)
            context.show(parcel_record(parcel));
    }
    return {};
}

// The event that leads to a state, by the state table.
Result<ShipmentEvent> event_to(const Shipment &shipment, ShipmentState to)
{
    for (const auto &row : shipment_table) {
        if (row.from == shipment.state && row.to == to)
            return row.event;
    }
    return fail(ErrorCode::StateNotAllowed, shipment.shipment_no.text() + " is " +
                                                std::string(to_text(shipment.state)) + " and does not become " +
                                                std::string(to_text(to)));
}

Result<void> advance(Context &context, const AdvanceOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto shipment = context.work().ledger.reader().shipments().find(options.shipment_no);
    if (!shipment)
        return pass_on(shipment);
    const auto event = event_to(*shipment, *options.to);
    if (!event)
        return pass_on(event);
    const auto advanced = context.decide(decision::AdvanceShipment{options.shipment_no, *event, options.note}, *by);
    if (!advanced)
        return pass_on(advanced);
    return show_parcel(context, options.shipment_no);
}

Result<void> buy(Context &context, const ShipmentNo &shipment_no)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    if (const auto bought = buy_label(context.work(), shipment_no, {Source::Admin, by->text()}); !bought)
        return pass_on(bought);
    return show_parcel(context, shipment_no);
}

void add_shipment_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("shipment", "Parcels of goods orders");
    auto shown = std::make_shared<ShipmentNo>();
    CLI::App *show_command = group->add_subcommand("show", "A parcel with its items and its shipment_status_log");
    add_id(show_command, "NO", *shown, "Of the shipment")->required();
    line.on(show_command, [shown](Context &context) { return show_parcel(context, *shown); });

    auto advancing = std::make_shared<AdvanceOptions>();
    CLI::App *advance_command = group->add_subcommand("advance", "Says where a parcel is now");
    add_id(advance_command, "NO", advancing->shipment_no, "Of the shipment")->required();
    add_word(advance_command, "STATUS", advancing->to, "What it becomes")->required();
    advance_command->add_option("--note", advancing->note, "For its log");
    line.on(advance_command, [advancing](Context &context) { return advance(context, *advancing); });

    auto bought = std::make_shared<ShipmentNo>();
    CLI::App *buy_command = group->add_subcommand("buy-label", "Has a label bought by the effect worker");
    add_id(buy_command, "NO", *bought, "Of the shipment")->required();
    line.on(buy_command, [bought](Context &context) { return buy(context, *bought); });
}

}  // namespace

void add_goods_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("goods", "Goods orders (order show prints one)");
    auto path = std::make_shared<std::string>();
    CLI::App *import_command = group->add_subcommand(
        "import", "Takes orders from a JSON or CSV file; what is refused is reported, the rest taken");
    import_command->add_option("FILE", *path, "JSON or CSV")->required()->check(CLI::ExistingFile);
    line.on(import_command, [path](Context &context) { return import(context, *path); });

    auto listing = std::make_shared<ListOptions>();
    CLI::App *list_command = group->add_subcommand("list", "Newest first");
    add_word(list_command, "--state", listing->state, "Only these");
    list_command->add_option("--text", listing->text, "Part of an order, member, payment or tracking number");
    line.on(list_command, [listing](Context &context) { return list(context, *listing); });
    add_shipment_commands(line);
}

}  // namespace aftercharge::ctl
