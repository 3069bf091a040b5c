-- SPDX-License-Identifier: GPL-3.0-or-later
-- Goods: orders with their lines, units and payments, parcels, and what refunds give back of
-- them. Refunds and order logs are shared with charging orders, so their tables lose the
-- reference to one kind of order; guards know both kinds instead.

CREATE TABLE orders (
    order_no TEXT NOT NULL PRIMARY KEY CHECK (order_no <> ''),
    state TEXT NOT NULL,
    member_id TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    paid_minor BIGINT NOT NULL CHECK (paid_minor >= 0),
    refunded_minor BIGINT NOT NULL CHECK (refunded_minor >= 0),
    locked_by TEXT NOT NULL,
    ordered_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT goods_refunded_within_paid CHECK (refunded_minor <= paid_minor)
);
CREATE INDEX orders_by_time ON orders (ordered_at, order_no);
CREATE INDEX orders_by_paid ON orders (paid_minor, order_no);
CREATE INDEX orders_by_member ON orders (member_id, ordered_at, order_no);
CREATE INDEX orders_by_state ON orders (state, ordered_at, order_no);
GUARD orders_no_delete BEFORE DELETE ON orders WHEN 1 = 1 SAY 'an order is never deleted';
GUARD orders_number_is_free BEFORE INSERT ON orders
    WHEN EXISTS (SELECT 1 FROM charging_order o WHERE o.order_no = NEW.order_no)
    SAY 'an order number is never given twice';
GUARD charging_order_number_is_free BEFORE INSERT ON charging_order
    WHEN EXISTS (SELECT 1 FROM orders o WHERE o.order_no = NEW.order_no)
    SAY 'an order number is never given twice';
GUARD orders_paid_is_final BEFORE UPDATE ON orders
    WHEN NEW.order_no <> OLD.order_no OR NEW.currency <> OLD.currency
      OR (NEW.paid_minor <> OLD.paid_minor AND OLD.state <> 'UNPAID')
    SAY 'what was paid for an order is never changed';

CREATE TABLE order_item (
    order_no TEXT NOT NULL REFERENCES orders (order_no),
    order_item_id TEXT NOT NULL CHECK (order_item_id <> ''),
    line_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
    gross_minor BIGINT NOT NULL CHECK (gross_minor >= 0),
    discount_minor BIGINT NOT NULL CHECK (discount_minor >= 0),
    tax_minor BIGINT NOT NULL CHECK (tax_minor >= 0),
    total_minor BIGINT NOT NULL CHECK (total_minor >= 0),
    PRIMARY KEY (order_no, order_item_id),
    UNIQUE (order_no, line_no),
    CONSTRAINT discount_within_gross CHECK (discount_minor <= gross_minor),
    CONSTRAINT line_adds_up CHECK (total_minor = gross_minor - discount_minor + tax_minor)
);
GUARD order_item_no_update BEFORE UPDATE ON order_item WHEN 1 = 1 SAY 'a line of an order is never changed';
GUARD order_item_no_delete BEFORE DELETE ON order_item WHEN 1 = 1 SAY 'a line of an order is never deleted';

-- What became of each unit: refunded up to its share, or replaced, never both.
CREATE TABLE order_item_unit (
    order_no TEXT NOT NULL,
    order_item_id TEXT NOT NULL,
    unit INTEGER NOT NULL CHECK (unit >= 1),
    share_minor BIGINT NOT NULL CHECK (share_minor >= 0),
    use TEXT NOT NULL CHECK (use IN ('NONE', 'REFUNDED', 'REPLACED')),
    refunded_minor BIGINT NOT NULL CHECK (refunded_minor >= 0),
    PRIMARY KEY (order_no, order_item_id, unit),
    FOREIGN KEY (order_no, order_item_id) REFERENCES order_item (order_no, order_item_id),
    CONSTRAINT unit_refunded_within_share CHECK (refunded_minor <= share_minor),
    CONSTRAINT unit_refunded_or_replaced CHECK (use <> 'REPLACED' OR refunded_minor = 0),
    CONSTRAINT unit_refunded_is_used CHECK (use <> 'NONE' OR refunded_minor = 0)
);
GUARD order_item_unit_no_delete BEFORE DELETE ON order_item_unit WHEN 1 = 1 SAY 'a unit of an order is never deleted';
GUARD order_item_unit_same_share BEFORE UPDATE ON order_item_unit
    WHEN NEW.order_no <> OLD.order_no OR NEW.order_item_id <> OLD.order_item_id OR NEW.unit <> OLD.unit
      OR NEW.share_minor <> OLD.share_minor
    SAY 'the share of a unit is never changed';
