// SPDX-License-Identifier: GPL-3.0-or-later
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "models/store/sql/local_connection.h"

namespace aftercharge {
namespace {

namespace fs = std::filesystem;

struct File {
    const char *name;
    SqlcipherJournal journal;
};
constexpr File files[] = {{ledger_file, SqlcipherJournal::RollbackExtra}, {telemetry_file, SqlcipherJournal::Wal}};

Result<void> copy_file(const StoreLocation &location, const StoreKey &key, const File &file, const fs::path &target)
{
    const auto database = connect_local(location.folder / file.name, key, file.journal, Access::ReadWrite,
                                        Creation::Existing);
    if (!database)
        return tl::unexpected(database.error());
    // Made here, so that nobody else may read it from the first byte on.
    const int made = ::open((target / file.name).c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (made < 0)
        return fail(ErrorCode::StoreIo, (target / file.name).string() + " cannot be made");
    ::close(made);
    return (*database)->dialect().copy_to(**database, QString::fromStdString((target / file.name).string()));
}

}  // namespace

Result<void> backup_local_store(const StoreLocation &location, const StoreKey &key, const fs::path &target)
{
    std::error_code error;
    if (fs::exists(target, error))
        return fail(ErrorCode::StoreExists, target.string());
    if (!fs::create_directories(target, error) || error)
        return fail(ErrorCode::StoreIo, target.string() + ": " + error.message());
    fs::permissions(target, fs::perms::owner_all, error);
    for (const File &file : files) {
        if (const auto copied = copy_file(location, key, file, target); !copied) {
            fs::remove_all(target, error);
            return copied;
        }
    }
    return {};
}

Result<std::vector<std::string>> check_local_store(const StoreLocation &location, const StoreKey &key)
{
    std::vector<std::string> problems;
    for (const File &file : files) {
        const auto database = connect_local(location.folder / file.name, key, file.journal, Access::ReadOnly,
                                            Creation::Existing);
        if (!database)
            return tl::unexpected(database.error());
        const auto found = (*database)->dialect().integrity(**database);
        if (!found)
            return tl::unexpected(found.error());
        for (const std::string &problem : *found)
            problems.push_back(std::string(file.name) + ": " + problem);
    }
    const auto keeper = std::make_shared<FileHeadKeeper>(location.state_folder);
    const auto ledger = SqlLedgerStore::open(
        local_factory(location.folder / ledger_file, key, SqlcipherJournal::RollbackExtra), keeper, Access::ReadOnly);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const auto report = (*ledger)->ledger().audit().verify({});
    if (!report)
        return tl::unexpected(report.error());
    if (!report->intact)
        problems.push_back(report->problem);
    return problems;
}

}  // namespace aftercharge
