// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QObject>

#include "models/domain/presence.h"

class QTimer;

namespace aftercharge {

class PresenceDesk;

// Holds the money lease of an order for as long as a sheet needs it: renews it in time, gives it
// back at the end, also when the page, the screen or the program goes. An answer that is no
// answer (the store cannot be asked) holds up nobody.
class MoneyLeaseKeeper : public QObject {
    Q_OBJECT
public:
    MoneyLeaseKeeper(PresenceDesk &desk, const OrderNo &order_no, QObject *parent);
    ~MoneyLeaseKeeper() override;

    void ask();  // takes it, or renews it
    void give_back();
    // Somebody else has it.
    const std::optional<LeaseHolder> &holder() const { return holder_; }

Q_SIGNALS:
    void granted();
    void refused(const aftercharge::LeaseHolder &holder);

private:
    PresenceDesk &desk_;
    OrderNo order_no_;
    QTimer *renew_;
    std::optional<LeaseHolder> holder_;
    bool asked_ = false;
};

}  // namespace aftercharge
