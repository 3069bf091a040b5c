// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/payment/signature.h"

#include <QtCore/QByteArray>
#include <QtCore/QMessageAuthenticationCode>

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace aftercharge::payment {
namespace {

constexpr int min_key_bits = 2048;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Key = std::shared_ptr<EVP_PKEY>;

QByteArray bytes_of(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

const unsigned char *octets(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

Bio reader_of(std::string_view text)
{
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free);
}

// An encrypted key has no passphrase here: without this OpenSSL would ask at the terminal.
int no_passphrase(char *, int, int, void *)
{
    return -1;
}

Result<Key> checked(EVP_PKEY *read, const char *what)
{
    ERR_clear_error();  // what it holds is about the text of the key
    Key key(read, &EVP_PKEY_free);
    if (!key)
        return fail(ErrorCode::InputInvalid, std::string("not the PEM text of ") + what);
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key.get()) < min_key_bits)
        return fail(ErrorCode::InputInvalid, std::string(what) + ": not an RSA key of 2048 bits or more");
    return key;
}

}  // namespace

std::string hmac_sha256(std::string_view key, std::string_view message)
{
    return QMessageAuthenticationCode::hash(bytes_of(message), bytes_of(key), QCryptographicHash::Sha256).toStdString();
}

bool equal_in_constant_time(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string to_hex(std::string_view bytes)
{
    return bytes_of(bytes).toHex().toStdString();
}

std::string to_base64(std::string_view bytes)
{
    return bytes_of(bytes).toBase64().toStdString();
}

Result<std::string> from_base64(std::string_view text)
{
    const auto read = QByteArray::fromBase64Encoding(bytes_of(text), QByteArray::AbortOnBase64DecodingErrors);
    if (read.decodingStatus != QByteArray::Base64DecodingStatus::Ok || text.size() % 4 != 0)
        return fail(ErrorCode::InputInvalid, "not base64");
    return read.decoded.toStdString();
}

Result<RsaPrivateKey> RsaPrivateKey::from_pem(std::string_view pem)
{
    const Bio reader = reader_of(pem);
    return checked(PEM_read_bio_PrivateKey(reader.get(), nullptr, &no_passphrase, nullptr), "a private key")
        .map([](Key key) { return RsaPrivateKey(std::move(key)); });
}

Result<std::string> RsaPrivateKey::sign(std::string_view message) const
{
    const auto failed = [] {
        ERR_clear_error();
        return fail(ErrorCode::Internal, "the request could not be signed");
    };
    const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    std::size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, octets(message), message.size()) != 1)
        return failed();
    std::string signature(size, '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, octets(message),
                       message.size()) != 1)
        return failed();
    signature.resize(size);
    return signature;
}

Result<RsaPublicKey> RsaPublicKey::from_pem(std::string_view pem)
{
    const Bio reader = reader_of(pem);
    EVP_PKEY *read = PEM_read_bio_PUBKEY(reader.get(), nullptr, &no_passphrase, nullptr);
    if (read == nullptr) {
        const Bio again = reader_of(pem);
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            PEM_read_bio_X509(again.get(), nullptr, &no_passphrase, nullptr), &X509_free);
        read = certificate ? X509_get_pubkey(certificate.get()) : nullptr;
    }
    return checked(read, "a public key or certificate").map([](Key key) { return RsaPublicKey(std::move(key)); });
}

bool RsaPublicKey::verifies(std::string_view message, std::string_view signature) const
{
    const DigestContext context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const bool good = context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
                      EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(message),
                                       message.size()) == 1;
    ERR_clear_error();
    return good;
}

}  // namespace aftercharge::payment
