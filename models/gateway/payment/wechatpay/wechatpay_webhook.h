// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/gateway/payment/answer_words.h"
#include "models/gateway/payment/wechatpay/wechatpay_options.h"

namespace aftercharge::payment::wechatpay {

// A verified body: {id, event_type, resource{algorithm, nonce, associated_data, ciphertext}};
// the resource is opened with the APIv3 key. None for events other than REFUND.SUCCESS,
// REFUND.ABNORMAL and REFUND.CLOSED. Fails with webhook.invalid: not that shape, it does not
// open, its state is not its event's, or it is another merchant's.
Result<std::optional<RefundNews>> read_callback(std::string_view body, const WechatPayOptions &options,
                                                const AnswerWords &words);

}  // namespace aftercharge::payment::wechatpay
