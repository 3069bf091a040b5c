// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faulty_vfs.h"

#include <cstddef>
#include <limits>
#include <utility>

#include "models/store/sqlcipher/sqlite_api.h"

namespace aftercharge {

struct FaultyVfs::State {
    std::string name;
    sqlite3_vfs vfs{};
    sqlite3_vfs *system = nullptr;
    std::int64_t written_bytes = 0;
    std::int64_t limit_bytes = std::numeric_limits<std::int64_t>::max();
    Fault fault = Fault::DiskFull;
    int failed_calls = 0;

    bool is_due(std::int64_t more_bytes) const { return written_bytes + more_bytes > limit_bytes; }
    int refuse(int code)
    {
        ++failed_calls;
        return code;
    }
};

namespace {

// SQLite allots szOsFile bytes for a file: ours, then the system's own behind it.
struct ShimFile {
    sqlite3_file base;
    FaultyVfs::State *state;
};
static_assert(sizeof(ShimFile) % alignof(std::max_align_t) == 0);

FaultyVfs::State &state_of(sqlite3_file *file)
{
    return *reinterpret_cast<ShimFile *>(file)->state;
}

sqlite3_file *system_file(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<ShimFile *>(file) + 1);
}

const sqlite3_io_methods &system_methods(sqlite3_file *file)
{
    return *system_file(file)->pMethods;
}

int close_file(sqlite3_file *file)
{
    return system_methods(file).xClose(system_file(file));
}

int read_file(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    FaultyVfs::State &state = state_of(file);
    if (state.fault == FaultyVfs::Fault::ReadFails && state.is_due(1))
        return state.refuse(SQLITE_IOERR_READ);
    return system_methods(file).xRead(system_file(file), bytes, count, offset);
}

int write_file(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    FaultyVfs::State &state = state_of(file);
    if (state.is_due(count)) {
        if (state.fault == FaultyVfs::Fault::DiskFull)
            return state.refuse(SQLITE_FULL);
        if (state.fault == FaultyVfs::Fault::WriteFails)
            return state.refuse(SQLITE_IOERR_WRITE);
    }
    state.written_bytes += count;
    return system_methods(file).xWrite(system_file(file), bytes, count, offset);
}

int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
    return system_methods(file).xTruncate(system_file(file), size);
}

int sync_file(sqlite3_file *file, int flags)
{
    FaultyVfs::State &state = state_of(file);
    if (state.fault == FaultyVfs::Fault::SyncFails && state.is_due(1))
        return state.refuse(SQLITE_IOERR_FSYNC);
    return system_methods(file).xSync(system_file(file), flags);
}

int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return system_methods(file).xFileSize(system_file(file), size);
}

int lock_file(sqlite3_file *file, int level)
{
    return system_methods(file).xLock(system_file(file), level);
}

int unlock_file(sqlite3_file *file, int level)
{
    return system_methods(file).xUnlock(system_file(file), level);
}

int check_reserved_lock(sqlite3_file *file, int *is_reserved)
{
    return system_methods(file).xCheckReservedLock(system_file(file), is_reserved);
}

int file_control(sqlite3_file *file, int operation, void *argument)
{
    return system_methods(file).xFileControl(system_file(file), operation, argument);
}

int sector_size(sqlite3_file *file)
{
    return system_methods(file).xSectorSize(system_file(file));
}

int device_characteristics(sqlite3_file *file)
{
    return system_methods(file).xDeviceCharacteristics(system_file(file));
}

int map_shm(sqlite3_file *file, int page, int page_size, int extend, void volatile **memory)
{
    return system_methods(file).xShmMap(system_file(file), page, page_size, extend, memory);
}

int lock_shm(sqlite3_file *file, int offset, int count, int flags)
{
    return system_methods(file).xShmLock(system_file(file), offset, count, flags);
}

void barrier_shm(sqlite3_file *file)
{
    system_methods(file).xShmBarrier(system_file(file));
}

int unmap_shm(sqlite3_file *file, int is_deleted)
{
    return system_methods(file).xShmUnmap(system_file(file), is_deleted);
}

// Version 2: with shared memory for the WAL, without memory mapping.
constexpr sqlite3_io_methods shim_methods{
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = device_characteristics,
    .xShmMap = map_shm,
    .xShmLock = lock_shm,
    .xShmBarrier = barrier_shm,
    .xShmUnmap = unmap_shm,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
    auto *state = static_cast<FaultyVfs::State *>(vfs->pAppData);
    reinterpret_cast<ShimFile *>(file)->state = state;
    const int code = state->system->xOpen(state->system, path, system_file(file), flags, out_flags);
    file->pMethods = system_file(file)->pMethods ? &shim_methods : nullptr;
    return code;
}

}  // namespace

FaultyVfs::FaultyVfs(std::string name) : state_(std::make_unique<State>())
{
    state_->name = std::move(name);
    sqlite3_initialize();
    state_->system = sqlite3_vfs_find(nullptr);
    state_->vfs = *state_->system;
    state_->vfs.pNext = nullptr;
    state_->vfs.zName = state_->name.c_str();
    state_->vfs.szOsFile = static_cast<int>(sizeof(ShimFile)) + state_->system->szOsFile;
    state_->vfs.pAppData = state_.get();
    state_->vfs.xOpen = open_file;
    sqlite3_vfs_register(&state_->vfs, 0);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&state_->vfs);
}

const std::string &FaultyVfs::name() const
{
    return state_->name;
}

void FaultyVfs::fail_after(std::int64_t bytes, Fault fault)
{
    state_->limit_bytes = state_->written_bytes + bytes;
    state_->fault = fault;
}

void FaultyVfs::heal()
{
    state_->limit_bytes = std::numeric_limits<std::int64_t>::max();
}

std::int64_t FaultyVfs::written_bytes() const
{
    return state_->written_bytes;
}

int FaultyVfs::failed_calls() const
{
    return state_->failed_calls;
}

}  // namespace aftercharge
