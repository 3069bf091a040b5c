-- SPDX-License-Identifier: GPL-3.0-or-later
-- Approvals as data: how many people from which amount, who voted, what the requester saw, how
-- long it holds; and batches, one decision about many refunds.

CREATE TABLE approval_rule (
    above_minor BIGINT NOT NULL PRIMARY KEY CHECK (above_minor >= 0),
    approvers INTEGER NOT NULL CHECK (approvers BETWEEN 1 AND 9)
);

CREATE TABLE approval_setting (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    life_ms BIGINT NOT NULL CHECK (life_ms >= 3600000)
);
INSERT INTO approval_setting (one, life_ms) VALUES (1, 259200000);
GUARD approval_setting_no_delete BEFORE DELETE ON approval_setting WHEN 1 = 1 SAY 'an approval always has a life';

CREATE TABLE refund_batch (
    batch_no TEXT NOT NULL PRIMARY KEY CHECK (batch_no <> ''),
    share TEXT NOT NULL,
    permille INTEGER NOT NULL CHECK (permille BETWEEN 0 AND 1000),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    each_minor BIGINT NOT NULL CHECK (each_minor >= 0),
    reason_code TEXT NOT NULL,
    note TEXT NOT NULL,
    total_minor BIGINT NOT NULL CHECK (total_minor > 0),
    row_count INTEGER NOT NULL CHECK (row_count >= 1),
    refused INTEGER NOT NULL CHECK (refused >= 0),
    approval TEXT NOT NULL,
    sent_back TEXT NOT NULL,
    requested_by TEXT NOT NULL CHECK (requested_by <> ''),
    approved_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    carried_out_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX refund_batch_by_time ON refund_batch (created_at, batch_no);
CREATE INDEX refund_batch_waiting ON refund_batch (created_at, batch_no) WHERE approval = 'WAITING';
GUARD refund_batch_no_delete BEFORE DELETE ON refund_batch WHEN 1 = 1 SAY 'a batch is never deleted';
GUARD refund_batch_as_asked BEFORE UPDATE ON refund_batch
    WHEN NEW.batch_no <> OLD.batch_no OR NEW.share <> OLD.share OR NEW.permille <> OLD.permille
      OR NEW.currency <> OLD.currency OR NEW.each_minor <> OLD.each_minor OR NEW.total_minor <> OLD.total_minor
      OR NEW.requested_by <> OLD.requested_by OR NEW.created_at <> OLD.created_at
      OR (OLD.approval <> 'WAITING' AND (NEW.approval <> OLD.approval OR NEW.approved_by <> OLD.approved_by))
    SAY 'a batch stays as it was asked for, and is decided once';

CREATE TABLE refund_batch_row (
    batch_no TEXT NOT NULL REFERENCES refund_batch (batch_no),
    n INTEGER NOT NULL CHECK (n >= 1),
    order_no TEXT NOT NULL CHECK (order_no <> ''),
    refund_no TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor >= 0),
    state TEXT NOT NULL,
    refusal_code TEXT NOT NULL,
    refusal_detail TEXT NOT NULL,
    PRIMARY KEY (batch_no, n),
    UNIQUE (batch_no, order_no)
);
CREATE UNIQUE INDEX refund_batch_row_by_refund ON refund_batch_row (refund_no) WHERE refund_no <> '';
GUARD refund_batch_row_no_delete BEFORE DELETE ON refund_batch_row WHEN 1 = 1 SAY 'a row of a batch is never deleted';
GUARD refund_batch_row_of_its_refund BEFORE INSERT ON refund_batch_row
    WHEN (NEW.refund_no = '') <> (NEW.state = 'REFUSED')
      OR (NEW.refund_no <> ''
          AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.refund_no
                          AND r.order_no = NEW.order_no AND r.amount_minor = NEW.amount_minor
                          AND r.currency = NEW.currency))
    SAY 'a row of a batch is a refund of its order, or refused';
GUARD refund_batch_row_one_result BEFORE UPDATE ON refund_batch_row
    WHEN OLD.state <> 'WAITING' OR NEW.batch_no <> OLD.batch_no OR NEW.n <> OLD.n OR NEW.order_no <> OLD.order_no
      OR NEW.refund_no <> OLD.refund_no OR NEW.currency <> OLD.currency OR NEW.amount_minor <> OLD.amount_minor
    SAY 'a row of a batch stays as it was asked for, and has one result';

-- One vote a person and subject: the key says so.
CREATE TABLE approval_vote (
    subject TEXT NOT NULL CHECK (subject <> ''),
    login TEXT NOT NULL CHECK (login <> ''),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    up_to_minor BIGINT NOT NULL CHECK (up_to_minor >= 0),
    at BIGINT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (subject, login),
    UNIQUE (chain_no, chain_seq)
);
GUARD approval_vote_no_update BEFORE UPDATE ON approval_vote WHEN 1 = 1 SAY 'a vote is never changed';
GUARD approval_vote_no_delete BEFORE DELETE ON approval_vote WHEN 1 = 1 SAY 'a vote is never deleted';
GUARD approval_vote_covers BEFORE INSERT ON approval_vote
    WHEN NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.subject
                     AND r.currency = NEW.currency AND r.amount_minor = NEW.amount_minor
                     AND r.amount_minor = NEW.up_to_minor)
     AND NOT EXISTS (SELECT 1 FROM carrier_claim c WHERE c.claim_no = NEW.subject
                     AND c.currency = NEW.currency AND c.amount_minor = NEW.amount_minor
                     AND c.up_to_minor = NEW.up_to_minor)
     AND NOT EXISTS (SELECT 1 FROM refund_batch b WHERE b.batch_no = NEW.subject
                     AND b.currency = NEW.currency AND b.total_minor = NEW.amount_minor
                     AND b.total_minor = NEW.up_to_minor)
    SAY 'a vote names the amounts that are asked for';
GUARD approval_vote_of_another BEFORE INSERT ON approval_vote
    WHEN EXISTS (SELECT 1 FROM payment_refund r WHERE r.refund_no = NEW.subject AND r.requested_by = NEW.login)
      OR EXISTS (SELECT 1 FROM carrier_claim c WHERE c.claim_no = NEW.subject AND c.requested_by = NEW.login)
      OR EXISTS (SELECT 1 FROM refund_batch b WHERE b.batch_no = NEW.subject AND b.requested_by = NEW.login)
    SAY 'nobody votes about what he asked for himself';

CREATE TABLE approval_picture (
    subject TEXT NOT NULL PRIMARY KEY CHECK (subject <> ''),
    fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
    basis TEXT NOT NULL,
    at BIGINT NOT NULL,
    rows_json TEXT NOT NULL
);
GUARD approval_picture_no_update BEFORE UPDATE ON approval_picture WHEN 1 = 1 SAY 'what was seen is never changed';
GUARD approval_picture_no_delete BEFORE DELETE ON approval_picture WHEN 1 = 1 SAY 'what was seen is never deleted';
