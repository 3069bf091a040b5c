// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace aftercharge::payment {

struct WechatPayOptions {
    std::string base_url = "https://api.mch.weixin.qq.com";
    std::string mchid;
    std::string merchant_serial_no;    // of the merchant's API certificate
    std::string platform_serial_no;    // of the platform's certificate, or the id of its public key
    std::string platform_public_key;   // PEM: that public key or certificate
    std::string notify_url;            // empty: as set in the merchant platform
    std::string merchant_private_key;  // PEM; secret
    std::string api_v3_key;            // 32 bytes; secret
};

}  // namespace aftercharge::payment
