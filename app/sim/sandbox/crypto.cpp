// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sandbox/crypto.h"

#include <vector>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace aftercharge::sim {

namespace {

template<auto Free>
struct Freer {
    template<typename T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using Bio = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;

std::string text_in(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

const unsigned char *bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string random_of(std::string_view alphabet, int count)
{
    std::vector<unsigned char> bytes(static_cast<std::size_t>(count));
    RAND_bytes(bytes.data(), count);
    std::string out;
    for (const unsigned char byte : bytes)
        out += alphabet[byte % alphabet.size()];
    return out;
}

}  // namespace

struct RsaKey::Holder {
    explicit Holder(EVP_PKEY *taken) : key(taken) {}
    ~Holder() { EVP_PKEY_free(key); }
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;
    EVP_PKEY *key;
};

RsaKey RsaKey::generate()
{
    return RsaKey(std::make_shared<Holder>(EVP_RSA_gen(2048)));
}

Result<RsaKey> RsaKey::from_public_pem(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    EVP_PKEY *key = PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr);
    if (key == nullptr)
        return fail(ErrorCode::InputInvalid, "no public key in PEM");
    return RsaKey(std::make_shared<Holder>(key));
}

Result<RsaKey> RsaKey::from_private_pem(const std::string &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
    if (key == nullptr)
        return fail(ErrorCode::InputInvalid, "no private key in PEM");
    return RsaKey(std::make_shared<Holder>(key));
}

std::string RsaKey::public_pem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PUBKEY(bio.get(), holder_->key);
    return text_in(bio.get());
}

std::string RsaKey::private_pem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), holder_->key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_in(bio.get());
}

std::string RsaKey::sign(std::string_view text) const
{
    const Digest context(EVP_MD_CTX_new());
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, holder_->key);
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, bytes_of(text), text.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytes_of(text),
                   text.size());
    signature.resize(size);
    return to_base64(signature);
}

bool RsaKey::verify(std::string_view text, const std::string &signature) const
{
    const auto bytes = from_base64(signature);
    const Digest context(EVP_MD_CTX_new());
    return bytes && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, holder_->key) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(*bytes), bytes->size(), bytes_of(text), text.size()) == 1;
}

std::string RsaKey::certificate_pem(const std::string &serial) const
{
    const Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    BIGNUM *raw = nullptr;
    BN_hex2bn(&raw, serial.c_str());
    const Number number(raw);
    BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get()));
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -86400);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 5L * 365 * 86400);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, bytes_of("Sandbox platform"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), holder_->key);
    X509_sign(certificate.get(), holder_->key, EVP_sha256());
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate.get());
    return text_in(bio.get());
}

std::string seal(const std::string &key, const std::string &nonce, const std::string &associated, std::string_view text)
{
    const Cipher context(EVP_CIPHER_CTX_new());
    EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr);
    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_IVLEN, static_cast<int>(nonce.size()), nullptr);
    EVP_EncryptInit_ex(context.get(), nullptr, nullptr, bytes_of(key), bytes_of(nonce));
    int size = 0;
    EVP_EncryptUpdate(context.get(), nullptr, &size, bytes_of(associated), static_cast<int>(associated.size()));
    std::string out(text.size() + 16, '\0');
    auto *bytes = reinterpret_cast<unsigned char *>(out.data());
    EVP_EncryptUpdate(context.get(), bytes, &size, bytes_of(text), static_cast<int>(text.size()));
    EVP_EncryptFinal_ex(context.get(), bytes + size, &size);
    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, 16, bytes + text.size());
    return to_base64(out);
}

std::string hmac_sha256_hex(const std::string &secret, std::string_view text)
{
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), bytes_of(text), text.size(), mac, &size);
    std::string out;
    for (unsigned i = 0; i < size; ++i) {
        out += "0123456789abcdef"[mac[i] >> 4];
        out += "0123456789abcdef"[mac[i] & 15];
    }
    return out;
}

std::string to_base64(std::string_view bytes)
{
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(out.data()), bytes_of(bytes),
                                     static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

Result<std::string> from_base64(const std::string &text)
{
    std::string out(3 * (text.size() / 4) + 3, '\0');
    const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char *>(out.data()), bytes_of(text),
                                     static_cast<int>(text.size()));
    if (size < 0 || text.size() % 4 != 0 || text.empty())
        return fail(ErrorCode::InputInvalid, "no Base64");
    const std::size_t padding = text.ends_with("==") ? 2 : (text.ends_with('=') ? 1 : 0);
    out.resize(static_cast<std::size_t>(size) - padding);
    return out;
}

std::string random_hex(int digits)
{
    return random_of("0123456789abcdef", digits);
}

std::string random_digits(int digits)
{
    return random_of("0123456789", digits);
}

}  // namespace aftercharge::sim
