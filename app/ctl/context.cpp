// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

#include <algorithm>
#include <cstdio>

#include <pwd.h>
#include <unistd.h>

#include "app/ctl/output.h"
#include "app/wiring/config_file.h"
#include "app/wiring/local_store.h"
#include "app/wiring/open_gate.h"
#include "models/workflow/decision_sender.h"
#include "models/workflow/operator_rights.h"
#include "models/workflow/perform_decision.h"

namespace aftercharge::ctl {
namespace {

std::string system_user()
{
    const passwd *entry = getpwuid(geteuid());
    return entry ? entry->pw_name : std::string();
}

std::optional<Operator> find_operator(const std::vector<Operator> &operators, const std::string &login)
{
    for (const Operator &person : operators) {
        if (person.name.text() == login)
            return person;
    }
    return std::nullopt;
}

}  // namespace

Context::Context(GlobalOptions options) : options_(std::move(options)) {}

Context::~Context() = default;

Result<void> Context::prepare(bool needs_store)
{
    if (auto filled = fill_from_config(options_.config, {{options_.store, &ConfigFile::store},
                                                         {options_.store_ca, &ConfigFile::store_ca},
                                                         {options_.key_file, &ConfigFile::key_file},
                                                         {options_.as, &ConfigFile::as}});
        !filled)
        return filled;
    if (!options_.as.empty()) {
        if (auto checked = check_id_text(options_.as); !checked)
            return fail(checked.error().code, "--as: " + checked.error().detail);
    }
    if (options_.store.empty())
        return needs_store ? Result<void>(fail(ErrorCode::InputInvalid,
                                               "--store sqlcipher:PATH or postgresql://LOGIN@HOST/DATABASE is needed"))
                           : Result<void>();
    const auto url = parse_store_url(options_.store, options_.store_ca);
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

Result<OpenedStore *> Context::open_store()
{
    if (url_.is_shared()) {
        if (auto opened = open_shared(); !opened)
            return pass_on(opened);
    } else {
        auto opened = aftercharge::open_local_store(url_, key_source());
        if (!opened)
            return pass_on(opened);
        store_ = std::move(*opened);
    }
    work_.emplace(Work{store_->ledger(), store_->telemetry(), store_->clock(), store_->random(), changes_});
    return store_.get();
}

Result<LocalStore *> Context::open_local_store(const std::string &what)
{
    if (url_.is_shared())
        return fail(ErrorCode::InputInvalid, what);
    return open_store().map([](OpenedStore *store) { return static_cast<LocalStore *>(store); });
}

Result<SharedLocation> Context::location()
{
    if (!password_) {
        auto secret = load_store_secret(url_, key_source());
        if (!secret)
            return pass_on(secret);
        password_ = std::get<LoginPassword>(std::move(*secret));
    }
    return shared_location(url_, *password_);
}

// First as a desk, which anybody's login can: it says who it is.
Result<void> Context::open_shared()
{
    const auto where = location();
    if (!where)
        return pass_on(where);
    auto desk = aftercharge::open_store(url_, *password_, SharedRole::Desk);
    if (!desk)
        return pass_on(desk);
    const auto operators = (*desk)->ledger().reader().registry().operators();
    if (!operators)
        return pass_on(operators);
    const auto person = find_operator(*operators, url_.shared->user);
    is_person_ = person && person->role != Role::Worker;
    store_ = std::move(*desk);
    if (is_person_)
        return {};
    role_ = person ? SharedRole::Daemon : SharedRole::Owner;
    auto opened = aftercharge::open_store(url_, *password_, role_);
    if (!opened)
        return person ? pass_on(opened)
                      : fail(ErrorCode::OperatorNotFound, url_.shared->user + " is no operator of this store");
    store_ = std::move(*opened);
    return {};
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
    if (is_person_) {
        if (!options_.as.empty() && options_.as != url_.shared->user)
            return fail(ErrorCode::OperatorNotPermitted,
                        "logged in as " + url_.shared->user + ", nobody acts as " + options_.as);
        const auto login = OperatorName::from_text(url_.shared->user);
        if (!login)
            return pass_on(login);
        return std::optional<OperatorName>{*login};
    }
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

Result<std::string> Context::decide(const Decision &decision, const OperatorName &by)
{
    return hands_in() ? hand_in(decision) : perform(*work_, decision, by);
}

Result<std::string> Context::hand_in(const Decision &decision)
{
    const auto where = location();
    if (!where)
        return pass_on(where);
    DecisionSender sender(store_->clock(), store_->random());
    const auto started = sender.start([&]() -> Result<std::unique_ptr<DecisionLine>> {
        auto gate = open_gate(*where);
        if (!gate)
            return pass_on(gate);
        auto reader = open_shared_store(*where, SharedRole::Desk).and_then([](const OpenStore &store) {
            return store.ledger->open_reader();
        });
        if (!reader)
            return pass_on(reader);
        return std::make_unique<StoreLine>(std::move(*gate), std::move(*reader));
    });
    if (!started)
        return pass_on(started);
    auto answer = sender.send(decision);
    answer.waitForFinished();
    return answer.takeResult();
}

Error Context::explained(Error error) const
{
    // A person's connection reads: whatever is no decision needs one that writes.
    if (hands_in() && error.code == ErrorCode::StoreReadOnly && !store_->report().problem)
        return {ErrorCode::OperatorNotPermitted, url_.shared->user + " is a person's login, which reads and decides; "
                                                                     "this takes a daemon's (role worker)"};
    return error;
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
