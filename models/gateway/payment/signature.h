// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/domain/error.h"

// EVP_PKEY of OpenSSL, kept out of whoever includes this.
struct evp_pkey_st;

namespace aftercharge::payment {

// HMAC-SHA256 (RFC 2104): 32 bytes.
std::string hmac_sha256(std::string_view key, std::string_view message);

// In a time that depends on the lengths alone.
bool equal_in_constant_time(std::string_view left, std::string_view right);

// Lower-case hexadecimal.
std::string to_hex(std::string_view bytes);

// RFC 4648, with padding; anything else in the text fails with input.invalid.
std::string to_base64(std::string_view bytes);
Result<std::string> from_base64(std::string_view text);

// An RSA key of 2048 bits or more, read from PEM text that is not itself encrypted. Fails with
// input.invalid, never naming what was in the text. May be used by several threads at once.
class RsaPrivateKey {
public:
    static Result<RsaPrivateKey> from_pem(std::string_view pem);
    // RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017): the signature's bytes.
    Result<std::string> sign(std::string_view message) const;

private:
    explicit RsaPrivateKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
    std::shared_ptr<evp_pkey_st> key_;
};

class RsaPublicKey {
public:
    // A public key, or a certificate whose key it is.
    static Result<RsaPublicKey> from_pem(std::string_view pem);
    bool verifies(std::string_view message, std::string_view signature) const;

private:
    explicit RsaPublicKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
    std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace aftercharge::payment
