// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/opened_store.h"

#include "app/wiring/local_store.h"

namespace aftercharge {

Result<std::vector<std::string>> OpenedStore::check()
{
    const auto report = ledger().reader().audit().verify({});
    if (!report)
        return pass_on(report);
    std::vector<std::string> problems;
    if (!report->intact)
        problems.push_back(report->problem);
    return problems;
}

SharedLocation shared_location(const StoreUrl &url, const LoginPassword &password)
{
    return {*url.shared, password.text, state_folder()};
}

Result<std::unique_ptr<OpenedStore>> open_store(const StoreUrl &url, const StoreSecret &secret, SharedRole role)
{
    if (!url.is_shared()) {
        auto local = open_local_store(url, std::get<StoreKey>(secret));
        if (!local)
            return pass_on(local);
        return std::move(*local);
    }
    auto opened = open_shared_store(shared_location(url, std::get<LoginPassword>(secret)), role);
    if (!opened)
        return pass_on(opened);
    return std::make_unique<OpenedStore>(url, std::move(*opened));
}

}  // namespace aftercharge
