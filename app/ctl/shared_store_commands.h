// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/ctl/context.h"
#include "models/domain/network.h"

namespace aftercharge::ctl {

struct InitOptions {
    std::string currency = "CNY";
    std::string time_zone = "Asia/Shanghai";
    std::string name = "Aftercharge";
    // Of a shared store.
    std::string password_file;
    OperatorName worker;
    std::string worker_password_file;
};

// Database, roles, schemas, the administrator "admin" and, if one is named, a daemon's login;
// --store names a superuser's.
Result<void> init_shared(Context &context, const NetworkInput &input, const InitOptions &options);
Result<void> upgrade_shared(Context &context);

// From a file that its owner alone may read, else asked for twice. input.invalid under 8 bytes.
Result<std::string> new_password(const std::string &login, const std::string &file);

// What an administrator should know of a shared store's server; of a local one nothing.
Result<std::vector<std::string>> warnings_of(Context &context);
// A field of a shared store alone.
void add_warnings(Record &record, const Context &context, const std::vector<std::string> &warnings);

}  // namespace aftercharge::ctl
