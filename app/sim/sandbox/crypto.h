// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/domain/error.h"

// What the played gateways sign, verify and seal with. Written apart from the adapters' own
// cryptography, so that a mistake there is not repeated here.
namespace aftercharge::sim {

// An RSA key, whole or only its public half.
class RsaKey {
public:
    static RsaKey generate();                                        // 2048 bits
    static Result<RsaKey> from_public_pem(const std::string &pem);   // input.invalid
    static Result<RsaKey> from_private_pem(const std::string &pem);  // input.invalid

    std::string public_pem() const;   // SPKI
    std::string private_pem() const;  // PKCS#8
    // PKCS#1 v1.5 with SHA-256, Base64.
    std::string sign(std::string_view text) const;
    bool verify(std::string_view text, const std::string &signature) const;
    // Self-signed, of that serial number (hexadecimal), for five years.
    std::string certificate_pem(const std::string &serial) const;

private:
    struct Holder;
    explicit RsaKey(std::shared_ptr<const Holder> holder) : holder_(std::move(holder)) {}
    std::shared_ptr<const Holder> holder_;
};

// AES-256-GCM: Base64 of the ciphertext followed by its tag.
std::string seal(const std::string &key, const std::string &nonce, const std::string &associated,
                 std::string_view text);
std::string hmac_sha256_hex(const std::string &secret, std::string_view text);
std::string to_base64(std::string_view bytes);
Result<std::string> from_base64(const std::string &text);  // input.invalid
std::string random_hex(int digits);
std::string random_digits(int digits);

}  // namespace aftercharge::sim
