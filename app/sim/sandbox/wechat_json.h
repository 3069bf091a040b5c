// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/sandbox/http_server.h"
#include "app/sim/sandbox/json.h"
#include "app/sim/sandbox/payment_book.h"

// WeChat Pay v3's shapes.
namespace aftercharge::sim {

// "2026-01-02T03:04:05+08:00"
std::string wechat_time(UtcTime time);
std::string wechat_status(RefundState state);  // PROCESSING, SUCCESS, ABNORMAL, CLOSED
Json wechat_refund(const PlayedRefund &refund, const PlayedPayment &payment);
// What a callback's sealed resource says.
Json wechat_notice(const PlayedRefund &refund, const PlayedPayment &payment, const std::string &mchid);
std::string wechat_transaction_id(const PlayedPayment &payment);

HttpReply wechat_reply(int status, const Json &body);
HttpReply wechat_error(int status, const std::string &code, const std::string &message);

}  // namespace aftercharge::sim
