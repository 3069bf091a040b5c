-- SPDX-License-Identifier: GPL-3.0-or-later
-- The network, its people and places, the accounts and the hash chains.
-- {blob} and GUARD are spelled by the engine's dialect; all else is portable SQL.
-- Times: milliseconds since 1970 UTC. Amounts: minor units. UUIDs: 16 bytes.

CREATE TABLE network (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    time_zone TEXT NOT NULL,
    store_id {blob} NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE operator (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    display_name TEXT NOT NULL,
    role TEXT NOT NULL,
    limit_minor BIGINT CHECK (limit_minor >= 0),
    currency TEXT NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE station (
    station_id TEXT NOT NULL PRIMARY KEY CHECK (station_id <> ''),
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL
);

CREATE TABLE charge_point (
    charge_point_id TEXT NOT NULL PRIMARY KEY CHECK (charge_point_id <> ''),
    station_id TEXT NOT NULL REFERENCES station (station_id),
    connectors INTEGER NOT NULL CHECK (connectors >= 1),
    max_power_w BIGINT NOT NULL CHECK (max_power_w >= 0),
    tariff_id TEXT NOT NULL,
    password_salt {blob} NOT NULL,
    password_hash {blob} NOT NULL,
    vendor TEXT NOT NULL,
    model TEXT NOT NULL,
    firmware TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    last_boot_at BIGINT
);

CREATE TABLE member (
    member_id TEXT NOT NULL PRIMARY KEY CHECK (member_id <> ''),
    prepay_minor BIGINT CHECK (prepay_minor >= 0),
    currency TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Apart from everything that is chained, so that a person can be erased.
CREATE TABLE member_person (
    member_id TEXT NOT NULL PRIMARY KEY REFERENCES member (member_id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL
);

CREATE TABLE id_tag (
    id_tag TEXT NOT NULL PRIMARY KEY CHECK (id_tag <> ''),
    member_id TEXT NOT NULL REFERENCES member (member_id),
    position INTEGER NOT NULL
);
CREATE INDEX id_tag_by_member ON id_tag (member_id, position);
CREATE UNIQUE INDEX id_tag_in_any_case ON id_tag (lower(id_tag));

CREATE TABLE tariff (
    tariff_id TEXT NOT NULL CHECK (tariff_id <> ''),
    version BIGINT NOT NULL CHECK (version >= 1),
    currency TEXT NOT NULL,
    json TEXT NOT NULL,
    imported_at BIGINT NOT NULL,
    PRIMARY KEY (tariff_id, version)
);
GUARD tariff_no_update BEFORE UPDATE ON tariff WHEN 1 = 1 SAY 'a tariff version is never changed';
GUARD tariff_no_delete BEFORE DELETE ON tariff WHEN 1 = 1 SAY 'a tariff version is never deleted';

-- Materialised balances: credits less debits of ledger_transfer.
CREATE TABLE account (
    kind TEXT NOT NULL,
    member_id TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    balance_minor BIGINT NOT NULL,
    PRIMARY KEY (kind, member_id),
    CONSTRAINT member_accounts_never_negative
        CHECK (kind NOT IN ('available', 'frozen') OR balance_minor >= 0),
    CONSTRAINT member_accounts_name_a_member
        CHECK ((kind IN ('available', 'frozen')) = (member_id <> ''))
);

CREATE TABLE ledger_transfer (
    transfer_id {blob} NOT NULL PRIMARY KEY CHECK (length(transfer_id) = 16),
    debit_kind TEXT NOT NULL,
    debit_member TEXT NOT NULL,
    credit_kind TEXT NOT NULL,
    credit_member TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    corrects {blob},
    at BIGINT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    UNIQUE (chain_no, chain_seq),
    CHECK (debit_kind <> credit_kind OR debit_member <> credit_member)
);
CREATE INDEX ledger_transfer_by_reference ON ledger_transfer (reference, chain_seq);
CREATE INDEX ledger_transfer_by_debit ON ledger_transfer (debit_member, at);
CREATE INDEX ledger_transfer_by_credit ON ledger_transfer (credit_member, at);
GUARD ledger_transfer_no_update BEFORE UPDATE ON ledger_transfer WHEN 1 = 1 SAY 'a posted transfer is never changed';
GUARD ledger_transfer_no_delete BEFORE DELETE ON ledger_transfer WHEN 1 = 1 SAY 'a posted transfer is never deleted';

CREATE TABLE audit_log (
    at BIGINT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (chain_no, chain_seq)
);
CREATE INDEX audit_log_by_time ON audit_log (at);
GUARD audit_log_no_update BEFORE UPDATE ON audit_log WHEN 1 = 1 SAY 'the audit log is never changed';
GUARD audit_log_no_delete BEFORE DELETE ON audit_log WHEN 1 = 1 SAY 'the audit log is never deleted from';

-- One entry for each chained row; the row carries the same (chain_no, chain_seq).
CREATE TABLE chain (
    chain_no INTEGER NOT NULL CHECK (chain_no BETWEEN 0 AND 15),
    seq BIGINT NOT NULL CHECK (seq >= 1),
    entity TEXT NOT NULL,
    row_key TEXT NOT NULL,
    hash {blob} NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain_no, seq)
);
GUARD chain_no_update BEFORE UPDATE ON chain WHEN 1 = 1 SAY 'a hash chain is never changed';
GUARD chain_no_delete BEFORE DELETE ON chain WHEN 1 = 1 SAY 'a hash chain is never shortened';

CREATE TABLE number_series (
    series TEXT NOT NULL,
    day TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (series, day)
);
GUARD number_series_only_up BEFORE UPDATE ON number_series WHEN NEW.last <= OLD.last SAY 'a number is never given twice';
