// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/ctl/record.h"
#include "app/wiring/key_source.h"
#include "app/wiring/opened_store.h"
#include "app/wiring/store_url.h"
#include "models/domain/actor.h"
#include "models/domain/error.h"
#include "models/workflow/changes.h"
#include "models/workflow/decision.h"
#include "models/workflow/work.h"

namespace aftercharge {
class LocalStore;
class OpenedStore;
}  // namespace aftercharge

namespace aftercharge::ctl {

// Options that may stand anywhere on the line.
struct GlobalOptions {
    std::string store;
    std::string store_ca;
    std::string key_file;
    std::string config;
    std::string as;
    bool json = false;
};

// What a command works with: the store, opened when it is asked for; who acts; how to print. At a
// shared store it depends on the login: a person's reads and hands decisions in, a daemon's (role
// worker) works as on a local store, and so does a superuser's, as the store's owner.
class Context {
public:
    explicit Context(GlobalOptions options);
    ~Context();

    // Reads --config and checks --store. Every error here is wrong usage.
    Result<void> prepare(bool needs_store);

    const StoreUrl &store_url() const { return url_; }
    KeySource key_source() const;
    // A store that was rolled back opens for reading.
    Result<OpenedStore *> open_store();
    // input.invalid for a shared one: `what` is not for it.
    Result<LocalStore *> open_local_store(const std::string &what);
    // Of a shared store: where it is, with the password of its login.
    Result<SharedLocation> location();
    // Of the shared store that is open: as whom.
    SharedRole role() const { return role_; }
    // The store must be open.
    Work &work() { return *work_; }

    // Decimal text in the store's currency.
    Result<Money> amount(const std::string &text);

    // Who decides about tickets and money: --as; else the operator with the name of the system's
    // user; else the only operator there is. The workflow checks his rights. At a shared store a
    // person is who he logged in as (operator.not_permitted).
    Result<OperatorName> decider();
    // Who administers: the same, else "admin". operator.not_permitted if he is no administrator.
    Result<Actor> administrator();
    // Who does what any operator may: the same, else "admin".
    Result<Actor> anybody();

    // Whether a daemon carries out what is decided here.
    bool hands_in() const { return is_person_; }
    // Carries the decision out, or hands it in and waits until a daemon has; answers as perform().
    // Errors: the workflow's; decision.pending, store.unreachable of what was handed in.
    Result<std::string> decide(const Decision &decision, const OperatorName &by);
    // What of an error was due to the login, said so.
    Error explained(Error error) const;

    bool is_json() const { return options_.json; }
    void show(const Record &record) const;
    void show(const Records &records) const;

private:
    Result<void> open_shared();
    Result<std::optional<OperatorName>> usual_operator();
    Result<OperatorName> administrating_name();
    Result<std::string> hand_in(const Decision &decision);

    GlobalOptions options_;
    StoreUrl url_;
    std::unique_ptr<OpenedStore> store_;
    std::optional<LoginPassword> password_;
    SharedRole role_ = SharedRole::Desk;
    bool is_person_ = false;
    Changes changes_;
    std::optional<Work> work_;
};

// "code: detail", one line on standard error.
void complain(const Error &error);

}  // namespace aftercharge::ctl
