// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>

#include <QtCore/QObject>

#include "app/console/demo/demo_stage.h"
#include "app/sim/customer_client.h"

namespace aftercharge::demo {

// In the demo that a person plays: customers of some sessions complain by themselves, over
// the customer channel, when their session is settled. So there is something to decide.
class Complainers : public QObject {
    Q_OBJECT
public:
    explicit Complainers(Stage &stage);
    ~Complainers() override;

private:
    void look_at(const SessionView &session);
    void complain(const OrderNo &order_no, const QString &reason, const QString &text);

    Stage &stage_;
    std::map<std::string, std::unique_ptr<sim::CustomerClient>> clients_;  // by order number
};

}  // namespace aftercharge::demo
