// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/ctl/record.h"
#include "app/wiring/key_source.h"
#include "app/wiring/store_url.h"
#include "models/domain/actor.h"
#include "models/domain/error.h"
#include "models/workflow/changes.h"
#include "models/workflow/work.h"

namespace aftercharge {
class LocalStore;
}  // namespace aftercharge

namespace aftercharge::ctl {

// Options that may stand anywhere on the line.
struct GlobalOptions {
    std::string store;
    std::string key_file;
    std::string config;
    std::string as;
    bool json = false;
};

// What a command works with: the store, opened when it is asked for; who acts; how to print.
class Context {
public:
    explicit Context(GlobalOptions options);
    ~Context();

    // Reads --config and checks --store. Every error here is wrong usage.
    Result<void> prepare(bool needs_store);

    const StoreUrl &store_url() const { return url_; }
    KeySource key_source() const;
    // A store that was rolled back opens for reading.
    Result<LocalStore *> open_store();
    // The store must be open.
    Work &work() { return *work_; }

    // Decimal text in the store's currency.
    Result<Money> amount(const std::string &text);

    // Who decides about tickets and money: --as; else the operator with the name of the system's
    // user; else the only operator there is. The workflow checks his rights.
    Result<OperatorName> decider();
    // Who administers: the same, else "admin". operator.not_permitted if he is no administrator.
    Result<Actor> administrator();
    // Who does what any operator may: the same, else "admin".
    Result<Actor> anybody();

    bool is_json() const { return options_.json; }
    void show(const Record &record) const;
    void show(const Records &records) const;

private:
    Result<std::optional<OperatorName>> usual_operator();
    Result<OperatorName> administrating_name();

    GlobalOptions options_;
    StoreUrl url_;
    std::unique_ptr<LocalStore> store_;
    Changes changes_;
    std::optional<Work> work_;
};

// "code: detail", one line on standard error.
void complain(const Error &error);

}  // namespace aftercharge::ctl