GUARD order_item_unit_one_use BEFORE UPDATE ON order_item_unit
    WHEN (OLD.use = 'REPLACED' AND NEW.use = 'REFUNDED') OR (OLD.use = 'REFUNDED' AND NEW.use = 'REPLACED')
    SAY 'a unit is refunded or replaced, never both';

CREATE TABLE order_discount_applied (
    order_no TEXT NOT NULL,
    n INTEGER NOT NULL,
    code TEXT NOT NULL,
    order_item_id TEXT NOT NULL,
    amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
    PRIMARY KEY (order_no, n),
    FOREIGN KEY (order_no, order_item_id) REFERENCES order_item (order_no, order_item_id)
);
GUARD order_discount_applied_no_update BEFORE UPDATE ON order_discount_applied WHEN 1 = 1 SAY 'an allocated discount is never changed';
GUARD order_discount_applied_no_delete BEFORE DELETE ON order_discount_applied WHEN 1 = 1 SAY 'an allocated discount is never deleted';

CREATE TABLE payment_order (
    payment_order_id TEXT NOT NULL PRIMARY KEY CHECK (payment_order_id <> ''),
    order_no TEXT NOT NULL UNIQUE REFERENCES orders (order_no),
    provider TEXT NOT NULL,
    external_id TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
    paid_at BIGINT NOT NULL
);
CREATE INDEX payment_order_by_external ON payment_order (external_id);
GUARD payment_order_no_update BEFORE UPDATE ON payment_order WHEN 1 = 1 SAY 'a payment is never changed';
GUARD payment_order_no_delete BEFORE DELETE ON payment_order WHEN 1 = 1 SAY 'a payment is never deleted';

CREATE TABLE shipment (
    shipment_no TEXT NOT NULL PRIMARY KEY CHECK (shipment_no <> ''),
    order_no TEXT NOT NULL REFERENCES orders (order_no),
    ticket_no TEXT NOT NULL,
    state TEXT NOT NULL,
    purpose TEXT NOT NULL,
    carrier TEXT NOT NULL,
    ext_external_id TEXT NOT NULL,
    tracking_no TEXT NOT NULL,
    label_url TEXT NOT NULL,
    currency TEXT NOT NULL,
    insured_minor BIGINT NOT NULL CHECK (insured_minor >= 0),
    label_refund TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX shipment_by_order ON shipment (order_no, created_at, shipment_no);
CREATE INDEX shipment_by_tracking ON shipment (tracking_no) WHERE tracking_no <> '';
CREATE INDEX shipment_by_external ON shipment (ext_external_id) WHERE ext_external_id <> '';
GUARD shipment_no_delete BEFORE DELETE ON shipment WHEN 1 = 1 SAY 'a parcel is never deleted';
GUARD shipment_same_order BEFORE UPDATE ON shipment
    WHEN NEW.shipment_no <> OLD.shipment_no OR NEW.order_no <> OLD.order_no OR NEW.purpose <> OLD.purpose
    SAY 'a parcel stays with its order';

CREATE TABLE shipment_item (
    shipment_no TEXT NOT NULL REFERENCES shipment (shipment_no),
    order_no TEXT NOT NULL,
    order_item_id TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 1),
    PRIMARY KEY (shipment_no, order_item_id),
    FOREIGN KEY (order_no, order_item_id) REFERENCES order_item (order_no, order_item_id)
);
CREATE INDEX shipment_item_by_line ON shipment_item (order_no, order_item_id);
GUARD shipment_item_no_update BEFORE UPDATE ON shipment_item WHEN 1 = 1 SAY 'what is in a parcel is never changed';
GUARD shipment_item_no_delete BEFORE DELETE ON shipment_item WHEN 1 = 1 SAY 'what is in a parcel is never deleted';
GUARD shipment_item_of_its_order BEFORE INSERT ON shipment_item
    WHEN NOT EXISTS (SELECT 1 FROM shipment s WHERE s.shipment_no = NEW.shipment_no AND s.order_no = NEW.order_no)
    SAY 'a parcel holds lines of its own order';
