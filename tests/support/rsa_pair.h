// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace aftercharge::test {

struct RsaPair {
    std::string private_pem;
    std::string public_pem;
};

// A fresh key pair, for this run.
RsaPair make_rsa_pair(unsigned bits = 2048);

// A private key in PEM that asks for a passphrase.
std::string make_encrypted_key();

}  // namespace aftercharge::test
