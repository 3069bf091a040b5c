// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

#include "models/item/refund_plan.h"
#include "models/item/timeline_model.h"
#include "models/workflow/read_ticket.h"
#include "ui/common/format.h"

namespace aftercharge {

// The names that people of the desk go by; an operator who is not known goes by his login.
class PeopleNames {
public:
    void set(const std::vector<Operator> &people);
    QString of(const std::string &name) const;
    QString of(const OperatorName &name) const { return of(name.text()); }

private:
    QHash<QString, QString> names_;
};

// The sentences of the ticket pages.
class TicketWords {
    Q_DECLARE_TR_FUNCTIONS(aftercharge::TicketWords)
public:
    // What it is about: the customer's choice, or the finding that opened it.
    static QString title(const Ticket &ticket);
    static QString source(Source source);
    static QString short_order(const OrderNo &order_no);         // "C…0104"
    static QString short_parcel(const ShipmentNo &shipment_no);  // "S…0003"
    static QString connector(const ConnectorId &connector);
    static QString due(Duration left);  // "12 min", "2 h", "overdue"
    static QString decision(const Ticket &ticket);

    // Amounts in notes are of `currency`.
    static QString order_event(const OrderLogEntry &entry, const Format &format, const Currency &currency);
    static QString goods_order_event(const GoodsOrderLogEntry &entry);
    static QString shipment_event(const ShipmentLogEntry &entry);  // "On its way · picked up in Shenzhen"
    static QString claim_event(const ClaimLogEntry &entry);
    static QString device_event_kind(DeviceEventKind kind);
    static QString entry(const TicketEntry &entry, const PeopleNames &people);
    static QString notice(const Notice &notice, const Format &format);
    static QString refund_moment(const RefundMoment &moment, const Format &format);
    static QString actor(const Actor &actor, const PeopleNames &people);
    static QString transfer_kind(TransferKind kind);
    static QString account(AccountKind kind);
    static QString fee_kind(FeeKind kind);
    static QString product(const std::string &label);  // of a tariff's period
    static QString unit_price(const UnitPrice &price, const Currency &currency, const Format &format);
    static QString energy(EnergyMicroWh energy, const Format &format);  // "3.35"
    // "Electricity 3.35 of 12.88 kWh × ¥0.85"
    static QString item(const RefundPlanItem &item, const Format &format);
    static QString size(std::int64_t bytes, const Format &format);

private:
    static QString goods_refund_moment(const RefundMoment &moment, const Format &format);
    static QString stopped(const QString &note, const Format &format, const Currency &currency);
    static QString fault_joined(const QString &note);
};

}  // namespace aftercharge