GUARD shipment_item_within_order BEFORE INSERT ON shipment_item
    WHEN EXISTS (SELECT 1 FROM shipment s WHERE s.shipment_no = NEW.shipment_no
                 AND s.purpose = 'ORDER' AND s.state <> 'CANCELLED')
     AND NEW.quantity + (SELECT COALESCE(SUM(x.quantity), 0) FROM shipment_item x
                         JOIN shipment p ON p.shipment_no = x.shipment_no
                         WHERE x.order_no = NEW.order_no AND x.order_item_id = NEW.order_item_id
                         AND p.purpose = 'ORDER' AND p.state <> 'CANCELLED')
       > (SELECT i.quantity FROM order_item i WHERE i.order_no = NEW.order_no AND i.order_item_id = NEW.order_item_id)
    SAY 'parcels of an order never hold more units than it has';

-- The units that a reshipment replaces.
CREATE TABLE shipment_unit (
    shipment_no TEXT NOT NULL REFERENCES shipment (shipment_no),
    order_no TEXT NOT NULL,
    order_item_id TEXT NOT NULL,
    unit INTEGER NOT NULL,
    PRIMARY KEY (shipment_no, order_item_id, unit),
    FOREIGN KEY (order_no, order_item_id, unit) REFERENCES order_item_unit (order_no, order_item_id, unit)
);
GUARD shipment_unit_no_update BEFORE UPDATE ON shipment_unit WHEN 1 = 1 SAY 'which units were replaced is never changed';
GUARD shipment_unit_no_delete BEFORE DELETE ON shipment_unit WHEN 1 = 1 SAY 'which units were replaced is never deleted';
GUARD shipment_unit_of_a_reshipment BEFORE INSERT ON shipment_unit
    WHEN NOT EXISTS (SELECT 1 FROM shipment s WHERE s.shipment_no = NEW.shipment_no AND s.order_no = NEW.order_no
                     AND s.purpose = 'RESHIPMENT')
    SAY 'only a reshipment of the order replaces its units';

-- Apart from everything that is chained, so that it can be erased.
CREATE TABLE shipment_address (
    shipment_no TEXT NOT NULL PRIMARY KEY REFERENCES shipment (shipment_no),
    name TEXT NOT NULL,
    street1 TEXT NOT NULL,
    street2 TEXT NOT NULL,
    city TEXT NOT NULL,
    state TEXT NOT NULL,
    zip TEXT NOT NULL,
    country TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL
);

CREATE TABLE shipment_status_log (
    shipment_no TEXT NOT NULL REFERENCES shipment (shipment_no),
    at BIGINT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    note TEXT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (shipment_no, chain_seq),
    UNIQUE (chain_no, chain_seq)
);
GUARD shipment_status_log_no_update BEFORE UPDATE ON shipment_status_log WHEN 1 = 1 SAY 'the log of a parcel is never changed';
GUARD shipment_status_log_no_delete BEFORE DELETE ON shipment_status_log WHEN 1 = 1 SAY 'the log of a parcel is never deleted from';

ALTER TABLE cs_ticket ADD COLUMN shipment_no TEXT NOT NULL DEFAULT '';

-- order_status_log without its reference.
CREATE TABLE new_order_status_log (
    order_no TEXT NOT NULL,
    at BIGINT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    event TEXT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    note TEXT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (order_no, chain_seq),
    UNIQUE (chain_no, chain_seq)
);
INSERT INTO new_order_status_log (order_no, at, from_state, to_state, event, actor_source, actor_name, note, chain_no, chain_seq)
    SELECT order_no, at, from_state, to_state, event, actor_source, actor_name, note, chain_no, chain_seq
    FROM order_status_log;
DROP TABLE order_status_log;
ALTER TABLE new_order_status_log RENAME TO order_status_log;
GUARD order_status_log_no_update BEFORE UPDATE ON order_status_log WHEN 1 = 1 SAY 'the log of an order is never changed';
GUARD order_status_log_no_delete BEFORE DELETE ON order_status_log WHEN 1 = 1 SAY 'the log of an order is never deleted from';
GUARD order_status_log_of_an_order BEFORE INSERT ON order_status_log
    WHEN NOT EXISTS (SELECT 1 FROM charging_order o WHERE o.order_no = NEW.order_no)
     AND NOT EXISTS (SELECT 1 FROM orders g WHERE g.order_no = NEW.order_no)
    SAY 'a log row is of an order';

