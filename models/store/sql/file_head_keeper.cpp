// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include <QByteArray>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "models/store/sql/head_keeper.h"

namespace aftercharge {
namespace {

constexpr std::string_view first_line = "aftercharge heads 1";

Error io_error(const std::filesystem::path &path)
{
    const ErrorCode code = errno == ENOSPC ? ErrorCode::StoreDiskFull : ErrorCode::StoreIo;
    return Error{code, path.string() + ": " + std::strerror(errno)};
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

std::string to_lines(const ChainHeads &heads)
{
    std::string text = std::string(first_line) + '\n';
    for (std::size_t chain_no = 0; chain_no < heads.size(); ++chain_no) {
        const ChainHead &head = heads[chain_no];
        if (head.length > 0) {
            text += std::to_string(chain_no) + ' ' + std::to_string(head.length) + ' ' +
                    QByteArray::fromStdString(head.hash).toHex().toStdString() + '\n';
        }
    }
    return text + "end\n";
}

std::optional<ChainHeads> from_lines(std::istream &stream)
{
    ChainHeads heads;
    std::string line;
    if (!std::getline(stream, line) || line != first_line)
        return std::nullopt;
    while (std::getline(stream, line)) {
        if (line == "end")
            return heads;
        std::istringstream fields(line);
        std::size_t chain_no = 0;
        ChainHead head;
        std::string hex;
        if (!(fields >> chain_no >> head.length >> hex) || chain_no >= heads.size() || hex.size() != 64)
            return std::nullopt;
        head.hash = QByteArray::fromHex(QByteArray::fromStdString(hex)).toStdString();
        heads[chain_no] = head;
    }
    return std::nullopt;
}

// Written beside, synced, renamed: a reader sees the old file or the new one.
Result<void> replace_file(const std::filesystem::path &path, const std::string &text)
{
    const std::filesystem::path beside = path.string() + ".new";
    {
        const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (!file.is_open())
            return tl::unexpected(io_error(beside));
        if (::write(file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
            ::fdatasync(file.number()) != 0)
            return tl::unexpected(io_error(beside));
    }
    if (::rename(beside.c_str(), path.c_str()) != 0)
        return tl::unexpected(io_error(path));
    return {};
}

}  // namespace

std::filesystem::path FileHeadKeeper::file_of(const Uuid &store_id) const
{
    return folder_ / (store_id.to_text() + ".heads");
}

Result<std::optional<ChainHeads>> FileHeadKeeper::read(const Uuid &store_id)
{
    const std::filesystem::path path = file_of(store_id);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::nullopt;
    std::ifstream stream(path);
    auto heads = from_lines(stream);
    if (!heads)
        return fail(ErrorCode::StoreIo, path.string() + ": not a file of chain heads");
    return heads;
}

Result<void> FileHeadKeeper::advance(const Uuid &store_id, const std::map<int, ChainHead> &heads)
{
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error)
        return fail(ErrorCode::StoreIo, folder_.string() + ": " + error.message());
    const std::filesystem::path path = file_of(store_id);
    const Descriptor lock(::open((path.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.is_open() || ::flock(lock.number(), LOCK_EX) != 0)
        return tl::unexpected(io_error(path));
    const auto kept = read(store_id);
    if (!kept)
        return tl::unexpected(kept.error());
    ChainHeads next = kept->value_or(ChainHeads{});
    for (const auto &[chain_no, head] : heads) {
        ChainHead &place = next.at(static_cast<std::size_t>(chain_no));
        if (head.length > place.length)
            place = head;
    }
    if (*kept && next == **kept)
        return {};
    return replace_file(path, to_lines(next));
}

}  // namespace aftercharge
