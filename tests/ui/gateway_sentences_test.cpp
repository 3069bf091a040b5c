// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads when a gateway or two people do the unexpected: each case is played on the
// engine, and what came of it is put into the words of the desk, in both languages.
#include "tests/gateway/stripe_fixture.h"
#include "tests/ui/pictures.h"
#include "tests/workflow/refund_bench.h"
#include "ui/common/enum_words.h"
#include "ui/common/error_words.h"
#include "ui/common/refund_sentence.h"
#include "ui/refunds/book_words.h"

using namespace aftercharge;
using payment::Standing;

namespace {

// Refuses what it does not believe as Stripe's adapter does, at the stage's time.
ErrorCode refusal_of(const payment::WebhookCall &call)
{
    stripe_test::Rig stripe;
    const auto news = stripe.gateway.read_webhook(call, stripe_test::now);
    return news ? ErrorCode::Internal : news.error().code;
}

}  // namespace

Q_DECLARE_METATYPE(std::function<QString()>)

class GatewaySentencesTest : public RefundBench {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        stage_ = std::make_unique<GatewayStage>();
        ticket_used_ = false;
    }
    void cleanup() { check(); }

    void each_case_has_its_sentence_data();
    void each_case_has_its_sentence();

private:
    // What the desk shows of it, in the language of the moment.
    using Shown = std::function<QString()>;

    Shown approved_twice();
    Shown webhook_before_reply();
    Shown duplicate_webhook();
    Shown late_fail_after_success();
    Shown refused_webhook(ErrorCode why, const payment::WebhookCall &call);
    Shown answered_html();

    Shown of_refund(const RefundNo &number)
    {
        return [refund = stage_->refund(number)] { return RefundSentence::with_words(refund); };
    }
    Shown of_only_discrepancy()
    {
        const auto open = stage_->open_discrepancies();
        if (open.size() != 1)
            return {};
        return [row = open.front()]() -> QString {
            return EnumWords::discrepancy_kind(row.kind) + u'\n' + BookWords::meaning(row) + u'\n' +
                   QString::fromStdString(row.detail);
        };
    }
};

void GatewaySentencesTest::each_case_has_its_sentence_data()
{
    QTest::addColumn<std::function<QString()>>("play");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, std::function<QString()> play, const char *english, const char *chinese) {
        QTest::newRow(name) << std::move(play) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
    };
    // Played twice, once a language: every play begins with a stage of its own.
    const auto shown = [this](Shown (GatewaySentencesTest::*scene)()) {
        return [this, scene] {
            const Shown words = (this->*scene)();
            return words ? words() : QString();
        };
    };
    row("the same refund approved twice", shown(&GatewaySentencesTest::approved_twice),
        "This request has been decided already.", "此申请已有决定。");
    row("a webhook before the reply", shown(&GatewaySentencesTest::webhook_before_reply),
        "The gateway has paid it back. Its number there is the proof. Proof: re_",
        "网关已退款，其单号即为凭证。凭证：re_");
    row("a duplicate", shown(&GatewaySentencesTest::duplicate_webhook),
        "The gateway has paid it back. Its number there is the proof. Proof: re_",
        "网关已退款，其单号即为凭证。凭证：re_");
    row("a late FAIL after SUCCESS", shown(&GatewaySentencesTest::late_fail_after_success),
        "The gateway said something that cannot follow on what it said before. Nothing was changed by it.",
        "网关的说法与之前矛盾，未据此作任何更改。");
    row(
        "a webhook with a wrong signature",
        [this] {
            return refused_webhook(ErrorCode::WebhookSignatureInvalid,
                                   stripe_test::webhook("{}", "1795514400", "whsec_another"))();
        },
        "A call came in the gateway's name with a wrong signature. Nothing was done by it.",
        "有人以网关名义发来签名错误的消息，未据此作任何处理。");
    row(
        "a stale webhook",
        [this] { return refused_webhook(ErrorCode::WebhookStale, stripe_test::webhook("{}", "1795513000"))(); },
        "A call came in the gateway's name that was signed too long ago. Nothing was done by it.",
        "有人以网关名义发来签名过期的消息，未据此作任何处理。");
    row("a gateway that answers HTML", shown(&GatewaySentencesTest::answered_html),
        "The answer was lost or unreadable. The program asks the gateway by our number before anything is sent again. "
        "The gateway's words: Stripe answered with a web page instead of data (HTTP 502)",
        "未收到答复或答复无法读取。在重新发送之前，程序会先按我方单号查询网关。网关说明：Stripe answered");
}

