// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/evidence_files.h"
#include "app/ctl/ticket_record.h"
#include "models/workflow/decide_ticket.h"
#include "models/workflow/open_ticket.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/read_ticket.h"

namespace aftercharge::ctl {
namespace {

struct OpenOptions {
    OrderNo order_no;
    ShipmentNo shipment_no;
    std::optional<TicketKind> kind;
    std::string text;
    std::string reason;
    std::vector<std::string> evidence;
};

struct ListOptions {
    std::optional<TicketState> state;
    bool all = false;
};

struct AssignOptions {
    TicketNo ticket_no;
    OperatorName to;
};

struct RejectOptions {
    TicketNo ticket_no;
    std::string reason;
};

// And shows the ticket that was made or changed.
Result<void> decide(Context &context, const Decision &made, const OperatorName &by)
{
    const auto outcome = context.decide(made, by);
    if (!outcome)
        return pass_on(outcome);
    const auto ticket = TicketNo::from_text(*outcome).and_then(
        [&](const TicketNo &ticket_no) { return context.work().ledger.reader().tickets().find(ticket_no); });
    if (!ticket)
        return pass_on(ticket);
    context.show(ticket_record(*ticket));
    return {};
}

Result<void> open(Context &context, const OpenOptions &options)
{
    const auto actor = context.anybody();
    if (!actor)
        return pass_on(actor);
    TicketDraft draft;
    draft.kind = *options.kind;
    draft.order_no = options.order_no;
    draft.shipment_no = options.shipment_no;
    draft.reason = options.reason;
    draft.text = options.text;
    draft.actor = *actor;
    auto files = read_evidence(options.evidence);
    if (!files)
        return pass_on(files);
    draft.evidence = std::move(*files);
    return decide(context, decision::OpenTicket{draft}, *OperatorName::from_text(actor->name));
}

Result<void> list(Context &context, const ListOptions &options)
{
    TicketQuery query;
    query.scope = options.all || options.state ? TicketQuery::Scope::All : TicketQuery::Scope::Open;
    query.state = options.state;
    Records records;
    do {
        const auto page = context.work().ledger.reader().tickets().page(query);
        if (!page)
            return pass_on(page);
        for (const Ticket &ticket : page->rows)
            records.push_back(ticket_record(ticket));
        query.page.after = page->next;
    } while (!query.page.after.empty());
    context.show(records);
    return {};
}

Result<void> show(Context &context, const TicketNo &ticket_no)
{
    Work &work = context.work();
    const auto dossier = read_ticket(work.ledger.reader(), work.telemetry.reader(), ticket_no);
    if (!dossier)
        return pass_on(dossier);
    context.show(dossier_record(*dossier));
    return {};
}

// A step on the ticket as it stands now.
Result<TicketStep> step_on(Context &context, const TicketNo &ticket_no)
{
    const auto by = context.decider();
    if (!by)
        return pass_on(by);
    const auto ticket = context.work().ledger.reader().tickets().find(ticket_no);
    if (!ticket)
        return pass_on(ticket);
    return TicketStep{ticket_no, ticket->version, *by};
}

Result<void> assign(Context &context, const AssignOptions &options)
{
    const auto step = step_on(context, options.ticket_no);
    if (!step)
        return pass_on(step);
    return decide(context, decision::AssignTicket{step->ticket_no, step->version, options.to}, step->by);
}

Result<void> reject(Context &context, const RejectOptions &options)
{
    const auto step = step_on(context, options.ticket_no);
    if (!step)
        return pass_on(step);
    return decide(context, decision::RejectTicket{step->ticket_no, step->version, options.reason}, step->by);
}

void add_reading_commands(CommandLine &line, CLI::App *group)
{
    auto listing = std::make_shared<ListOptions>();
    CLI::App *list_command = group->add_subcommand("list", "Open ones, the most urgent first");
    add_word(list_command, "--state", listing->state, "Only these");
    list_command->add_flag("--all", listing->all, "Those that are over as well");
    line.on(list_command, [listing](Context &context) { return list(context, *listing); });

    auto shown = std::make_shared<TicketNo>();
    CLI::App *show_command = group->add_subcommand("show", "A ticket with what it is decided on");
    add_id(show_command, "NO", *shown, "Of the ticket")->required();
    line.on(show_command, [shown](Context &context) { return show(context, *shown); });
}

void add_deciding_commands(CommandLine &line, CLI::App *group)
{
    auto assigning = std::make_shared<AssignOptions>();
    CLI::App *assign_command = group->add_subcommand("assign", "Gives a ticket to somebody");
    add_id(assign_command, "NO", assigning->ticket_no, "Of the ticket")->required();
    add_id(assign_command, "--to", assigning->to, "Whose it becomes")->required();
    line.on(assign_command, [assigning](Context &context) { return assign(context, *assigning); });

    auto rejecting = std::make_shared<RejectOptions>();
    CLI::App *reject_command = group->add_subcommand("reject", "Ends a ticket without money");
    add_id(reject_command, "NO", rejecting->ticket_no, "Of the ticket")->required();
    reject_command->add_option("--reason", rejecting->reason, "What the customer is told")->required();
    line.on(reject_command, [rejecting](Context &context) { return reject(context, *rejecting); });
}

}  // namespace

void add_ticket_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("ticket", "Complaints and findings");
    auto opening = std::make_shared<OpenOptions>();
    CLI::App *command = group->add_subcommand("open", "Opens a ticket, or adds to the order's open one");
    add_id(command, "--order", opening->order_no, "What it is about")->required();
    add_id(command, "--shipment", opening->shipment_no, "The parcel of a goods order that it is about");
    add_word(command, "--kind", opening->kind, "Of the ticket")->required();
    command->add_option("--text", opening->text, "The customer's words")->required();
    command->add_option("--reason", opening->reason, "In one line");
    command->add_option("--evidence", opening->evidence, "PNG, JPEG, PDF or text; one or more")
        ->check(CLI::ExistingFile);
    line.on(command, [opening](Context &context) { return open(context, *opening); });
    add_reading_commands(line, group);
    add_deciding_commands(line, group);
}

}  // namespace aftercharge::ctl
