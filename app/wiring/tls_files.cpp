// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/tls_files.h"

#include <fstream>
#include <sstream>

namespace aftercharge {
namespace {

Result<std::string> read_file(const std::string &option, const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    if (!file || !(text << file.rdbuf()))
        return fail(ErrorCode::InputInvalid, option + ": " + path + " cannot be read, or is empty");
    return text.str();
}

}  // namespace

Result<ocpp16::TlsFiles> read_tls_files(const std::string &certificate, const std::string &private_key)
{
    if (certificate.empty() || private_key.empty())
        return fail(ErrorCode::InputInvalid, "--ocpp-certificate and --ocpp-private-key go together");
    auto chain = read_file("--ocpp-certificate", certificate);
    if (!chain)
        return pass_on(chain);
    auto key = read_file("--ocpp-private-key", private_key);
    if (!key)
        return pass_on(key);
    return ocpp16::TlsFiles{std::move(*chain), std::move(*key)};
}

}  // namespace aftercharge
