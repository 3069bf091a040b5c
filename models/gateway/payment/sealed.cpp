// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/sealed.h"

#include <memory>

#include <openssl/err.h>
#include <openssl/evp.h>

namespace aftercharge::payment {
namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t tag_bytes = 16;
constexpr std::size_t max_nonce_bytes = 64;
constexpr std::size_t max_text_bytes = 1U << 20;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *octets(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *octets(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

bool fits(std::string_view key, std::string_view nonce, std::string_view associated_data, std::string_view text)
{
    return key.size() == key_bytes && !nonce.empty() && nonce.size() <= max_nonce_bytes &&
           associated_data.size() <= max_text_bytes && text.size() <= max_text_bytes;
}

// Key, nonce and associated data set; null when one of them does not take.
Context begun(std::string_view key, std::string_view nonce, std::string_view associated_data, bool sealing)
{
    Context context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const int direction = sealing ? 1 : 0;
    int length = 0;
    if (!context || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr, direction) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_IVLEN, static_cast<int>(nonce.size()), nullptr) != 1 ||
        EVP_CipherInit_ex(context.get(), nullptr, nullptr, octets(key), octets(nonce), direction) != 1 ||
        (!associated_data.empty() && EVP_CipherUpdate(context.get(), nullptr, &length, octets(associated_data),
                                                      static_cast<int>(associated_data.size())) != 1))
        context.reset();
    return context;
}

bool carry_out(const Context &context, std::string_view text, std::string &out)
{
    int length = 0;
    int rest = 0;
    out.assign(text.size(), '\0');
    return (text.empty() ||
            EVP_CipherUpdate(context.get(), octets(out), &length, octets(text), static_cast<int>(text.size())) == 1) &&
           EVP_CipherFinal_ex(context.get(), octets(out) + length, &rest) == 1;
}

}  // namespace

Result<std::string> open_sealed(std::string_view key, std::string_view nonce, std::string_view associated_data,
                                std::string_view sealed)
{
    const auto refused = [] {
        ERR_clear_error();
        return fail(ErrorCode::WebhookInvalid, "it does not open with our key");
    };
    if (sealed.size() < tag_bytes || !fits(key, nonce, associated_data, sealed))
        return refused();
    std::string tag(sealed.substr(sealed.size() - tag_bytes));
    const Context context = begun(key, nonce, associated_data, false);
    std::string text;
    if (!context ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(tag_bytes), tag.data()) != 1 ||
        !carry_out(context, sealed.substr(0, sealed.size() - tag_bytes), text))
        return refused();
    return text;
}

Result<std::string> seal(std::string_view key, std::string_view nonce, std::string_view associated_data,
                         std::string_view text)
{
    const auto refused = [] {
        ERR_clear_error();
        return fail(ErrorCode::InputInvalid, "cannot be sealed");
    };
    if (!fits(key, nonce, associated_data, text))
        return refused();
    const Context context = begun(key, nonce, associated_data, true);
    std::string sealed;
    std::string tag(tag_bytes, '\0');
    if (!context || !carry_out(context, text, sealed) ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(tag_bytes), tag.data()) != 1)
        return refused();
    return sealed + tag;
}

}  // namespace aftercharge::payment