void GatewaySentencesTest::each_case_has_its_sentence()
{
    QFETCH(std::function<QString()>, play);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    for (const bool in_chinese : {false, true}) {
        init();
        PictureLanguage language;
        QVERIFY(language.speak(in_chinese));
        const QString said = play();
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(said.contains(in_chinese ? chinese : english), qPrintable(said));
    }
}

GatewaySentencesTest::Shown GatewaySentencesTest::approved_twice()
{
    GoodsRefundDraft draft = stage_->of_lines("alice", {GoodsStage::line("L1", 1)});
    const RefundNo number = must(stage_->request(draft)).refund_no;
    must(stage_->approve(number, "180.00", "carol"));
    const auto again = stage_->approve(number, "180.00", "carol");
    const bool sent_once = stage_->work() && stage_->pay->sent.size() == 1;
    if (again || !sent_once)
        return {};
    return [error = again.error()] { return ErrorWords::sentence(error); };
}

GatewaySentencesTest::Shown GatewaySentencesTest::webhook_before_reply()
{
    const RefundNo number = ask();
    const auto task = stage_->lease().front();
    const auto answer = perform(stage_->gateways, task);
    const bool heard = stage_->webhook(number, "evt_1");
    must(stage_->hear(task, answer));
    return heard && stage_->open_discrepancies().empty() ? of_refund(number) : Shown();
}

GatewaySentencesTest::Shown GatewaySentencesTest::duplicate_webhook()
{
    const RefundNo number = ask();
    const bool worked = stage_->work();
    const bool first = stage_->webhook(number, "evt_1");
    const bool second = stage_->webhook(number, "evt_1");
    const bool once = worked && first && !second && stage_->notices(NoticeKind::GoodsRefundDone) == 1;
    return once && stage_->open_discrepancies().empty() ? of_refund(number) : Shown();
}

GatewaySentencesTest::Shown GatewaySentencesTest::late_fail_after_success()
{
    const RefundNo number = ask();
    const bool worked = stage_->work();
    payment::RefundNews late = stage_->pay->news(number, "evt_late");
    late.answer.standing = Standing::Fail;
    must(stage_->rig.run([&](Work &work) { return hear_payment_webhook(work, "STRIPE", late, "{}"); }));
    const bool told = stage_->last_entry().ends_with("; nothing was changed, and the gateway is asked");
    return worked && told && status(number) == RefundStatus::Success ? of_only_discrepancy() : Shown();
}

GatewaySentencesTest::Shown GatewaySentencesTest::refused_webhook(ErrorCode why, const payment::WebhookCall &call)
{
    const Shown nothing = [] { return QString(); };
    if (refusal_of(call) != why)
        return nothing;
    // A flood is one row.
    for (int i = 0; i < 3; ++i)
        must(stage_->rig.run([&](Work &work) { return note_refused_webhook(work, "STRIPE", why); }));
    const auto open = stage_->open_discrepancies();
    const bool is_told = open.size() == 1 && open.front().kind == DiscrepancyKind::WebhookRefused &&
                         open.front().entity == "gateway_account" && open.front().entity_id == "STRIPE" &&
                         open.front().detail.starts_with("A call in STRIPE's name ");
    return is_told ? of_only_discrepancy() : nothing;
}

GatewaySentencesTest::Shown GatewaySentencesTest::answered_html()
{
    test::FakeHttpClient http;
    http.reply = [](const http::Request &) { return test::answered(502, "<html><h1>Bad gateway</h1></html>"); };
    stage_->gateways.payment[PaymentProvider::Stripe] = std::make_unique<payment::StripeGateway>(stripe_test::options(),
                                                                                                 http);
    const RefundNo number = ask();
    const bool worked = stage_->work();
    stage_->gateways.payment.clear();
    const bool told = stage_->last_entry() == "Refund " + number.text() +
                                                  ": Stripe answered with a web page instead of data (HTTP 502). "
                                                  "Whether the refund happened is unknown; the program asks again "
                                                  "before anything is sent again.";
    return worked && told && http.requests.size() == 1 ? of_refund(number) : Shown();
}

QTEST_MAIN(GatewaySentencesTest)
#include "gateway_sentences_test.moc"
