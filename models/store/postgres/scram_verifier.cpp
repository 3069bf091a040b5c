// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/scram_verifier.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

namespace aftercharge {
namespace {

constexpr int iterations = 4096;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t shortest_password = 8;
using Key = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Key hmac(const Key &key, std::string_view text)
{
    Key out{};
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(text.data()),
         text.size(), out.data(), &length);
    return out;
}

std::string base64(const unsigned char *bytes, std::size_t size)
{
    std::string text(4 * ((size + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes, static_cast<int>(size));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

}  // namespace

Result<std::string> scram_verifier(std::string_view password, Random &random)
{
    if (password.size() < shortest_password)
        return fail(ErrorCode::InputInvalid, "a password has at least 8 characters");
    std::array<unsigned char, salt_bytes> salt{};
    for (std::size_t i = 0; i < salt.size(); i += 8) {
        std::uint64_t bits = random.next();
        for (std::size_t byte = 0; byte < 8; ++byte, bits >>= 8)
            salt[i + byte] = static_cast<unsigned char>(bits & 0xff);
    }
    Key salted{};
    if (PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), salt.data(),
                          static_cast<int>(salt.size()), iterations, EVP_sha256(), static_cast<int>(salted.size()),
                          salted.data()) != 1)
        return fail(ErrorCode::Internal, "PBKDF2 failed");
    const Key client = hmac(salted, "Client Key");
    const Key server = hmac(salted, "Server Key");
    Key stored{};
    SHA256(client.data(), client.size(), stored.data());
    return "SCRAM-SHA-256$" + std::to_string(iterations) + ":" + base64(salt.data(), salt.size()) + "$" +
           base64(stored.data(), stored.size()) + ":" + base64(server.data(), server.size());
}

}  // namespace aftercharge
