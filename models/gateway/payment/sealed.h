// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/domain/error.h"

namespace aftercharge::payment {

// AES-256-GCM (NIST SP 800-38D) with a 16-byte tag at the end of the sealed bytes, as WeChat
// Pay's AEAD_AES_256_GCM has it. The key is 32 bytes, the nonce 1 to 64 (WeChat: 12).

// Fails with webhook.invalid when the tag does not fit: nothing of the text is handed out then.
Result<std::string> open_sealed(std::string_view key, std::string_view nonce, std::string_view associated_data,
                                std::string_view sealed);

// The other direction, for the other end of the wire. Fails with input.invalid.
Result<std::string> seal(std::string_view key, std::string_view nonce, std::string_view associated_data,
                         std::string_view text);

}  // namespace aftercharge::payment
