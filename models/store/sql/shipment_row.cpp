// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sql/shipment_row.h"

namespace aftercharge {

QString shipment_columns()
{
    return QStringLiteral("shipment_no, order_no, ticket_no, state, purpose, carrier, ext_external_id, tracking_no, "
                          "label_url, currency, insured_minor, label_refund, created_at, version");
}

void read_row(Query &row, Shipment &s)
{
    Currency currency;
    row.read(s.shipment_no, s.order_no, s.ticket_no, s.state, s.purpose, s.carrier, s.ext_external_id, s.tracking_no,
             s.label_url, currency, MoneyOut{s.insured, currency}, s.label_refund, s.created_at, s.version);
}

void bind_rest(Query &query, const Shipment &s)
{
    query.bind(s.order_no, s.ticket_no, s.state, s.purpose, s.carrier, s.ext_external_id, s.tracking_no, s.label_url,
               s.insured.currency(), s.insured, s.label_refund, s.created_at);
}

QString address_columns()
{
    return QStringLiteral("name, street1, street2, city, state, zip, country, phone, email");
}

void read_row(Query &row, PostalAddress &a)
{
    row.read(a.name, a.street1, a.street2, a.city, a.state, a.zip, a.country, a.phone, a.email);
}

void bind_row(Query &query, const PostalAddress &a)
{
    query.bind(a.name, a.street1, a.street2, a.city, a.state, a.zip, a.country, a.phone, a.email);
}

}  // namespace aftercharge
