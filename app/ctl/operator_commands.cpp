// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_line.h"
#include "app/ctl/shared_store_commands.h"
#include "app/wiring/open_gate.h"
#include "app/wiring/opened_store.h"
#include "models/store/scram_verifier.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge::ctl {
namespace {

struct AddOptions {
    OperatorName name;
    std::optional<Role> role;
    std::string display_name;
    std::string limit;
    std::string password_file;
};

struct PasswordOptions {
    OperatorName name;
    std::string password_file;
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

// People of a shared store are an administrator's affair under his own login: the store itself
// checks who he is, and changes their logins with them.
Result<std::unique_ptr<DeskGate>> open_gate(Context &context)
{
    if (!context.hands_in())
        return fail(ErrorCode::OperatorNotPermitted,
                    "people of a shared store are changed under the own login of an administrator, such as admin");
    // --as another is refused here too.
    if (const auto by = context.decider(); !by)
        return pass_on(by);
    return context.location().and_then([](const SharedLocation &where) { return open_gate(where); });
}

Result<void> show_operator(Context &context, const OperatorName &name)
{
    const auto operators = context.work().ledger.reader().registry().operators();
    if (!operators)
        return pass_on(operators);
    for (const Operator &person : *operators) {
        if (person.name == name)
            context.show(record_of(person));
    }
    return {};
}

Result<void> add_shared(Context &context, const Operator &person, const std::string &password_file)
{
    const auto gate = open_gate(context);
    if (!gate)
        return pass_on(gate);
    const auto password = new_password(person.name.text(), password_file);
    if (!password)
        return pass_on(password);
    Work &work = context.work();
    const auto verifier = scram_verifier(*password, work.random);
    if (!verifier)
        return pass_on(verifier);
    if (auto added = (*gate)->add_operator(make_uuid(work.clock, work.random), person, *verifier); !added)
        return added;
    return show_operator(context, person.name);
}

// The decision of a gate's function, and who was changed by it.
template<typename Change>
Result<void> change_shared(Context &context, const OperatorName &name, Change change)
{
    const auto gate = open_gate(context);
    if (!gate)
        return pass_on(gate);
    if (auto changed = change(**gate, make_uuid(context.work().clock, context.work().random)); !changed)
        return changed;
    return show_operator(context, name);
}

Result<void> set_password(Context &context, const PasswordOptions &options)
{
    if (!context.store_url().is_shared())
        return fail(ErrorCode::InputInvalid, "on a local store nobody has a password of his own");
    const auto password = new_password(options.name.text(), options.password_file);
    if (!password)
        return pass_on(password);
    const auto verifier = scram_verifier(*password, context.work().random);
    if (!verifier)
        return pass_on(verifier);
    return change_shared(context, options.name, [&](DeskGate &gate, const Uuid & /*id*/) {
        return gate.set_password(options.name, *verifier);
    });
}

Result<void> add(Context &context, const AddOptions &options)
{
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
    if (context.store_url().is_shared())
        return add_shared(context, person, options.password_file);
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
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
    if (context.store_url().is_shared())
        return change_shared(context, name,
                             [&](DeskGate &gate, const Uuid &id) { return gate.disable_operator(id, name); });
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
    const auto limit = context.amount(options.limit);
    if (!limit)
        return pass_on(limit);
    if (context.store_url().is_shared())
        return change_shared(context, options.name, [&](DeskGate &gate, const Uuid &id) {
            return gate.set_operator_limit(id, options.name, *limit);
        });
    const auto actor = context.administrator();
    if (!actor)
        return pass_on(actor);
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
    add_command->add_option("--password-file", adding->password_file,
                            "Shared store: holds the password of the login; else it is asked for");
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

    auto replacing = std::make_shared<PasswordOptions>();
    CLI::App *password_command = group->add_subcommand("set-password", "A new password for a login at a shared store");
    add_id(password_command, "NAME", replacing->name, "Whose")->required();
    password_command->add_option("--password-file", replacing->password_file, "Holds it; else it is asked for");
    line.on(password_command, [replacing](Context &context) { return set_password(context, *replacing); });
}

}  // namespace aftercharge::ctl