-- payment_refund without its reference, and with what refunds of goods need.
CREATE TABLE new_payment_refund (
    refund_no TEXT NOT NULL PRIMARY KEY CHECK (refund_no <> ''),
    kind TEXT NOT NULL,
    order_no TEXT NOT NULL,
    member_id TEXT NOT NULL,
    ticket_no TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    status TEXT NOT NULL,
    approval TEXT NOT NULL,
    reason_code TEXT NOT NULL,
    note TEXT NOT NULL,
    basis TEXT NOT NULL,
    initiator TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    transfer_id {blob} NOT NULL CHECK (length(transfer_id) = 16),
    external_refund_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    posted_at BIGINT,
    payment_order_id TEXT NOT NULL,
    claim_no TEXT NOT NULL,
    retry_of TEXT NOT NULL,
    before_shipment INTEGER NOT NULL CHECK (before_shipment IN (0, 1)),
    gateway_words TEXT NOT NULL,
    repairable INTEGER NOT NULL CHECK (repairable IN (0, 1)),
    version BIGINT NOT NULL
);
INSERT INTO new_payment_refund (refund_no, kind, order_no, member_id, ticket_no, currency, amount_minor, status, approval,
                                reason_code, note, basis, initiator, requested_by, approved_by, transfer_id,
                                external_refund_id, created_at, decided_at, posted_at, payment_order_id, claim_no,
                                retry_of, before_shipment, gateway_words, repairable, version)
    SELECT refund_no, kind, order_no, member_id, ticket_no, currency, amount_minor, status, approval, reason_code,
           note, basis, initiator, requested_by, approved_by, transfer_id, external_refund_id, created_at, decided_at,
           posted_at, '', '', '', 0, '', 0, version
    FROM payment_refund;
DROP TABLE payment_refund;
ALTER TABLE new_payment_refund RENAME TO payment_refund;
CREATE INDEX payment_refund_by_time ON payment_refund (created_at, refund_no);
CREATE INDEX payment_refund_by_order ON payment_refund (order_no, created_at, refund_no);
CREATE INDEX payment_refund_waiting ON payment_refund (created_at, refund_no) WHERE approval = 'WAITING';
CREATE INDEX payment_refund_by_external ON payment_refund (external_refund_id) WHERE external_refund_id <> '';
CREATE INDEX payment_refund_by_claim ON payment_refund (claim_no) WHERE claim_no <> '';

-- Units of lines that a refund gives back, and their sums a line.
CREATE TABLE payment_refund_item (
    refund_no TEXT NOT NULL REFERENCES payment_refund (refund_no),
    order_no TEXT NOT NULL,
    order_item_id TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 1),
    amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
    PRIMARY KEY (refund_no, order_item_id),
    FOREIGN KEY (order_no, order_item_id) REFERENCES order_item (order_no, order_item_id)
);
CREATE TABLE payment_refund_unit (
    refund_no TEXT NOT NULL REFERENCES payment_refund (refund_no),
    order_no TEXT NOT NULL,
    order_item_id TEXT NOT NULL,
    unit INTEGER NOT NULL,
    amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
    PRIMARY KEY (refund_no, order_item_id, unit),
    FOREIGN KEY (order_no, order_item_id, unit) REFERENCES order_item_unit (order_no, order_item_id, unit)
);
CREATE INDEX payment_refund_unit_by_unit ON payment_refund_unit (order_no, order_item_id, unit);
GUARD payment_refund_item_no_update BEFORE UPDATE ON payment_refund_item WHEN 1 = 1 SAY 'the lines of a refund are never changed';
GUARD payment_refund_item_no_delete BEFORE DELETE ON payment_refund_item WHEN 1 = 1 SAY 'the lines of a refund are never deleted';
GUARD payment_refund_item_of_its_order BEFORE INSERT ON payment_refund_item
    WHEN NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.refund_no AND r.order_no = NEW.order_no)
    SAY 'a refund is of lines of its own order';
GUARD payment_refund_unit_no_update BEFORE UPDATE ON payment_refund_unit WHEN 1 = 1 SAY 'the units of a refund are never changed';
GUARD payment_refund_unit_no_delete BEFORE DELETE ON payment_refund_unit WHEN 1 = 1 SAY 'the units of a refund are never deleted';
GUARD payment_refund_unit_of_its_order BEFORE INSERT ON payment_refund_unit
    WHEN NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.refund_no AND r.order_no = NEW.order_no)
    SAY 'a refund is of units of its own order';
GUARD payment_refund_unit_within_share BEFORE INSERT ON payment_refund_unit
    WHEN EXISTS (SELECT 1 FROM order_item_unit u WHERE u.order_no = NEW.order_no
                 AND u.order_item_id = NEW.order_item_id AND u.unit = NEW.unit
                 AND (u.use = 'REPLACED' OR u.refunded_minor + NEW.amount_minor > u.share_minor))
    SAY 'a unit is never refunded above its share, nor when it is replaced';

