// SPDX-License-Identifier: GPL-3.0-or-later
// Parcels, labels and claims from the decision to a played carrier and back by webhook, with the
// refunds that follow from them, over real sockets.
#include <QTest>

#include "app/sim/sandbox/carrier_sandbox.h"
#include "app/sim/sandbox/payment_sandbox.h"
#include "app/wiring/gateway_worker.h"
#include "models/workflow/claims.h"
#include "models/workflow/reship.h"
#include "tests/app/goods_host.h"

using namespace aftercharge;

namespace {

constexpr int patience_ms = 30'000;
constexpr std::int64_t paid = 27'100;
const Actor carol{Source::Admin, "carol"};

PostalAddress some_address()
{
    PostalAddress address;
    address.name = "Elizabeth Swan";
    address.street1 = "179 N Harbor Dr";
    address.city = "Redondo Beach";
    address.state = "CA";
    address.zip = "90277";
    address.country = "US";
    return address;
}

// Everything of the order's goods in one parcel.
ShipmentNo add_parcel(LocalHost &host, const OrderNo &order_no, const std::string &number, ShipmentState state,
                      const std::string &tracking_no = {})
{
    Shipment shipment;
    shipment.shipment_no = an<ShipmentNo>(number);
    shipment.order_no = order_no;
    shipment.state = state;
    shipment.tracking_no = tracking_no;
    shipment.insured = must(Money::from_minor(paid, must(Currency::from_code("CNY"))));
    const std::vector<ShipmentItem> items{{shipment.shipment_no, an<OrderItemId>("L1"), 1},
                                          {shipment.shipment_no, an<OrderItemId>("L2"), 3}};
    on(host, [shipment, items](Work &work) mutable -> Result<void> {
        auto unit = work.ledger.begin();
        if (!unit)
            return pass_on(unit);
        shipment.created_at = work.clock.now();
        if (auto inserted = (*unit)->shipments().insert(shipment, items, {}, some_address()); !inserted)
            return inserted;
        return (*unit)->commit();
    });
    return shipment.shipment_no;
}

Shipment parcel_on(LocalHost &host, const ShipmentNo &number)
{
    return read_on(host, [number](LedgerReader &ledger) { return ledger.shipments().find(number); });
}

GoodsOrder order_on(LocalHost &host, const OrderNo &order_no)
{
    return read_on(host, [order_no](LedgerReader &ledger) { return ledger.goods().find(order_no); });
}

Claim claim_on(LocalHost &host, const ClaimNo &claim_no)
{
    return read_on(host, [claim_no](LedgerReader &ledger) { return ledger.claims().find(claim_no); });
}

}  // namespace

class CarrierWorkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        store_ = std::make_unique<GoodsStore>();
        sim::PaymentSandboxOptions payment;
        payment.pending = std::chrono::seconds{1};
        bank_ = std::make_unique<sim::PaymentSandbox>(payment);
        must(bank_->start());
        sim::CarrierSandboxOptions carrier;
        carrier.pending = std::chrono::seconds{1};
        carrier.currency = "CNY";
        carrier_ = std::make_unique<sim::CarrierSandbox>(carrier);
        must(carrier_->start());
        HostOptions options = store_->options();
        options.webhook = Endpoint{"127.0.0.1", 0};
        host_ = start_host(std::move(options));
        bank_->pay("ch_1", paid);
        order_no_ = take_paid_order(*host_, "G-1", "ch_1");
    }

    void cleanup()
    {
        host_.reset();
        carrier_.reset();
        bank_.reset();
        store_.reset();
    }

    void a_label_whose_answer_is_lost_is_found_and_bought_once()
    {
        add_parcel(*host_, order_no_, "P-1", ShipmentState::Lost, "EZ-OLD");
        ReshipDraft draft;
        draft.order_no = order_no_;
        draft.lines = one_cable();
        draft.requested_by = an<OperatorName>("carol");
        const Shipment made = on(*host_, [draft](Work &work) { return create_reshipment(work, draft); });
        const std::string number = made.shipment_no.text();
        must(carrier_->load("{\"parcels\":{\"" + number + "\":{\"steps\":[{\"do\":\"lost_after\",\"on\":\"buy\"}]}}}"));
        connect_gateways();

        QTRY_COMPARE_WITH_TIMEOUT(parcel_on(*host_, made.shipment_no).state, ShipmentState::LabelCreated, patience_ms);
        const Shipment parcel = parcel_on(*host_, made.shipment_no);
        QVERIFY(!parcel.tracking_no.empty());
        QVERIFY(!parcel.label_url.empty());
        // The shipment and its purchase, nothing twice; what became of them was read.
        QCOMPARE(carrier_->log().count("POST", "/v2/shipments", number), 2);
        QVERIFY(carrier_->log().count("GET", "/v2/shipments") >= 1);

        must(carrier_->move(parcel.tracking_no, "in_transit"));
        QTRY_COMPARE_WITH_TIMEOUT(parcel_on(*host_, made.shipment_no).state, ShipmentState::InTransit, patience_ms);
        must(carrier_->move(parcel.tracking_no, "delivered"));
        QTRY_COMPARE_WITH_TIMEOUT(parcel_on(*host_, made.shipment_no).state, ShipmentState::Delivered, patience_ms);
    }

    void before_shipment_the_label_is_cancelled_then_the_money_goes_back()
    {
        const ShipmentNo number = add_parcel(*host_, order_no_, "P-2", ShipmentState::Created);
        connect_gateways();
        on(*host_, [number](Work &work) { return buy_label(work, number, carol); });
        QTRY_COMPARE_WITH_TIMEOUT(parcel_on(*host_, number).state, ShipmentState::LabelCreated, patience_ms);
        const Refund refund = refund_before_shipment();
        QTRY_COMPARE_WITH_TIMEOUT(refund_on(*host_, refund.refund_no).status, RefundStatus::Success, patience_ms);
        QCOMPARE(parcel_on(*host_, number).state, ShipmentState::Cancelled);
        QCOMPARE(order_on(*host_, order_no_).state, GoodsOrderState::Refunded);
        QVERIFY(order_on(*host_, order_no_).locked_by.is_empty());
        QCOMPARE(bank_->log().count("POST", "/v1/refunds", refund.refund_no.text()), 1);
    }

    void a_label_that_cannot_be_cancelled_stops_the_refund()
    {
        const ShipmentNo number = add_parcel(*host_, order_no_, "P-3", ShipmentState::Created);
        must(carrier_->script("P-3", std::vector<std::string>{"label_not_applicable"}));
        connect_gateways();
        on(*host_, [number](Work &work) { return buy_label(work, number, carol); });
        QTRY_COMPARE_WITH_TIMEOUT(parcel_on(*host_, number).state, ShipmentState::LabelCreated, patience_ms);
        const Refund refund = refund_before_shipment();
        QTRY_COMPARE_WITH_TIMEOUT(refund_on(*host_, refund.refund_no).status, RefundStatus::Closed, patience_ms);
        QCOMPARE(parcel_on(*host_, number).state, ShipmentState::LabelCreated);
        QVERIFY(order_on(*host_, order_no_).locked_by.is_empty());
        QCOMPARE(bank_->log().count("POST", "/v1/refunds"), 0);
    }

    void a_claim_that_is_approved_pays_the_customer()
    {
        const ShipmentNo number = add_parcel(*host_, order_no_, "P-4", ShipmentState::Damaged, "EZ-4");
        carrier_->add_parcel("P-4", "EZ-4", paid);
        must(carrier_->script("EZ-4", std::vector<std::string>{"claim_approve"}));
        connect_gateways();
        const Claim claim = open(number);
        QTRY_COMPARE_WITH_TIMEOUT(claim_on(*host_, claim.claim_no).state, ClaimState::Closed, patience_ms);
        const Claim closed = claim_on(*host_, claim.claim_no);
        QVERIFY(closed.external_id.starts_with("clm_"));
        QCOMPARE(closed.decision, ClaimDecision::Refund);
        QCOMPARE(carrier_->log().count("POST", "/v2/claims"), 1);
        const auto refunds = read_on(*host_,
                                     [&](LedgerReader &ledger) { return ledger.refunds().of_claim(claim.claim_no); });
        QCOMPARE(refunds.size(), std::size_t{1});
        QCOMPARE(refunds[0].status, RefundStatus::Success);
        QCOMPARE(refunds[0].initiator, Source::System);
        QCOMPARE(refunds[0].amount.minor(), 2'700);
        QCOMPARE(bank_->log().count("POST", "/v1/refunds", refunds[0].refund_no.text()), 1);
    }

    void a_claim_whose_answer_is_lost_is_found()
    {
        const ShipmentNo number = add_parcel(*host_, order_no_, "P-5", ShipmentState::Damaged, "EZ-5");
        carrier_->add_parcel("P-5", "EZ-5", paid);
        must(carrier_->load(R"({"parcels":{"EZ-5":{"steps":[{"do":"lost_after+no_webhook","on":"claim"}]}}})"));
        connect_gateways();
        const Claim claim = open(number);
        QTRY_COMPARE_WITH_TIMEOUT(claim_on(*host_, claim.claim_no).state, ClaimState::Acknowledged, patience_ms);
        QVERIFY(claim_on(*host_, claim.claim_no).external_id.starts_with("clm_"));
        QCOMPARE(carrier_->log().count("POST", "/v2/claims"), 1);
    }

private:
    // Only now: what was scripted for a parcel is known before it is sent.
    void connect_gateways()
    {
        // The carrier's first: what is due for a gateway that is not configured yet waits for half a minute.
        std::vector<GatewayAccount> accounts = carrier_->accounts();
        for (const GatewayAccount &account : bank_->accounts())
            accounts.push_back(account);
        const std::string base = "http://127.0.0.1:" + std::to_string(host_->webhook_port()) + "/webhooks";
        bank_->set_webhook_base(base);
        carrier_->set_webhook_base(base);
        set_accounts(*host_, accounts);
        QTRY_VERIFY_WITH_TIMEOUT(!host_->gateways()->gateways()->carrier.empty(), patience_ms);
    }

    Refund refund_before_shipment()
    {
        GoodsRefundDraft draft = draft_of(order_no_, {});
        draft.before_shipment = true;
        draft.reason_code = ReasonCode::CustomerRequest;
        return on(*host_, [draft](Work &work) { return request_goods_refund(work, draft); });
    }

    Claim open(const ShipmentNo &number)
    {
        ClaimDraft draft;
        draft.shipment_no = number;
        draft.type = ClaimType::Damage;
        draft.amount = must(Money::from_minor(2'700, must(Currency::from_code("CNY"))));
        draft.up_to = draft.amount;
        draft.description = "One cable is cut";
        draft.evidence = {{"cable.png", "image/png", "\x89PNG\r\n\x1a\n and so on"}};
        draft.requested_by = an<OperatorName>("carol");
        return on(*host_, [draft](Work &work) { return open_claim(work, draft); });
    }

    std::unique_ptr<GoodsStore> store_;
    std::unique_ptr<sim::PaymentSandbox> bank_;
    std::unique_ptr<sim::CarrierSandbox> carrier_;
    std::unique_ptr<LocalHost> host_;
    OrderNo order_no_;
};

QTEST_GUILESS_MAIN(CarrierWorkerTest)
#include "carrier_worker_test.moc"
