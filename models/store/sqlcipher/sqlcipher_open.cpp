// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/sqlcipher_open.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/store/sqlcipher/durable_file.h"
#include "models/store/sqlcipher/sqlcipher_connection.h"
#include "models/store/sqlcipher/sqlcipher_driver.h"
#include "models/store/sqlcipher/sqlcipher_error.h"
#include "models/store/sqlcipher/sqlite_api.h"

namespace aftercharge {
namespace {

constexpr std::int64_t page_bytes = 4096;

struct HandleCloser {
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, HandleCloser>;

Error with_path(Error error, const SqlcipherOpenOptions &options)
{
    error.detail = options.path.string() + (error.detail.empty() ? "" : ": " + error.detail);
    return error;
}

// The first cell of the first row; empty if there is no row.
Result<std::string> first_cell(sqlite3 *handle, const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    std::string cell;
    int code = sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        if (const unsigned char *text = sqlite3_column_text(statement, 0))
            cell = reinterpret_cast<const char *>(text);
        code = sqlite3_step(statement);
    }
    Result<std::string> result = cell;
    if (code != SQLITE_DONE && code != SQLITE_ROW && code != SQLITE_OK)
        result = tl::unexpected(to_error(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle)));
    sqlite3_finalize(statement);
    return result;
}

Result<void> expect_cell(sqlite3 *handle, const std::string &sql, std::string_view expected)
{
    const Result<std::string> cell = first_cell(handle, sql);
    if (!cell)
        return tl::unexpected(cell.error());
    if (*cell != expected)
        return fail(ErrorCode::StoreIo, sql + " gave \"" + *cell + "\"");
    return {};
}

Result<void> check_writable(const SqlcipherOpenOptions &options)
{
    const std::filesystem::path folder = options.path.has_parent_path() ? options.path.parent_path() : ".";
    // SQLite opens a file that it may not write as read-only, without a word, and learns that
    // it cannot make a journal in the folder only at the first commit.
    for (const std::filesystem::path &path : {folder, options.path}) {
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0 && errno != ENOENT)
            return tl::unexpected(errno_error(errno, path.string()));
    }
    return {};
}

// Looks at the name alone; the file is read through SQLite (see the header on locks).
Result<void> check_path(const SqlcipherOpenOptions &options)
{
    struct stat status = {};
    const bool is_there = ::stat(options.path.c_str(), &status) == 0;
    if (!is_there && errno != ENOENT && errno != ENOTDIR)
        return tl::unexpected(errno_error(errno, options.path.string()));
    if (is_there && !S_ISREG(status.st_mode))
        return fail(ErrorCode::StoreForeignFile, options.path.string() + ": not a file");
    if (options.create)
        return is_there && status.st_size > 0 ? fail(ErrorCode::StoreExists, options.path.string()) : Result<void>{};
    if (!is_there)
        return fail(ErrorCode::StoreNotFound, options.path.string());
    return options.read_only ? Result<void>{} : check_writable(options);
}

// The file that create makes; gone again unless the open succeeds.
class NewFile {
public:
    explicit NewFile(std::filesystem::path path) : path_(std::move(path)) {}
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;
    ~NewFile()
    {
        if (!is_made_)
            return;
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            ::unlink((path_.string() + suffix).c_str());
    }

    // An empty file of an earlier try that died is taken over, not made.
    Result<void> make()
    {
        const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (file < 0)
            return errno == EEXIST ? Result<void>{} : tl::unexpected(errno_error(errno, path_.string()));
        is_made_ = true;
        ::close(file);
        return {};
    }
    void keep() { is_made_ = false; }

private:
    std::filesystem::path path_;
    bool is_made_ = false;
};

Result<Handle> open_handle(const SqlcipherOpenOptions &options)
{
    sqlite3 *raw = nullptr;
    const int flags = (options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(options.path.c_str(), &raw, flags,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    Handle handle(raw);
    if (code != SQLITE_OK) {
        const int system = raw ? sqlite3_system_errno(raw) : 0;
        Error error = to_error(code, raw ? sqlite3_errmsg(raw) : "out of memory");
        if (system != 0)
            error.detail += std::string(" (") + std::strerror(system) + ")";
        return tl::unexpected(error);
    }
    if (!options.read_only && sqlite3_db_readonly(raw, "main") != 0)
        return fail(ErrorCode::StoreReadOnly, "the file cannot be written");
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, options.busy_timeout_ms);
    return handle;
}

struct FileHead {
    std::int64_t size = 0;
    std::array<char, 16> bytes{};
    bool is_plain() const { return std::memcmp(bytes.data(), "SQLite format 3", 16) == 0; }
};

Result<FileHead> read_head(sqlite3 *handle)
{
    FileHead head;
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 0;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods)
        return fail(ErrorCode::StoreIo, "no file behind the handle");
    int code = file->pMethods->xFileSize(file, &size);
    if (code == SQLITE_OK && size >= static_cast<sqlite3_int64>(head.bytes.size()))
        code = file->pMethods->xRead(file, head.bytes.data(), static_cast<int>(head.bytes.size()), 0);
    if (code != SQLITE_OK)
        return tl::unexpected(to_error(code, "the file cannot be read"));
    head.size = size;
    return head;
}

