// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include "app/console/demo/demo_stage.h"
#include "app/sim/customer_client.h"

namespace aftercharge::demo {

// The demo's goods for a person to decide about: labels are bought, parcels leave, one is lost and
// two are damaged on the way, and their customers write.
class Shoppers : public QObject {
    Q_OBJECT
public:
    explicit Shoppers(Stage &stage);
    ~Shoppers() override;

private:
    void go_on();
    void move(const Shipment &shipment);
    void write(const std::string &order_no);
    void write_now(const std::string &order_no, const std::string &token);

    Stage &stage_;
    QTimer look_;
    std::map<std::string, std::unique_ptr<sim::CustomerClient>> clients_;  // by order
};

}  // namespace aftercharge::demo
