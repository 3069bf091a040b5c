// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::ctl {
namespace {

struct AddOptions {
    OperatorName name;
    std::optional<Role> role;
    std::string display_name;
    std::string limit;
};

struct LimitOptions {
    OperatorName name;
    std::string limit;
};

Record record_of(const Operator &person)
{
    Record record;
    record.add("name", person.name)
        .add("display_name", text_or_null(person.display_name))
        .add("role", enum_value(person.role))
        .add("limit_minor", person.approval_limit)
        .add("currency", person.approval_limit ? Value(person.approval_limit->currency().code()) : Value())
        .add("disabled", person.disabled)
        .add("created_at", person.created_at);
    return record;
}

Result<void> add(Context &context, const AddOptions &options)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    Operator person;
    person.name = options.name;
    person.display_name = options.display_name.empty() ? options.name.text() : options.display_name;
    person.role = *options.role;
    person.created_at = context.work().clock.now();
    if (!options.limit.empty()) {
        const auto limit = context.amount(options.limit);
        if (!limit)
            return pass_on(limit);
        person.approval_limit = *limit;
    }
    if (auto added = add_operator(context.work(), person, *actor); !added)
        return added;
    context.show(record_of(person));
    return {};
}

Result<void> list(Context &context)
{
    const auto operators = context.work().ledger.reader().registry().operators();
    if (!operators)
        return pass_on(operators);
    Records records;
    for (const Operator &person : *operators)
        records.push_back(record_of(person));
    context.show(records);
    return {};
}

Result<void> disable(Context &context, const OperatorName &name)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto person = disable_operator(context.work(), name, *actor);
    if (!person)
        return pass_on(person);
    context.show(record_of(*person));
    return {};
}

Result<void> set_limit(Context &context, const LimitOptions &options)
{
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
    const auto limit = context.amount(options.limit);
    if (!limit)
        return pass_on(limit);
    const auto person = set_operator_limit(context.work(), options.name, *limit, *actor);
    if (!person)
        return pass_on(person);
    context.show(record_of(*person));
    return {};
}

}  // namespace

void add_operator_commands(CommandLine &line)
{
    CLI::App *group = line.add_group("operator", "The people who work at the desk");

    auto adding = std::make_shared<AddOptions>();
    CLI::App *add_command = group->add_subcommand("add", "Adds a person");
    add_id(add_command, "NAME", adding->name, "What --as and the log-in take")->required();
    add_word(add_command, "--role", adding->role, "What he may do")->required();
    add_command->add_option("--limit", adding->limit, "What he may approve by himself, in the store's currency");
    add_command->add_option("--display-name", adding->display_name, "For the screens");
    line.on(add_command, [adding](Context &context) { return add(context, *adding); });

    line.on(group->add_subcommand("list", "Lists them"), list);

    auto disabled = std::make_shared<OperatorName>();
    CLI::App *disable_command = group->add_subcommand("disable", "Ends a person's rights");
    add_id(disable_command, "NAME", *disabled, "Whose")->required();
    line.on(disable_command, [disabled](Context &context) { return disable(context, *disabled); });

    auto limiting = std::make_shared<LimitOptions>();
    CLI::App *limit_command = group->add_subcommand("set-limit", "Sets what a person may approve by himself");
    add_id(limit_command, "NAME", limiting->name, "Whose")->required();
    limit_command->add_option("AMOUNT", limiting->limit, "In the store's currency")->required();
    line.on(limit_command, [limiting](Context &context) { return set_limit(context, *limiting); });
}

}  // namespace aftercharge::ctl