Result<void> give_key(sqlite3 *handle, const SqlcipherOpenOptions &options)
{
    // The form x'…' is SQLCipher's for a raw key: no passphrase derivation.
    std::array<char, 68> text{'x', '\''};
    sodium_bin2hex(text.data() + 2, 65, options.key.data(), options.key.size());
    text[66] = '\'';
    const int code = sqlite3_key(handle, text.data(), 67);
    sodium_memzero(text.data(), text.size());
    if (code != SQLITE_OK)
        return tl::unexpected(to_error(code, "the key was not taken"));
    if (const auto page = first_cell(handle, "PRAGMA cipher_page_size = 4096"); !page)
        return tl::unexpected(page.error());
    return demand_cipher(handle);
}

// The first read that needs the key. A file that SQLCipher cannot read is told apart by its size.
Result<void> judge_existing(sqlite3 *handle)
{
    const auto rows = first_cell(handle, "SELECT count(*) FROM sqlite_master");
    const bool is_unreadable = !rows && (sqlite3_errcode(handle) & 0xff) == SQLITE_NOTADB;
    if (!rows && !is_unreadable)
        return tl::unexpected(rows.error());
    const auto head = read_head(handle);
    if (!head)
        return tl::unexpected(head.error());
    if (head->size == 0)
        return fail(ErrorCode::StoreForeignFile, "the file is empty");
    if (!is_unreadable)
        return {};
    if (head->size < page_bytes || head->size % page_bytes != 0)
        return fail(ErrorCode::StoreForeignFile, "not a whole number of pages");
    return fail(ErrorCode::StoreWrongKey);
}

// The first write, so that the salt, the page size and the key are on disk before anything else.
Result<void> write_first_page(sqlite3 *handle)
{
    constexpr const char *sql = "BEGIN IMMEDIATE; PRAGMA application_id = 1095132008; COMMIT";  // 'AFch'
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(to_error(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle)));
    return {};
}

int synchronous_number(const SqlcipherOpenOptions &options)
{
    if (options.synchronous)
        return static_cast<int>(*options.synchronous);
    return static_cast<int>(options.journal == SqlcipherJournal::Wal ? SqlcipherSynchronous::Full
                                                                     : SqlcipherSynchronous::Extra);
}

Result<void> set_synchronous(sqlite3 *handle, const SqlcipherOpenOptions &options)
{
    const std::string number = std::to_string(synchronous_number(options));
    return first_cell(handle, "PRAGMA synchronous = " + number).and_then([&](const std::string &) {
        return expect_cell(handle, "PRAGMA synchronous", number);
    });
}

Result<void> set_modes(sqlite3 *handle, const SqlcipherOpenOptions &options)
{
    for (const char *sql : {"PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cell_size_check = ON"}) {
        if (const auto done = first_cell(handle, sql); !done)
            return tl::unexpected(done.error());
    }
    if (const auto done = expect_cell(handle, "PRAGMA foreign_keys", "1"); !done)
        return done;
    if (options.read_only)
        return {};
    const std::string mode = options.journal == SqlcipherJournal::Wal ? "wal" : "delete";
    return expect_cell(handle, "PRAGMA journal_mode = " + mode, mode);
}

Result<void> set_up(sqlite3 *handle, const SqlcipherOpenOptions &options)
{
    if (const auto head = read_head(handle); !head)
        return tl::unexpected(head.error());
    else if (head->is_plain())
        return fail(ErrorCode::StorePlainFile);
    // The key is judged before any other pragma: most of them read the schema.
    return give_key(handle, options)
        .and_then([&] { return options.create ? Result<void>{} : judge_existing(handle); })
        .and_then([&] { return set_synchronous(handle, options); })
        .and_then([&] { return options.create ? write_first_page(handle) : Result<void>{}; })
        .and_then([&] { return set_modes(handle, options); });
}

}  // namespace

Result<void> demand_cipher(sqlite3 *handle)
{
    const auto version = first_cell(handle, "PRAGMA cipher_version");
    if (!version)
        return tl::unexpected(version.error());
    if (version->empty())
        return fail(ErrorCode::Internal, "SQLCipher is not what this program runs on: nothing would be encrypted");
    return {};
}

Result<std::unique_ptr<SqlcipherConnection>> open_sqlcipher_connection(const SqlcipherOpenOptions &options)
{
    if (options.create && options.read_only)
        return fail(ErrorCode::InputInvalid, "create and read_only exclude each other");
    if (const auto checked = check_path(options); !checked)
        return tl::unexpected(checked.error());
    NewFile new_file(options.path);
    if (options.create) {
        if (const auto made = new_file.make(); !made)
            return tl::unexpected(made.error());
    }
    // After new_file, so that a failed handle is closed before its file is removed.
    Result<Handle> handle = open_handle(options);
    if (!handle)
        return tl::unexpected(with_path(handle.error(), options));
    if (const auto done = set_up(handle->get(), options); !done)
        return tl::unexpected(with_path(done.error(), options));
    new_file.keep();
    return std::make_unique<SqlcipherConnection>(handle->release(), options.read_only);
}

Result<QSqlDatabase> open_sqlcipher(const SqlcipherOpenOptions &options, const QString &connection_name)
{
    if (QSqlDatabase::contains(connection_name))
        return fail(ErrorCode::Internal, "a connection " + connection_name.toStdString() + " is there already");
    auto connection = open_sqlcipher_connection(options);
    if (!connection)
        return tl::unexpected(connection.error());
    return QSqlDatabase::addDatabase(new SqlcipherDriver(std::move(*connection)), connection_name);
}

}  // namespace aftercharge
