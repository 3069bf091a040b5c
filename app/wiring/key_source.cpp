// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/key_source.h"

#include <cstdio>
#include <fstream>
#include <memory>

#include <QtCore/QStandardPaths>
#include <sys/stat.h>
#include <termios.h>

#include "models/store/sqlcipher/key_file.h"
#include "models/store/sqlcipher/key_wrap.h"

namespace aftercharge {
namespace {

constexpr int longest_passphrase = 1024;
constexpr std::size_t shortest_passphrase = 8;

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

// Turns the terminal's echo off for as long as it lives.
class Silence {
public:
    explicit Silence(int terminal) : terminal_(terminal)
    {
        if (tcgetattr(terminal_, &before_) != 0)
            return;
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        is_silent_ = tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
    }
    ~Silence()
    {
        if (is_silent_)
            tcsetattr(terminal_, TCSAFLUSH, &before_);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
    bool is_silent() const { return is_silent_; }

private:
    int terminal_;
    termios before_{};
    bool is_silent_ = false;
};

// Volatile, so that the compiler keeps the writes to what is about to be freed.
void wipe(std::string &secret)
{
    volatile char *byte = secret.data();
    for (std::size_t i = 0; i < secret.size(); ++i)
        byte[i] = '\0';
    secret.clear();
}

bool is_there(const std::filesystem::path &path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

Result<StoreKey> key_by_passphrase(const StoreUrl &store, const KeySource &source)
{
    const auto wrapped = load_key_wrap(store.folder);
    if (!wrapped)
        return pass_on(wrapped);
    if (!source.prompt)
        return fail(ErrorCode::StoreWrongKey,
                    "the store has a passphrase and nobody can be asked: use --key-file FILE");
    auto passphrase = source.prompt(store);
    if (!passphrase)
        return pass_on(passphrase);
    auto key = unwrap_key(*wrapped, *passphrase);
    wipe(*passphrase);
    return key;
}

// One line from the terminal, without echo.
Result<std::string> ask(const std::string &question)
{
    const std::unique_ptr<std::FILE, CloseFile> terminal(std::fopen("/dev/tty", "r+"));
    if (!terminal)
        return fail(ErrorCode::StoreWrongKey, "no terminal to ask for the passphrase: use --key-file FILE");
    const Silence silence(fileno(terminal.get()));
    if (!silence.is_silent())
        return fail(ErrorCode::StoreWrongKey, "the terminal's echo cannot be turned off");
    std::fputs(question.c_str(), terminal.get());
    std::fflush(terminal.get());
    std::string line(longest_passphrase, '\0');
    if (std::fgets(line.data(), longest_passphrase, terminal.get()) == nullptr) {
        wipe(line);
        return fail(ErrorCode::StoreWrongKey, "no passphrase");
    }
    line.resize(line.find_first_of(std::string_view("\n\0", 2)));
    return line;
}

Result<std::string> ask_twice(const std::string &question)
{
    auto first = ask(question);
    if (!first)
        return first;
    auto second = ask("Once more: ");
    if (!second)
        return second;
    const bool good = *first == *second && first->size() >= shortest_passphrase;
    wipe(*second);
    if (good)
        return first;
    wipe(*first);
    return fail(ErrorCode::InputInvalid, "the two differ, or are shorter than 8 bytes");
}

}  // namespace

Result<std::string> prompt_on_terminal(const StoreUrl &store)
{
    return ask((store.is_shared() ? "Password at " : "Passphrase of ") + store.name() + ": ");
}

Result<std::string> prompt_for_new_passphrase(const StoreUrl &store)
{
    return ask_twice("New passphrase of " + store.folder.string() + ": ");
}

Result<std::string> prompt_for_new_password(const std::string &login)
{
    return ask_twice("New password of " + login + ": ");
}

std::filesystem::path default_key_file(const StoreUrl &store)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::filesystem::path(folder.toStdString()) / "aftercharge" / (store.folder.filename().string() + ".key");
}

Result<StoreKey> load_store_key(const StoreUrl &store, const KeySource &source)
{
    if (source.key_file)
        return load_key_file(*source.key_file);
    const auto own = default_key_file(store);
    if (is_there(own))
        return load_key_file(own);
    if (is_there(key_wrap_path(store.folder)))
        return key_by_passphrase(store, source);
    return fail(ErrorCode::StoreNotFound, "no key for the store: neither --key-file, " + own.string() + " nor " +
                                              key_wrap_path(store.folder).string());
}

Result<std::string> read_password_file(const std::filesystem::path &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return fail(ErrorCode::StoreKeyFileInvalid, path.string() + " cannot be read");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::StoreKeyFileInvalid, path.string() + " is open to others: chmod 600");
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || line.empty())
        return fail(ErrorCode::StoreKeyFileInvalid, path.string() + " holds no password");
    if (line.back() == '\r')
        line.pop_back();
    return line;
}

Result<StoreSecret> load_store_secret(const StoreUrl &store, const KeySource &source)
{
    if (!store.is_shared())
        return load_store_key(store, source).map([](const StoreKey &key) { return StoreSecret(key); });
    if (source.key_file)
        return read_password_file(*source.key_file).map([](std::string line) {
            return StoreSecret(LoginPassword{std::move(line)});
        });
    if (!source.prompt)
        return StoreSecret(LoginPassword{});
    auto password = source.prompt(store);
    // Without a terminal libpq may still know it.
    return StoreSecret(LoginPassword{password ? std::move(*password) : std::string()});
}

Result<StoreKey> load_wrapped_key(const StoreUrl &store, std::string_view passphrase)
{
    const auto wrapped = load_key_wrap(store.folder);
    if (!wrapped)
        return pass_on(wrapped);
    return unwrap_key(*wrapped, passphrase);
}

Result<StoreKey> make_store_key(const StoreUrl &store, const KeySource &source)
{
    const auto path = source.key_file.value_or(default_key_file(store));
    if (is_there(path))
        return load_key_file(path);
    std::error_code error;
    if (path.has_parent_path())
        std::filesystem::create_directories(path.parent_path(), error);
    if (error)
        return fail(ErrorCode::StoreIo, path.parent_path().string() + ": " + error.message());
    const StoreKey key = StoreKey::generate();
    if (auto saved = save_key_file(path, key); !saved)
        return pass_on(saved);
    return key;
}

}  // namespace aftercharge
