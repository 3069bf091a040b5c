// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rsa_pair.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace aftercharge::test {
namespace {

std::string taken(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string text(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return text;
}

}  // namespace

RsaPair make_rsa_pair(unsigned bits)
{
    EVP_PKEY *key = EVP_RSA_gen(bits);
    BIO *private_pem = BIO_new(BIO_s_mem());
    BIO *public_pem = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(private_pem, key, nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_PUBKEY(public_pem, key);
    EVP_PKEY_free(key);
    return {taken(private_pem), taken(public_pem)};
}

std::string make_encrypted_key()
{
    EVP_PKEY *key = EVP_RSA_gen(2048u);
    BIO *pem = BIO_new(BIO_s_mem());
    unsigned char passphrase[] = "open";
    PEM_write_bio_PrivateKey(pem, key, EVP_aes_256_cbc(), passphrase, 4, nullptr, nullptr);
    EVP_PKEY_free(key);
    return taken(pem);
}

}  // namespace aftercharge::test
