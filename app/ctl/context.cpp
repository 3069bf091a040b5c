// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

#include <algorithm>
#include <cstdio>

#include <pwd.h>
#include <unistd.h>

#include "app/ctl/output.h"
#include "app/wiring/config_file.h"
#include "app/wiring/local_store.h"
#include "models/workflow/operator_rights.h"

namespace aftercharge::ctl {
namespace {

std::string system_user()
{
    const passwd *entry = getpwuid(geteuid());
    return entry ? entry->pw_name : std::string();
}

}  // namespace

Context::Context(GlobalOptions options) : options_(std::move(options)) {}

Context::~Context() = default;

Result<void> Context::prepare(bool needs_store)
{
    if (auto filled = fill_from_config(options_.config, {{options_.store, &ConfigFile::store},
                                                         {options_.key_file, &ConfigFile::key_file},
                                                         {options_.as, &ConfigFile::as}});
        !filled)
        return filled;
    if (!options_.as.empty()) {
        if (auto checked = check_id_text(options_.as); !checked)
            return fail(checked.error().code, "--as: " + checked.error().detail);
    }
    if (options_.store.empty())
        return needs_store ? Result<void>(fail(ErrorCode::InputInvalid, "--store sqlcipher:PATH is needed"))
                           : Result<void>();
    const auto url = parse_store_url(options_.store);
    if (!url)
        return pass_on(url);
    url_ = *url;
    return {};
}

KeySource Context::key_source() const
{
    KeySource source;
    if (!options_.key_file.empty())
        source.key_file = options_.key_file;
    source.prompt = prompt_on_terminal;
    return source;
}

Result<LocalStore *> Context::open_store()
{
    auto opened = open_local_store(url_, key_source());
    if (!opened)
        return pass_on(opened);
    store_ = std::move(*opened);
    work_.emplace(Work{store_->ledger(), store_->telemetry(), store_->clock(), store_->random(), changes_});
    return store_.get();
}

Result<Money> Context::amount(const std::string &text)
{
    const auto network = work_->ledger.reader().registry().network();
    if (!network)
        return pass_on(network);
    return Money::from_text(text, network->currency);
}

Result<std::optional<OperatorName>> Context::usual_operator()
{
    if (!options_.as.empty()) {
        auto named = OperatorName::from_text(options_.as);
        if (!named)
            return pass_on(named);
        return std::optional<OperatorName>{*named};
    }
    const auto operators = work_->ledger.reader().registry().operators();
    if (!operators)
        return pass_on(operators);
    const std::string user = system_user();
    for (const Operator &person : *operators) {
        if (person.name.text() == user || operators->size() == 1)
            return std::optional<OperatorName>{person.name};
    }
    return std::optional<OperatorName>{};
}

Result<OperatorName> Context::decider()
{
    const auto usual = usual_operator();
    if (!usual)
        return pass_on(usual);
    if (!*usual)
        return fail(ErrorCode::OperatorNotFound, "who decides? say --as OPERATOR (there is no operator \"" +
                                                     system_user() + "\"; see operator list)");
    return **usual;
}

Result<OperatorName> Context::administrating_name()
{
    const auto usual = usual_operator();
    if (!usual)
        return pass_on(usual);
    return usual->value_or(first_operator());
}

Result<Actor> Context::administrator()
{
    const auto name = administrating_name();
    if (!name)
        return pass_on(name);
    const auto person = permitted_operator(work_->ledger.reader().registry(), *name, Right::Administer);
    if (!person)
        return pass_on(person);
    return actor_of(person->name);
}

Result<Actor> Context::anybody()
{
    const auto name = administrating_name();
    if (!name)
        return pass_on(name);
    const auto person = permitted_operator(work_->ledger.reader().registry(), *name, Right::CommandChargers);
    if (!person)
        return pass_on(person);
    return actor_of(person->name);
}

void Context::show(const Record &record) const
{
    print(is_json() ? to_json(record) : to_lines(record));
}

void Context::show(const Records &records) const
{
    print(is_json() ? to_json(records) : to_table(records));
}

void complain(const Error &error)
{
    std::string line = to_line(error);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::fprintf(stderr, "%s\n", line.c_str());
}

}  // namespace aftercharge::ctl
