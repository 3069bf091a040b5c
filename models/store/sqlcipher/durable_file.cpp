// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/durable_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace aftercharge {
namespace {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    int number() const { return number_; }

private:
    int number_;
};

Result<void> sync_folder_of(const std::filesystem::path &path)
{
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.number() < 0 || ::fsync(file.number()) != 0)
        return tl::unexpected(errno_error(errno, folder.string()));
    return {};
}

Result<void> write_all(int file, std::string_view bytes, const std::string &subject)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tl::unexpected(errno_error(errno, subject));
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(file) != 0)
        return tl::unexpected(errno_error(errno, subject));
    return {};
}

Result<void> expect_bytes(const std::filesystem::path &path, std::string_view bytes)
{
    Result<std::string> found = read_small_file(path, bytes.size(), true);
    if (!found)
        return tl::unexpected(found.error());
    const bool is_equal = *found == bytes;
    sodium_memzero(found->data(), found->size());
    if (!is_equal)
        return fail(ErrorCode::StoreIo, path.string() + ": reads back differently");
    return {};
}

}  // namespace

Error errno_error(int number, const std::string &subject)
{
    ErrorCode code = ErrorCode::StoreIo;
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        code = ErrorCode::StoreNotFound;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = ErrorCode::StoreReadOnly;
        break;
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::StoreDiskFull;
        break;
    case EEXIST:
        code = ErrorCode::StoreExists;
        break;
    default:
        break;
    }
    return Error{code, subject + ": " + std::strerror(number)};
}

Result<std::string> read_small_file(const std::filesystem::path &path, std::size_t max_bytes, bool private_only)
{
    // Non-blocking, so that the name of a pipe cannot hang the program.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0)
        return tl::unexpected(errno_error(errno, path.string()));
    if (!S_ISREG(status.st_mode) || std::cmp_greater(status.st_size, max_bytes))
        return fail(ErrorCode::StoreIo, path.string() + ": not the small file that was expected");
    if (private_only && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::StoreKeyFileInvalid, path.string() + ": others may read it, run: chmod 600");
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return tl::unexpected(errno_error(errno, path.string()));
        if (count == 0)
            return fail(ErrorCode::StoreIo, path.string() + ": became shorter while it was read");
        filled += static_cast<std::size_t>(count);
    }
    return bytes;
}

Result<void> create_durable_file(const std::filesystem::path &path, std::string_view bytes)
{
    Result<void> done;
    {
        const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file.number() < 0)
            return tl::unexpected(errno_error(errno, path.string()));
        done = write_all(file.number(), bytes, path.string());
    }
    done = done.and_then([&] { return expect_bytes(path, bytes); }).and_then([&] { return sync_folder_of(path); });
    if (!done)
        ::unlink(path.c_str());
    return done;
}

Result<void> replace_durable_file(const std::filesystem::path &path, std::string_view bytes)
{
    const std::filesystem::path fresh = path.string() + ".new";
    ::unlink(fresh.c_str());  // of an earlier try that died
    if (const auto done = create_durable_file(fresh, bytes); !done)
        return done;
    if (::rename(fresh.c_str(), path.c_str()) != 0) {
        const Error error = errno_error(errno, path.string());
        ::unlink(fresh.c_str());
        return tl::unexpected(error);
    }
    return sync_folder_of(path).and_then([&] { return expect_bytes(path, bytes); });
}

}  // namespace aftercharge
