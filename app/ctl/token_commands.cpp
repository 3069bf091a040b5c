// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/output.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::ctl {
namespace {

struct IssueOptions {
    OrderNo order_no;
    std::string desk;
};

Result<void> issue(Context &context, const IssueOptions &options)
{
    const bool for_desk = options.order_no.is_empty();
    // A desk's token shows every session; a customer's one order.
    const auto actor = for_desk ? context.administrator() : context.anybody();
    if (!actor)
        return pass_on(actor);
    const auto token = for_desk ? issue_desk_token(context.work(), options.desk, *actor)
                                : issue_customer_token(context.work(), options.order_no, *actor);
    if (!token)
        return pass_on(token);
    if (!context.is_json()) {
        print(*token + "\n");
        return {};
    }
    Record record;
    record.add("token", *token).add("order_no", options.order_no).add("desk", text_or_null(options.desk));
    context.show(record);
    return {};
}

}  // namespace

void add_token_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("token", "Who may listen to the live feed");
    auto options = std::make_shared<IssueOptions>();
    CLI::App *command = group->add_subcommand("issue", "Makes a bearer token; it is shown this once");
    CLI::App *whom = command->add_option_group("for", "One of them");
    add_id(whom, "--order", options->order_no, "For the customer of an order");
    whom->add_option("--desk", options->desk, "For a desk");
    whom->require_option(1);
    line.on(command, [options](Context &context) { return issue(context, *options); });
}

}  // namespace aftercharge::ctl
