// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo/demo_shoppers.h"

#include "models/workflow/registry_changes.h"
#include "models/workflow/reship.h"

namespace aftercharge::demo {
namespace {

using namespace std::chrono_literals;

struct Shopper {
    const char *order_no;
    const char *shipment_no;              // with a label; null: nothing was sent
    std::optional<ShipmentEvent> mishap;  // on the way
    TicketKind kind;
    const char *reason;
    const char *text;
};
constexpr Shopper shoppers[] = {
    {"G-2001", nullptr, {}, TicketKind::Refund, "不想要了", "还没发货，请全额退款。"},
    {"G-2003", "S-2003", {}, TicketKind::Refund, "地址写错", "Please cancel, I will order again."},
    {"G-2004", "S-2004", ShipmentEvent::Lost, TicketKind::Exception, "包裹丢失",
     "物流两周没有更新，三根线退一根，其余请补发。"},
    {"G-2005", "S-2005", ShipmentEvent::Damaged, TicketKind::Claim, "商品破损", "充电桩外壳碎了。"},
    {"G-2006", "S-2006", ShipmentEvent::Damaged, TicketKind::Claim, "商品破损", "One of the two cables is broken."},
};

const Shopper *with_parcel(const ShipmentNo &shipment_no)
{
    for (const Shopper &shopper : shoppers) {
        if (shopper.shipment_no && shipment_no.text() == shopper.shipment_no)
            return &shopper;
    }
    return nullptr;
}

}  // namespace

Shoppers::Shoppers(Stage &stage) : stage_(stage)
{
    for (const Shopper &shopper : shoppers) {
        if (!shopper.shipment_no) {
            write(shopper.order_no);
            continue;
        }
        stage_.host().engine().run([no = *ShipmentNo::from_text(shopper.shipment_no)](Work &work) {
            return buy_label(work, no, {Source::System, "demo"});
        });
    }
    connect(&look_, &QTimer::timeout, this, &Shoppers::go_on);
    look_.start(1s);
}

Shoppers::~Shoppers() = default;

void Shoppers::go_on()
{
    for (const Shopper &shopper : shoppers) {
        if (!shopper.shipment_no || clients_.contains(shopper.order_no))
            continue;
        stage_.host()
            .engine()
            .post([no = *ShipmentNo::from_text(shopper.shipment_no)](Engine &engine) {
                return engine.work().ledger.reader().shipments().find(no);
            })
            .then(this, [this](const Result<Shipment> &shipment) {
                if (shipment)
                    move(*shipment);
            });
    }
    if (clients_.size() == std::size(shoppers))
        look_.stop();
}

// One step nearer to what its customer will write about.
void Shoppers::move(const Shipment &shipment)
{
    const Shopper *shopper = with_parcel(shipment.shipment_no);
    if (!shopper || clients_.contains(shopper->order_no) || shipment.state == ShipmentState::Created)
        return;
    if (shipment.state == ShipmentState::LabelCreated && shopper->mishap) {
        (void)stage_.gateways().carrier().move(shipment.tracking_no, "in_transit");
    } else if (shipment.state == ShipmentState::InTransit) {
        stage_.host().engine().run([no = shipment.shipment_no, event = *shopper->mishap](Work &work) {
            return advance_shipment(work, no, event, {Source::System, "demo"}, {});
        });
    } else {
        write(shopper->order_no);
    }
}

void Shoppers::write(const std::string &order_no)
{
    clients_.emplace(order_no, nullptr);
    stage_.host()
        .engine()
        .run([no = *OrderNo::from_text(order_no)](Work &work) {
            return issue_customer_token(work, no, {Source::System, "demo"});
        })
        .then(this, [this, order_no](const Result<std::string> &token) {
            if (token)
                write_now(order_no, *token);
        });
}

void Shoppers::write_now(const std::string &order_no, const std::string &token)
{
    const QUrl url(QStringLiteral("ws://127.0.0.1:%1/").arg(stage_.host().customer_port()));
    auto client = std::make_unique<sim::CustomerClient>(url, QByteArray::fromStdString(token));
    client->open();
    for (const Shopper &shopper : shoppers) {
        if (order_no == shopper.order_no)
            client->complain({QString::fromStdString(order_no), QString::fromUtf8(shopper.reason),
                              QString::fromUtf8(shopper.text), QString::fromUtf8(to_text(shopper.kind).data()),
                              QString::fromUtf8(shopper.shipment_no)});
    }
    clients_[order_no] = std::move(client);
}

}  // namespace aftercharge::demo
