// SPDX-License-Identifier: GPL-3.0-or-later
// What anyone may post to the WeChat Pay intake, and what may be in a resource that opens:
// read or refused, never half of it.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/gateway/ocpi/json_tree.h"
#include "models/gateway/payment/sealed.h"
#include "models/gateway/payment/signature.h"
#include "models/gateway/payment/wechatpay/wechatpay_webhook.h"

using namespace aftercharge;
using namespace aftercharge::payment;

namespace {

constexpr auto api_v3_key = "0123456789abcdef0123456789abcdef";

void require(bool holds)
{
    if (!holds)
        std::abort();
}

WechatPayOptions options()
{
    WechatPayOptions options;
    options.mchid = "1900000109";
    options.api_v3_key = api_v3_key;
    return options;
}

void check(const Result<std::optional<RefundNews>> &news)
{
    if (!news) {
        require(news.error().code == ErrorCode::WebhookInvalid);
        return;
    }
    if (!*news)
        return;
    const Standing standing = (*news)->answer.standing;
    require(standing == Standing::Success || standing == Standing::Fail || standing == Standing::Closed);
    require((*news)->answer.repairable == (standing == Standing::Fail));
    require(!(*news)->event_id.empty() && !(*news)->refund_no.is_empty() && !(*news)->external_refund_id.empty());
    require((*news)->answer.words.find(api_v3_key) == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const WechatPayOptions with = options();
    static const AnswerWords words({api_v3_key});
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    check(wechatpay::read_callback(text, with, words));
    // The same bytes as what is sealed, in an event that is sound.
    if (const auto sealed = seal(api_v3_key, "fdasflkja484", "refund", text)) {
        require(open_sealed(api_v3_key, "fdasflkja484", "refund", *sealed).value_or("?") == text);
        for (const char *type : {"REFUND.SUCCESS", "REFUND.ABNORMAL", "REFUND.CLOSED"}) {
            check(wechatpay::read_callback(
                R"({"id":"EV-1","event_type":")" + std::string(type) +
                    R"(","resource":{"algorithm":"AEAD_AES_256_GCM","nonce":"fdasflkja484",)" +
                    R"("associated_data":"refund","ciphertext":")" + to_base64(*sealed) + R"("}})",
                with, words));
        }
    }
    // Bytes that were never sealed with the key do not open.
    require(!open_sealed(api_v3_key, "fdasflkja484", "refund", text));
    return 0;
}
