// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "app/wiring/store_url.h"
#include "models/domain/error.h"
#include "models/store/sqlcipher/store_key.h"

namespace aftercharge {

// Asks a person for the passphrase of a store; never from the command line or the environment.
// Its result is wiped by the caller.
using PassphrasePrompt = std::function<Result<std::string>(const StoreUrl &store)>;

// On the controlling terminal, without echo. store.wrong_key when there is none.
Result<std::string> prompt_on_terminal(const StoreUrl &store);

// Asks for a new passphrase twice; input.invalid when the two differ or are under 8 bytes.
Result<std::string> prompt_for_new_passphrase(const StoreUrl &store);

// The same for the login of somebody at a shared store.
Result<std::string> prompt_for_new_password(const std::string &login);

// Where a store's key comes from: the file of --key-file; else the user's own
// (default_key_file), if it is there; else the passphrase of <folder>/key.wrap.
struct KeySource {
    std::optional<std::filesystem::path> key_file;
    PassphrasePrompt prompt;  // empty: nobody can be asked
};

// <user's configuration folder>/aftercharge/<store folder's name>.key: a key beside its store
// protects nothing.
std::filesystem::path default_key_file(const StoreUrl &store);

// Errors: store.not_found (no key anywhere; the detail says where it was looked for),
// store.key_file_invalid, store.wrong_key (a passphrase that does not open it, or nobody to ask).
Result<StoreKey> load_store_key(const StoreUrl &store, const KeySource &source);

// What opens a store: the key of a local one, or the password of the login at a shared one.
struct LoginPassword {
    std::string text;  // empty: libpq looks for it (~/.pgpass)
    friend bool operator==(const LoginPassword &, const LoginPassword &) = default;
};
using StoreSecret = std::variant<StoreKey, LoginPassword>;

// The first line of a file that its owner alone may read: store.key_file_invalid.
Result<std::string> read_password_file(const std::filesystem::path &path);

// load_store_key; of a shared store the password: from --key-file; else from who can be asked;
// else none.
Result<StoreSecret> load_store_secret(const StoreUrl &store, const KeySource &source);

// The key under the store's passphrase (key.wrap in its folder), wherever else a key may lie.
Result<StoreKey> load_wrapped_key(const StoreUrl &store, std::string_view passphrase);

// The key of a new store: that of the file, if there is one already, else a fresh one, saved
// there (mode 0600) before anything is encrypted with it.
Result<StoreKey> make_store_key(const StoreUrl &store, const KeySource &source);

}  // namespace aftercharge
