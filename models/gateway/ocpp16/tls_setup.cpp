// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gateway/ocpp16/tls_setup.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace aftercharge::ocpp16 {

Result<QSslConfiguration> tls_configuration(const TlsFiles &files)
{
    if (!QSslSocket::supportsSsl())
        return fail(ErrorCode::InputInvalid, "this Qt has no TLS");
    const auto chain = QSslCertificate::fromData(QByteArray::fromStdString(files.certificate_pem), QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return fail(ErrorCode::InputInvalid, "the TLS certificate cannot be read");
    const QByteArray pem = QByteArray::fromStdString(files.key_pem);
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return fail(ErrorCode::InputInvalid, "the TLS key cannot be read");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
}

}  // namespace aftercharge::ocpp16
