// SPDX-License-Identifier: GPL-3.0-or-later
// What a gateway, or something in its place, may answer: money moves only on an answer that
// names a refund, and nothing that was answered counts as never sent. Input: two bytes of
// status, the body.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "models/gateway/payment/stripe/stripe_answer.h"
#include "models/gateway/payment/wechatpay/wechatpay_answer.h"

using namespace aftercharge;
using namespace aftercharge::payment;

namespace {

constexpr std::string_view secret = "sk_test_fuzz_secret";

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool is_done(const http::Answer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

void check_common(const http::Answer &answer, const RefundAnswer &read)
{
    require(read.standing != Standing::NotSent);
    require(read.words.find(secret) == std::string::npos && read.words.find('\n') == std::string::npos);
    require(read.words.size() <= 1000);
    const bool moves = read.standing == Standing::Success || read.standing == Standing::Pending ||
                       read.standing == Standing::Closed;
    require(!moves || (is_done(answer) && !read.external_refund_id.empty()));
    require(!read.repairable || read.standing == Standing::Fail);
}

void check_sent(const http::Answer &answer, const RefundAnswer &read)
{
    check_common(answer, read);
    require(read.standing != Standing::NotFound);
    require(read.standing != Standing::Fail || is_done(answer) || answer.status == 400 || answer.status == 402 ||
            answer.status == 403 || answer.status == 404);
}

void check_asked(const http::Answer &answer, const RefundAnswer &read)
{
    check_common(answer, read);
    require(read.standing != Standing::Fail || (is_done(answer) && !read.external_refund_id.empty()));
    require(read.standing != Standing::NotFound || answer.status == 404);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    static const AnswerWords words({std::string(secret)});
    static const RefundNo refund_no = RefundNo::from_text("R1").value();
    http::Answer answer;
    answer.outcome = http::Outcome::Answered;
    answer.status = data[0] % 2 == 0 ? 200 : 100 + (data[0] / 2 * 256 + data[1]) % 500;
    answer.body.assign(reinterpret_cast<const char *>(data) + 2, size - 2);
    check_sent(answer, stripe::read_sent(answer, refund_no, words));
    check_asked(answer, stripe::read_asked(answer, refund_no, words));
    check_sent(answer, wechatpay::read_sent(answer, refund_no, words).answer);
    check_asked(answer, wechatpay::read_asked(answer, refund_no, words));
    if (const auto page = stripe::read_page(answer, refund_no, words)) {
        require(is_done(answer));
        if (page->ours)
            check_common(answer, *page->ours);
    } else {
        require(page.error().standing == Standing::Unknown || page.error().standing == Standing::Later);
    }
    return 0;
}