GUARD payment_refund_no_delete BEFORE DELETE ON payment_refund WHEN 1 = 1 SAY 'a refund is never deleted';
GUARD payment_refund_of_its_order BEFORE INSERT ON payment_refund
    WHEN NOT EXISTS (SELECT 1 FROM charging_order o WHERE o.order_no = NEW.order_no
                     AND NEW.kind IN ('REFUND', 'ADJUSTMENT'))
     AND NOT EXISTS (SELECT 1 FROM orders g WHERE g.order_no = NEW.order_no AND g.currency = NEW.currency
                     AND NEW.kind NOT IN ('REFUND', 'ADJUSTMENT'))
    SAY 'a refund is of an order, of its currency and of its kind';
GUARD payment_refund_as_approved BEFORE UPDATE ON payment_refund
    WHEN EXISTS (SELECT 1 FROM payment_refund_approval a WHERE a.refund_no = OLD.refund_no
                 AND (a.amount_minor <> NEW.amount_minor OR a.currency <> NEW.currency))
    SAY 'an approved amount is never changed';
GUARD payment_refund_same_order BEFORE UPDATE ON payment_refund
    WHEN NEW.refund_no <> OLD.refund_no OR NEW.order_no <> OLD.order_no OR NEW.transfer_id <> OLD.transfer_id
      OR NEW.kind <> OLD.kind OR NEW.currency <> OLD.currency
    SAY 'a refund stays with its order, its kind and its movement';
GUARD payment_refund_as_its_units BEFORE UPDATE ON payment_refund
    WHEN NEW.amount_minor <> OLD.amount_minor
     AND EXISTS (SELECT 1 FROM payment_refund_unit x WHERE x.refund_no = OLD.refund_no)
    SAY 'a refund of units is always their sum';
GUARD payment_refund_within_paid BEFORE INSERT ON payment_refund
    WHEN NEW.approval <> 'SENT_BACK' AND NEW.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')
     AND NEW.amount_minor + (SELECT COALESCE(SUM(r.amount_minor), 0) FROM payment_refund r
                             WHERE r.order_no = NEW.order_no AND r.approval <> 'SENT_BACK'
                             AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED'))
       > COALESCE((SELECT o.fee_minor - o.owed_minor FROM charging_order o WHERE o.order_no = NEW.order_no),
                  (SELECT g.paid_minor FROM orders g WHERE g.order_no = NEW.order_no
                   AND g.state NOT IN ('UNPAID', 'CANCELLED')), 0)
    SAY 'refunds of an order never exceed what was paid for it';
GUARD payment_refund_still_within_paid BEFORE UPDATE ON payment_refund
    WHEN NEW.approval <> 'SENT_BACK' AND NEW.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')
     AND NEW.amount_minor + (SELECT COALESCE(SUM(r.amount_minor), 0) FROM payment_refund r
                             WHERE r.order_no = NEW.order_no AND r.refund_no <> NEW.refund_no
                             AND r.approval <> 'SENT_BACK' AND r.status NOT IN ('FAIL', 'CLOSED', 'REVERSED'))
       > COALESCE((SELECT o.fee_minor - o.owed_minor FROM charging_order o WHERE o.order_no = NEW.order_no),
                  (SELECT g.paid_minor FROM orders g WHERE g.order_no = NEW.order_no
                   AND g.state NOT IN ('UNPAID', 'CANCELLED')), 0)
    SAY 'refunds of an order never exceed what was paid for it';
GUARD payment_refund_units_still_left BEFORE UPDATE ON payment_refund
    WHEN NEW.approval <> 'SENT_BACK' AND NEW.status NOT IN ('FAIL', 'CLOSED', 'REVERSED')
     AND (OLD.approval = 'SENT_BACK' OR OLD.status IN ('FAIL', 'CLOSED', 'REVERSED'))
     AND EXISTS (SELECT 1 FROM payment_refund_unit x
                 JOIN order_item_unit u ON u.order_no = x.order_no AND u.order_item_id = x.order_item_id
                 AND u.unit = x.unit
                 WHERE x.refund_no = NEW.refund_no
                 AND (u.use = 'REPLACED' OR u.refunded_minor + x.amount_minor > u.share_minor))
    SAY 'a unit is never refunded above its share, nor when it is replaced';
