// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlcipher/key_wrap.h"

#include <array>
#include <charconv>
#include <optional>

#include <sodium.h>

#include "models/store/sqlcipher/durable_file.h"

namespace aftercharge {
namespace {

constexpr std::string_view head_lines = "aftercharge-key-wrap 1\nkdf argon2id13\n";
constexpr std::size_t box_bytes = StoreKey::size + crypto_secretbox_MACBYTES;
// A wrap is read before anything proves who wrote it; it must not make the program take all
// memory or run for hours.
constexpr unsigned max_passes = 16;
constexpr unsigned max_memory_kib = 2 * 1024 * 1024;

using Salt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;
using Nonce = std::array<unsigned char, crypto_secretbox_NONCEBYTES>;
using Box = std::array<unsigned char, box_bytes>;

struct Wrap {
    WrapCost cost;
    Salt salt{};
    Nonce nonce{};
    Box box{};
};

// A secret of the size that the box wants, wiped at its end.
class BoxKey {
public:
    BoxKey() = default;
    BoxKey(const BoxKey &) = delete;
    BoxKey &operator=(const BoxKey &) = delete;
    ~BoxKey() { sodium_memzero(bytes_.data(), bytes_.size()); }
    unsigned char *data() { return bytes_.data(); }

    Result<void> derive(std::string_view passphrase, const Salt &salt, WrapCost cost)
    {
        const int code = crypto_pwhash(bytes_.data(), bytes_.size(), passphrase.data(), passphrase.size(), salt.data(),
                                       cost.passes, std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
        if (code != 0)
            return fail(ErrorCode::Internal, "Argon2id: not enough memory");
        return {};
    }

private:
    std::array<unsigned char, crypto_secretbox_KEYBYTES> bytes_{};
};

bool is_acceptable(WrapCost cost)
{
    return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN && cost.passes <= max_passes &&
           cost.memory_kib >= crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024 && cost.memory_kib <= max_memory_kib;
}

template<std::size_t N>
std::string hex_line(std::string_view name, const std::array<unsigned char, N> &bytes)
{
    std::array<char, 2 * N + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    return std::string(name).append(" ").append(hex.data()).append("\n");
}

// Reads "name value\n" off the front of text; the value is what the writer above would write.
std::optional<std::string_view> take_line(std::string_view &text, std::string_view name)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !text.starts_with(name) || end <= name.size() || text[name.size()] != ' ')
        return std::nullopt;
    const std::string_view value = text.substr(name.size() + 1, end - name.size() - 1);
    text.remove_prefix(end + 1);
    return value;
}

bool take_number(std::string_view &text, std::string_view name, unsigned &number)
{
    const auto value = take_line(text, name);
    if (!value || value->empty() || value->front() == '0')
        return false;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    return error == std::errc{} && end == value->data() + value->size();
}

template<std::size_t N>
bool take_hex(std::string_view &text, std::string_view name, std::array<unsigned char, N> &bytes)
{
    const auto value = take_line(text, name);
    if (!value || value->size() != 2 * N || value->find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return false;
    return sodium_hex2bin(bytes.data(), N, value->data(), value->size(), nullptr, nullptr, nullptr) == 0;
}

Result<Wrap> parse_wrap(std::string_view text)
{
    Wrap wrap;
    const bool has_head = text.starts_with(head_lines);
    if (has_head)
        text.remove_prefix(head_lines.size());
    if (!has_head || !take_number(text, "passes", wrap.cost.passes) ||
        !take_number(text, "memory_kib", wrap.cost.memory_kib) || !take_hex(text, "salt", wrap.salt) ||
        !take_hex(text, "nonce", wrap.nonce) || !take_hex(text, "box", wrap.box) || !text.empty()) {
        return fail(ErrorCode::StoreKeyFileInvalid, "not a key wrap of version 1");
    }
    if (!is_acceptable(wrap.cost))
        return fail(ErrorCode::StoreKeyFileInvalid, "a cost out of bounds");
    return wrap;
}

Result<void> start_sodium()
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, "libsodium does not start");
    return {};
}

}  // namespace

WrapCost WrapCost::moderate()
{
    return {crypto_pwhash_argon2id_OPSLIMIT_MODERATE, crypto_pwhash_argon2id_MEMLIMIT_MODERATE / 1024};
}

WrapCost WrapCost::minimum()
{
    return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024};
}

Result<std::string> wrap_key(const StoreKey &key, std::string_view passphrase, WrapCost cost)
{
    if (passphrase.empty() || !is_acceptable(cost))
        return fail(ErrorCode::InputInvalid, passphrase.empty() ? "an empty passphrase" : "a cost out of bounds");
    if (const auto started = start_sodium(); !started)
        return tl::unexpected(started.error());
    Wrap wrap{.cost = cost};
    randombytes_buf(wrap.salt.data(), wrap.salt.size());
    randombytes_buf(wrap.nonce.data(), wrap.nonce.size());
    BoxKey box_key;
    if (const auto derived = box_key.derive(passphrase, wrap.salt, cost); !derived)
        return tl::unexpected(derived.error());
    if (crypto_secretbox_easy(wrap.box.data(), key.bytes().data(), StoreKey::size, wrap.nonce.data(), box_key.data()) !=
        0) {
        return fail(ErrorCode::Internal, "the key could not be sealed");
    }
    std::string text(head_lines);
    text.append("passes ").append(std::to_string(cost.passes)).append("\nmemory_kib ");
    text.append(std::to_string(cost.memory_kib)).append("\n");
    return text.append(hex_line("salt", wrap.salt))
        .append(hex_line("nonce", wrap.nonce))
        .append(hex_line("box", wrap.box));
}

Result<StoreKey> unwrap_key(std::string_view text, std::string_view passphrase)
{
    const Result<Wrap> wrap = parse_wrap(text);
    if (!wrap)
        return tl::unexpected(wrap.error());
    if (const auto started = start_sodium(); !started)
        return tl::unexpected(started.error());
    BoxKey box_key;
    if (const auto derived = box_key.derive(passphrase, wrap->salt, wrap->cost); !derived)
        return tl::unexpected(derived.error());
    std::array<unsigned char, StoreKey::size> bytes{};
    const int code = crypto_secretbox_open_easy(bytes.data(), wrap->box.data(), wrap->box.size(), wrap->nonce.data(),
                                                box_key.data());
    const StoreKey key = StoreKey::from_bytes(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    if (code != 0)
        return fail(ErrorCode::StoreWrongKey, "the passphrase does not open the key, or the wrap was altered");
    return key;
}

std::filesystem::path key_wrap_path(const std::filesystem::path &store_folder)
{
    return store_folder / "key.wrap";
}

Result<void> save_key_wrap(const std::filesystem::path &store_folder, std::string_view text)
{
    if (const auto wrap = parse_wrap(text); !wrap)
        return tl::unexpected(wrap.error());
    return replace_durable_file(key_wrap_path(store_folder), text);
}

Result<std::string> load_key_wrap(const std::filesystem::path &store_folder)
{
    return read_small_file(key_wrap_path(store_folder), 4096, false);
}

}  // namespace aftercharge
