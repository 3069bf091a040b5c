// SPDX-License-Identifier: GPL-3.0-or-later
#include <system_error>

#include "models/store/sql/local_connection.h"
#include "models/store/sql/migrations.h"
#include "models/store/sql/new_network.h"

namespace aftercharge {
namespace {

namespace fs = std::filesystem;

// What a failed creation made is taken away again; what was there before stays.
class NewFiles {
public:
    NewFiles(const fs::path &folder, bool is_new_folder) : folder_(folder), is_new_folder_(is_new_folder) {}
    NewFiles(const NewFiles &) = delete;
    NewFiles &operator=(const NewFiles &) = delete;
    ~NewFiles()
    {
        if (is_kept_)
            return;
        std::error_code ignored;
        for (const char *file : {ledger_file, telemetry_file}) {
            for (const char *suffix : {"", "-journal", "-wal", "-shm"})
                fs::remove(folder_ / (std::string(file) + suffix), ignored);
        }
        if (is_new_folder_)
            fs::remove(folder_, ignored);
    }
    void keep() { is_kept_ = true; }

private:
    fs::path folder_;
    bool is_new_folder_;
    bool is_kept_ = false;
};

Result<void> make_ledger(const fs::path &file, const StoreKey &key, const Network &network)
{
    auto database = connect_local(file, key, SqlcipherJournal::RollbackExtra, Access::ReadWrite, Creation::New);
    if (!database)
        return tl::unexpected(database.error());
    return migrate_up(**database, Schema::Ledger, network.created_at)
        .and_then([&] { return (*database)->begin(); })
        .and_then([&] { return insert_network(**database, network); })
        .and_then([&] { return (*database)->commit(); });
}

Result<void> make_telemetry(const fs::path &file, const StoreKey &key, const Network &network)
{
    auto database = connect_local(file, key, SqlcipherJournal::Wal, Access::ReadWrite, Creation::New);
    if (!database)
        return tl::unexpected(database.error());
    return migrate_up(**database, Schema::Telemetry, network.created_at)
        .and_then([&] { return (*database)->begin(); })
        .and_then([&] { return insert_telemetry_store(**database, network.store_id); })
        .and_then([&] { return (*database)->commit(); });
}

}  // namespace

Result<Network> create_local_store(const StoreLocation &location, const StoreKey &key, const NetworkInput &input,
                                   const Clock &clock, Random &random)
{
    if (const auto checked = check_network(input); !checked)
        return tl::unexpected(checked.error());
    std::error_code error;
    for (const char *file : {ledger_file, telemetry_file}) {
        if (fs::exists(location.folder / file, error))
            return fail(ErrorCode::StoreExists, (location.folder / file).string());
    }
    const bool is_new_folder = fs::create_directories(location.folder, error);
    if (!error)
        fs::permissions(location.folder, fs::perms::owner_all, error);
    if (error)
        return fail(ErrorCode::StoreIo, location.folder.string() + ": " + error.message());
    NewFiles files(location.folder, is_new_folder);
    const Network network{input.name, input.currency, input.time_zone, make_uuid(clock, random), clock.now()};
    // The ledger last: a folder with a ledger is a whole store.
    return make_telemetry(location.folder / telemetry_file, key, network)
        .and_then([&] { return make_ledger(location.folder / ledger_file, key, network); })
        .map([&] {
            files.keep();
            return network;
        });
}

}  // namespace aftercharge
