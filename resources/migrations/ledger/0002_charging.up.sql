-- SPDX-License-Identifier: GPL-3.0-or-later
-- Charging orders, their history, the readings that settlements decided on, and reports
-- that belong to no order.

CREATE TABLE charging_order (
    order_no TEXT NOT NULL PRIMARY KEY CHECK (order_no <> ''),
    charge_point_id TEXT NOT NULL,
    connector_id INTEGER NOT NULL,
    station_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    id_tag TEXT NOT NULL,
    transaction_id BIGINT NOT NULL,
    state TEXT NOT NULL,
    connection TEXT NOT NULL,
    offline_since BIGINT,
    settlement TEXT NOT NULL,
    tariff_id TEXT NOT NULL,
    tariff_version BIGINT NOT NULL,
    currency TEXT NOT NULL,
    prepaid_minor BIGINT NOT NULL CHECK (prepaid_minor >= 0),
    fee_minor BIGINT NOT NULL CHECK (fee_minor >= 0),
    owed_minor BIGINT NOT NULL CHECK (owed_minor >= 0),
    returned_minor BIGINT NOT NULL CHECK (returned_minor >= 0),
    refunded_minor BIGINT NOT NULL CHECK (refunded_minor >= 0),
    meter_start_wh BIGINT NOT NULL,
    meter_stop_wh BIGINT,
    energy_wh BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    stopped_at BIGINT,
    stop_reason TEXT NOT NULL,
    stop_detail TEXT NOT NULL,
    stop_requested_at BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT owed_within_fee CHECK (owed_minor <= fee_minor),
    CONSTRAINT refunded_within_paid CHECK (refunded_minor <= fee_minor - owed_minor)
);
CREATE INDEX charging_order_by_start ON charging_order (started_at, order_no);
CREATE INDEX charging_order_by_fee ON charging_order (fee_minor, order_no);
CREATE INDEX charging_order_by_member ON charging_order (member_id, started_at, order_no);
CREATE INDEX charging_order_by_connector ON charging_order (charge_point_id, connector_id, started_at, order_no);
CREATE INDEX charging_order_by_state ON charging_order (state, started_at, order_no);
CREATE INDEX charging_order_running ON charging_order (started_at, order_no) WHERE state IN ('CREATED', 'CHARGING');
CREATE INDEX charging_order_owed ON charging_order (member_id, started_at, order_no) WHERE owed_minor > 0;
CREATE UNIQUE INDEX charging_order_by_transaction ON charging_order (charge_point_id, transaction_id)
    WHERE transaction_id <> 0;
GUARD charging_order_no_delete BEFORE DELETE ON charging_order WHEN 1 = 1 SAY 'an order is never deleted';

CREATE TABLE order_status_log (
    order_no TEXT NOT NULL REFERENCES charging_order (order_no),
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
GUARD order_status_log_no_update BEFORE UPDATE ON order_status_log WHEN 1 = 1 SAY 'the log of an order is never changed';
GUARD order_status_log_no_delete BEFORE DELETE ON order_status_log WHEN 1 = 1 SAY 'the log of an order is never deleted from';

-- The set that stands now; which sets stood when is in order_reading_set.
CREATE TABLE order_reading (
    order_no TEXT NOT NULL REFERENCES charging_order (order_no),
    n INTEGER NOT NULL,
    at BIGINT NOT NULL,
    register_wh BIGINT,
    voltage_mv BIGINT,
    current_ma BIGINT,
    power_w BIGINT,
    soc_permille BIGINT,
    flags INTEGER NOT NULL,
    PRIMARY KEY (order_no, n)
);

CREATE TABLE order_reading_set (
    order_no TEXT NOT NULL REFERENCES charging_order (order_no),
    readings INTEGER NOT NULL CHECK (readings >= 0),
    set_hash {blob} NOT NULL CHECK (length(set_hash) = 32),
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (order_no, chain_seq),
    UNIQUE (chain_no, chain_seq)
);
GUARD order_reading_set_no_update BEFORE UPDATE ON order_reading_set WHEN 1 = 1 SAY 'what a settlement decided on is never changed';
GUARD order_reading_set_no_delete BEFORE DELETE ON order_reading_set WHEN 1 = 1 SAY 'what a settlement decided on is never deleted';

CREATE TABLE orphan_report (
    id {blob} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    charge_point_id TEXT NOT NULL,
    connector_id INTEGER NOT NULL,
    received_at BIGINT NOT NULL,
    transaction_id BIGINT NOT NULL,
    reason TEXT NOT NULL,
    raw {blob} NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    UNIQUE (chain_no, chain_seq)
);
CREATE INDEX orphan_report_by_time ON orphan_report (received_at, id);
GUARD orphan_report_no_update BEFORE UPDATE ON orphan_report WHEN 1 = 1 SAY 'an orphan report is never changed';
GUARD orphan_report_no_delete BEFORE DELETE ON orphan_report WHEN 1 = 1 SAY 'an orphan report is never deleted';
