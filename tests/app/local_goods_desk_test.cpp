// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's service for goods on a real encrypted store: whoever is logged in is who acts,
// whatever a draft says.
#include <QTemporaryDir>
#include <QTest>

#include "app/wiring/local_host.h"
#include "app/wiring/local_store.h"
#include "models/workflow/import_goods.h"
#include "models/workflow/operator_rights.h"

using namespace aftercharge;

namespace {

template<typename T>
Result<T> awaited(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        return fail(ErrorCode::CommandTimeout, "the desk did not answer");
    return future.result();
}

OperatorName name_of(const char *text)
{
    return *OperatorName::from_text(text);
}

constexpr const char *orders = "order_no,member_id,ordered_at,currency,order_item_id,sku,name,quantity,price,"
                               "payment_order_id,provider,external_id,payment_amount,paid_at,parcel_no,shipment_no\n"
                               "G-1,M-7,2026-11-20T09:00:00Z,CNY,L1,A,Cable,3,10.00,P-1,STRIPE,ch_1,30.00,"
                               "2026-11-20T09:00:00Z,1,P1\n";

}  // namespace

class LocalGoodsDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", folder_.filePath(QStringLiteral("state")).toUtf8());
        qputenv("XDG_CONFIG_HOME", folder_.filePath(QStringLiteral("config")).toUtf8());
        const auto url = parse_store_url("sqlcipher:" + folder_.filePath(QStringLiteral("store")).toStdString());
        QVERIFY(url);
        yuan_ = *Currency::from_code("CNY");
        KeySource source;
        source.key_file = folder_.filePath(QStringLiteral("store.key")).toStdString();
        QVERIFY(make_local_store(*url, source, {"Test", yuan_, "Asia/Shanghai"}));
        const auto key = load_store_key(*url, source);
        QVERIFY(key);
        auto host = LocalHost::start({.store = *url, .key = *key, .ocpp = {}, .live = {}, .customer = {}});
        QVERIFY2(host.has_value(), host ? "" : to_line(host.error()).c_str());
        host_ = std::move(*host);
        host_->desk().set_operator(first_operator());
        Operator agent;
        agent.name = name_of("li.na");
        agent.role = Role::Agent;
        QVERIFY(awaited(host_->desk().add_operator(agent)));
        const auto report = awaited(host_->engine().run([](Work &work) {
            return read_goods_csv(orders).and_then(
                [&](const GoodsFile &file) { return import_goods(work, file, actor_of(first_operator())); });
        }));
        QVERIFY(report && report->orders == 1 && report->refused.empty());
    }

    void orders_are_listed_and_opened()
    {
        const auto page = awaited(host_->goods().goods_orders({}));
        QVERIFY(page);
        QCOMPARE(page->rows.size(), std::size_t{1});
        const auto dossier = awaited(host_->goods().goods_order(page->rows.front().order_no));
        QVERIFY(dossier);
        QCOMPARE(dossier->refundable.to_text(), std::string("30.00"));
        QCOMPARE(awaited(host_->goods().goods_order(*OrderNo::from_text("G-9"))).error().code,
                 ErrorCode::OrderNotFound);
        QCOMPARE(awaited(host_->goods().claims({}))->rows.size(), std::size_t{0});
        QCOMPARE(*awaited(host_->goods().claims_waiting()), std::int64_t{0});
        QCOMPARE(*awaited(host_->goods().open_discrepancies()), std::int64_t{0});
    }

    void who_is_logged_in_asks()
    {
        host_->desk().set_operator(name_of("li.na"));
        GoodsRefundDraft draft;
        draft.order_no = *OrderNo::from_text("G-1");
        draft.lines = {{*OrderItemId::from_text("L1"), 1}};
        draft.requested_by = first_operator();  // is not believed
        const auto quote = awaited(host_->goods().quote_refund(draft));
        QVERIFY2(quote.has_value(), quote ? "" : to_line(quote.error()).c_str());
        QCOMPARE(quote->total.to_text(), std::string("10.00"));
        const auto refund = awaited(host_->goods().request_goods_refund(draft));
        QVERIFY2(refund.has_value(), refund ? "" : to_line(refund.error()).c_str());
        QCOMPARE(refund->requested_by.text(), std::string("li.na"));
        QVERIFY(refund->approval == ApprovalState::Waiting);
        QCOMPARE(awaited(host_->goods().goods_order(draft.order_no))->refundable.to_text(), std::string("20.00"));
        QCOMPARE(awaited(host_->goods().goods_order(draft.order_no))->gateway_allows.to_text(), std::string("30.00"));
        QCOMPARE(awaited(host_->goods().reconcile("2026-11-20")).error().code, ErrorCode::OperatorNotPermitted);
        host_->desk().set_operator(first_operator());
    }

    void cleanupTestCase() { host_.reset(); }

private:
    QTemporaryDir folder_;
    Currency yuan_;
    std::unique_ptr<LocalHost> host_;
};

QTEST_GUILESS_MAIN(LocalGoodsDeskTest)
#include "local_goods_desk_test.moc"
