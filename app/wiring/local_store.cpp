// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/local_store.h"

#include <QtCore/QDir>

#include "models/store/sqlcipher/key_wrap.h"
#include "models/workflow/registry_changes.h"

namespace aftercharge {
namespace {

StoreLocation location_of(const StoreUrl &url)
{
    return {url.folder, state_folder()};
}

bool is_there(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

// Who makes the others.
Result<void> add_first_operator(LocalStore &store)
{
    Changes changes;
    Work work{store.ledger(), store.telemetry(), store.clock(), store.random(), changes};
    Operator person;
    person.name = first_operator();
    person.display_name = "Administrator";
    person.role = Role::Administrator;
    person.created_at = store.clock().now();
    return add_operator(work, person, {Source::System, "store init"});
}

bool is_store(const StoreUrl &url)
{
    return is_there(url.folder / "ledger.db");
}

}  // namespace

OperatorName first_operator()
{
    return *OperatorName::from_text("admin");
}

std::filesystem::path state_folder()
{
    // QStandardPaths knows the state folder from Qt 6.7 on.
    const QString configured = qEnvironmentVariable("XDG_STATE_HOME");
    const std::filesystem::path base = QDir::isAbsolutePath(configured)
                                           ? std::filesystem::path(configured.toStdString())
                                           : std::filesystem::path(QDir::homePath().toStdString()) / ".local" / "state";
    return base / "aftercharge";
}

LocalStore::LocalStore(StoreUrl url, StoreKey key, OpenStore opened)
    : OpenedStore(std::move(url), std::move(opened)), key_(std::move(key))
{
}

Result<std::vector<std::string>> LocalStore::check()
{
    return check_local_store(location_of(url()), key_);
}

Result<void> LocalStore::set_passphrase(std::string_view passphrase) const
{
    const auto wrapped = wrap_key(key_, passphrase);
    if (!wrapped)
        return pass_on(wrapped);
    return save_key_wrap(url().folder, *wrapped);
}

Result<void> LocalStore::back_up(const std::filesystem::path &target) const
{
    return backup_local_store(location_of(url()), key_, target);
}

Result<std::unique_ptr<LocalStore>> open_local_store(const StoreUrl &url, const StoreKey &key)
{
    const SystemClock clock;
    auto opened = open_local_store(location_of(url), key, clock);
    if (!opened)
        return pass_on(opened);
    return std::make_unique<LocalStore>(url, key, std::move(*opened));
}

Result<std::unique_ptr<LocalStore>> open_local_store(const StoreUrl &url, const KeySource &source)
{
    if (!is_store(url))
        return fail(ErrorCode::StoreNotFound, url.folder.string());
    const auto key = load_store_key(url, source);
    if (!key)
        return pass_on(key);
    return open_local_store(url, *key);
}

Result<std::unique_ptr<LocalStore>> make_local_store(const StoreUrl &url, const KeySource &source,
                                                     const NetworkInput &network)
{
    if (is_store(url))
        return fail(ErrorCode::StoreExists, url.folder.string());
    const auto key = make_store_key(url, source);
    if (!key)
        return pass_on(key);
    const SystemClock clock;
    SystemRandom random;
    if (const auto made = create_local_store(location_of(url), *key, network, clock, random); !made)
        return pass_on(made);
    auto store = open_local_store(url, *key);
    if (!store)
        return store;
    if (auto added = add_first_operator(**store); !added)
        return pass_on(added);
    return store;
}

}  // namespace aftercharge
