// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/goods_record.h"
#include "app/ctl/order_record.h"
#include "models/workflow/confirm_settlement.h"

namespace aftercharge::ctl {
namespace {

Result<OrderExplanation> explanation_of(Context &context, const OrderNo &order_no)
{
    Work &work = context.work();
    return explain_order(work.ledger.reader(), work.telemetry.reader(), order_no);
}

Result<bool> is_of_goods(Context &context, const OrderNo &order_no)
{
    return context.work().ledger.reader().goods().exists(order_no);
}

Result<void> show_goods(Context &context, const OrderNo &order_no, Record (*record)(const GoodsDossier &))
{
    const auto dossier = read_goods_order(context.work().ledger.reader(), order_no);
    if (!dossier)
        return pass_on(dossier);
    context.show(record(*dossier));
    return {};
}

Result<void> show(Context &context, const OrderNo &order_no)
{
    if (const auto goods = is_of_goods(context, order_no); !goods || *goods)
        return goods ? show_goods(context, order_no, goods_record) : pass_on(goods);
    const auto order = context.work().ledger.reader().orders().find(order_no);
    if (!order)
        return pass_on(order);
    if (order->state != OrderState::Charging) {
        context.show(order_record(*order));
        return {};
    }
    const auto explanation = explanation_of(context, order_no);
    if (!explanation)
        return pass_on(explanation);
    context.show(order_record(priced_so_far(*explanation)));
    return {};
}

Result<void> log(Context &context, const OrderNo &order_no)
{
    if (const auto goods = is_of_goods(context, order_no); !goods || *goods) {
        const auto entries = context.work().ledger.reader().goods().log(order_no);
        if (!entries)
            return pass_on(entries);
        context.show(goods_log(*entries));
        return {};
    }
    OrderReader &orders = context.work().ledger.reader().orders();
    if (const auto order = orders.find(order_no); !order)
        return pass_on(order);
    const auto entries = orders.log(order_no);
    if (!entries)
        return pass_on(entries);
    Records records;
    for (const OrderLogEntry &entry : *entries) {
        Record record;
        record.add("order_no", entry.order_no)
            .add("at", entry.at)
            .add("from_state", enum_value(entry.from))
            .add("to_state", enum_value(entry.to))
            .add("event", entry.event)
            .add("actor_source", enum_value(entry.actor.source))
            .add("actor_name", entry.actor.name)
            .add("note", text_or_null(entry.note));
        records.push_back(std::move(record));
    }
    context.show(records);
    return {};
}

Result<void> explain(Context &context, const OrderNo &order_no)
{
    if (const auto goods = is_of_goods(context, order_no); !goods || *goods)
        return goods ? show_goods(context, order_no, goods_explanation) : pass_on(goods);
    const auto explanation = explanation_of(context, order_no);
    if (!explanation)
        return pass_on(explanation);
    context.show(explanation_record(*explanation));
    return {};
}

struct ConfirmOptions {
    OrderNo order_no;
    std::string reason;
};

Result<void> confirm(Context &context, const ConfirmOptions &options)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto outcome = context.decide(decision::ConfirmSettlement{options.order_no, options.reason}, *by);
    if (!outcome)
        return pass_on(outcome);
    const auto order = context.work().ledger.reader().orders().find(options.order_no);
    if (!order)
        return pass_on(order);
    context.show(order_record(*order));
    return {};
}

using OnOrder = Result<void> (*)(Context &, const OrderNo &);

void add_command(CommandLine &line, CLI::App *group, const std::string &name, const std::string &help, OnOrder run)
{
    auto order_no = std::make_shared<OrderNo>();
    CLI::App *command = group->add_subcommand(name, help);
    add_id(command, "ORDER_NO", *order_no, "Of the order")->required();
    line.on(command, [order_no, run](Context &context) { return run(context, *order_no); });
}

void add_confirm(CommandLine &line, CLI::App *group)
{
    auto options = std::make_shared<ConfirmOptions>();
    CLI::App *command = group->add_subcommand("confirm", "Accepts the provisional fee of a doubtful meter");
    add_id(command, "ORDER_NO", options->order_no, "Of the order")->required();
    command->add_option("--reason", options->reason, "Why the accepted readings are right")->required();
    line.on(command, [options](Context &context) { return confirm(context, *options); });
}

}  // namespace

void add_order_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("order", "Orders, charging and goods");
    add_command(line, group, "show", "An order's state, money and meter", show);
    add_command(line, group, "log", "Everything that happened to it, oldest first", log);
    add_command(line, group, "explain", "How its amounts come about", explain);
    add_confirm(line, group);
}

}  // namespace aftercharge::ctl
