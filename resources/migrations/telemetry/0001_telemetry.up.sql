-- SPDX-License-Identifier: GPL-3.0-or-later
-- Samples, progress and device events: what grows.
-- {rowid}: the engine's growing key, never given twice. {clustered}: stored in key order.

CREATE TABLE telemetry_store (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    store_id {blob} NOT NULL
);

CREATE TABLE session (
    id INTEGER NOT NULL PRIMARY KEY,
    order_no TEXT NOT NULL UNIQUE
);

-- Appended to in the order of arrival, so that a group commit writes few pages.
CREATE TABLE sample_journal (
    id {rowid},
    session_id INTEGER NOT NULL,
    at BIGINT NOT NULL,
    register_wh BIGINT,
    voltage_mv BIGINT,
    current_ma BIGINT,
    power_w BIGINT,
    soc_permille BIGINT,
    flags INTEGER NOT NULL
);

-- Where samples are read by session; n is the journal's id.
CREATE TABLE sample (
    session_id INTEGER NOT NULL,
    at BIGINT NOT NULL,
    n BIGINT NOT NULL,
    register_wh BIGINT,
    voltage_mv BIGINT,
    current_ma BIGINT,
    power_w BIGINT,
    soc_permille BIGINT,
    flags INTEGER NOT NULL,
    PRIMARY KEY (session_id, at, n)
){clustered};

CREATE TABLE session_progress (
    session_id INTEGER NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    energy_wh BIGINT,
    power_w BIGINT,
    soc_permille BIGINT,
    currency TEXT NOT NULL,
    fee_minor BIGINT NOT NULL,
    estimated_end BIGINT
);

CREATE TABLE device_event (
    id {rowid},
    charge_point_id TEXT NOT NULL,
    connector_id INTEGER NOT NULL,
    received_at BIGINT NOT NULL,
    reported_at BIGINT,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    order_no TEXT NOT NULL,
    detail TEXT NOT NULL,
    raw {blob} NOT NULL
);
CREATE INDEX device_event_by_charge_point ON device_event (charge_point_id, received_at, id);
CREATE INDEX device_event_by_order ON device_event (order_no, received_at, id) WHERE order_no <> '';
CREATE INDEX device_event_by_time ON device_event (received_at, id);
