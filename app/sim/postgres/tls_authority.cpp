// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/postgres/tls_authority.h"

#include <memory>

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace aftercharge::sim {

namespace {

constexpr long seconds_a_day = 86'400;
constexpr long days = 3650;

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using Bio = std::unique_ptr<BIO, Free>;

std::string text_of(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string pem_of(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? text_of(bio.get()) : std::string();
}

std::string pem_of(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    const bool written = PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    return written ? text_of(bio.get()) : std::string();
}

bool extend(X509 *certificate, X509 *issuer, int kind, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// A certificate without extensions and without a signature.
Certificate new_certificate(EVP_PKEY *key, const std::string &common_name)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::uint32_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial + 1ULL);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -seconds_a_day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * seconds_a_day);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(common_name.c_str()), -1, -1, 0);
    return certificate;
}

}  // namespace

Result<ServerCertificate> make_server_certificate()
{
    const Key ca_key(EVP_EC_gen("P-256"));
    const Key key(EVP_EC_gen("P-256"));
    if (!ca_key || !key)
        return fail(ErrorCode::Internal, "no EC key could be made");
    const Certificate ca = new_certificate(ca_key.get(), "Aftercharge throw-away CA");
    X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
    const Certificate server = new_certificate(key.get(), "localhost");
    X509_set_issuer_name(server.get(), X509_get_subject_name(ca.get()));
    const bool made = extend(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE") &&
                      extend(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
                      extend(ca.get(), ca.get(), NID_subject_key_identifier, "hash") &&
                      X509_sign(ca.get(), ca_key.get(), EVP_sha256()) > 0 &&
                      extend(server.get(), ca.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                      extend(server.get(), ca.get(), NID_ext_key_usage, "serverAuth") &&
                      extend(server.get(), ca.get(), NID_authority_key_identifier, "keyid") &&
                      extend(server.get(), ca.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1") &&
                      X509_sign(server.get(), ca_key.get(), EVP_sha256()) > 0;
    if (!made)
        return fail(ErrorCode::Internal, "the server's certificate could not be signed");
    return ServerCertificate{pem_of(ca.get()), pem_of(server.get()), pem_of(key.get())};
}

}  // namespace aftercharge::sim
