// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tls_files.h"

#include <openssl/pem.h>
#include <openssl/x509.h>

namespace aftercharge::test {
namespace {

std::string text_of(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

}  // namespace

ocpp16::TlsFiles make_tls_files()
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME *name = X509_get_subject_name(certificate);
    const unsigned char common_name[] = "localhost";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    BIO *certificate_pem = BIO_new(BIO_s_mem());
    BIO *key_pem = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(certificate_pem, certificate);
    PEM_write_bio_PrivateKey(key_pem, key, nullptr, nullptr, 0, nullptr, nullptr);
    ocpp16::TlsFiles files{text_of(certificate_pem), text_of(key_pem)};
    BIO_free(certificate_pem);
    BIO_free(key_pem);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return files;
}

}  // namespace aftercharge::test
