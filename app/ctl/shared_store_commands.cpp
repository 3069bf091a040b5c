// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/shared_store_commands.h"

#include "app/wiring/local_store.h"
#include "app/wiring/make_shared_store.h"

namespace aftercharge::ctl {
namespace {

constexpr std::size_t shortest_password = 8;

Operator person_of(const OperatorName &name, Role role, const std::string &display_name)
{
    Operator person;
    person.name = name;
    person.role = role;
    person.display_name = display_name;
    return person;
}

}  // namespace

Result<std::string> new_password(const std::string &login, const std::string &file)
{
    auto password = file.empty() ? prompt_for_new_password(login) : read_password_file(file);
    if (password && password->size() < shortest_password)
        return fail(ErrorCode::InputInvalid, "the password of " + login + " is shorter than 8 bytes");
    return password;
}

Result<void> init_shared(Context &context, const NetworkInput &input, const InitOptions &options)
{
    // Passwords first: nothing is made that somebody then cannot enter.
    std::vector<SharedPerson> people;
    auto password = new_password(first_operator().text(), options.password_file);
    if (!password)
        return pass_on(password);
    people.push_back({person_of(first_operator(), Role::Administrator, "Administrator"), std::move(*password)});
    if (!options.worker.is_empty()) {
        auto of_worker = new_password(options.worker.text(), options.worker_password_file);
        if (!of_worker)
            return pass_on(of_worker);
        people.push_back({person_of(options.worker, Role::Worker, options.worker.text()), std::move(*of_worker)});
    }
    const auto where = context.location();
    if (!where)
        return pass_on(where);
    const auto network = make_shared_store(*where, input, people);
    if (!network)
        return pass_on(network);
    Record record;
    record.add("store", context.store_url().name())
        .add("store_id", network->store_id)
        .add("name", network->name)
        .add("currency", network->currency.code())
        .add("time_zone", network->time_zone)
        .add("operator", first_operator())
        .add("worker", options.worker);
    context.show(record);
    return {};
}

Result<void> upgrade_shared(Context &context)
{
    if (!context.store_url().is_shared())
        return fail(ErrorCode::InputInvalid, "a local store is brought up when it is opened");
    const auto where = context.location();
    if (!where)
        return pass_on(where);
    if (auto upgraded = upgrade_shared_store(*where, SystemClock()); !upgraded)
        return upgraded;
    Record record;
    record.add("store", context.store_url().name()).add("upgraded", true);
    context.show(record);
    return {};
}

Result<std::vector<std::string>> warnings_of(Context &context)
{
    if (!context.store_url().is_shared())
        return std::vector<std::string>();
    return context.location().and_then(
        [&](const SharedLocation &where) { return shared_store_warnings(where, context.role()); });
}

void add_warnings(Record &record, const Context &context, const std::vector<std::string> &warnings)
{
    if (context.store_url().is_shared())
        record.add("warnings", warnings);
}

}  // namespace aftercharge::ctl
