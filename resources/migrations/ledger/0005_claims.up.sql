-- SPDX-License-Identifier: GPL-3.0-or-later
-- Claims with carriers, what the gateways were asked and told, and what was found to differ.

CREATE TABLE carrier_claim (
    claim_no TEXT NOT NULL PRIMARY KEY CHECK (claim_no <> ''),
    shipment_no TEXT NOT NULL REFERENCES shipment (shipment_no),
    order_no TEXT NOT NULL REFERENCES orders (order_no),
    ticket_no TEXT NOT NULL,
    type TEXT NOT NULL,
    state TEXT NOT NULL,
    approval TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    up_to_minor BIGINT NOT NULL CHECK (up_to_minor >= 0),
    description TEXT NOT NULL,
    external_id TEXT NOT NULL,
    approved_minor BIGINT CHECK (approved_minor >= 0),
    carrier_words TEXT NOT NULL,
    decision TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX carrier_claim_by_time ON carrier_claim (opened_at, claim_no);
CREATE INDEX carrier_claim_by_order ON carrier_claim (order_no, opened_at, claim_no);
CREATE INDEX carrier_claim_by_shipment ON carrier_claim (shipment_no, opened_at, claim_no);
CREATE INDEX carrier_claim_by_external ON carrier_claim (external_id) WHERE external_id <> '';
CREATE INDEX carrier_claim_waiting ON carrier_claim (opened_at, claim_no) WHERE approval = 'WAITING';
CREATE UNIQUE INDEX carrier_claim_one_open ON carrier_claim (shipment_no)
    WHERE state <> 'CLOSED' AND approval <> 'SENT_BACK';
GUARD carrier_claim_no_delete BEFORE DELETE ON carrier_claim WHEN 1 = 1 SAY 'a claim is never deleted';

-- One approval a claim: the key says so.
CREATE TABLE carrier_claim_approval (
    claim_no TEXT NOT NULL PRIMARY KEY REFERENCES carrier_claim (claim_no),
    approved_by TEXT NOT NULL CHECK (approved_by <> ''),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
    up_to_minor BIGINT NOT NULL CHECK (up_to_minor >= 0),
    at BIGINT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    UNIQUE (chain_no, chain_seq)
);
GUARD carrier_claim_approval_no_update BEFORE UPDATE ON carrier_claim_approval WHEN 1 = 1 SAY 'an approval is never changed';
GUARD carrier_claim_approval_no_delete BEFORE DELETE ON carrier_claim_approval WHEN 1 = 1 SAY 'an approval is never deleted';
GUARD carrier_claim_approval_covers BEFORE INSERT ON carrier_claim_approval
    WHEN NOT EXISTS (SELECT 1 FROM carrier_claim c WHERE c.claim_no = NEW.claim_no AND c.currency = NEW.currency
                     AND c.amount_minor = NEW.amount_minor AND c.up_to_minor = NEW.up_to_minor)
    SAY 'an approval names the amounts that were asked for';
GUARD carrier_claim_as_approved BEFORE UPDATE ON carrier_claim
    WHEN NEW.claim_no <> OLD.claim_no OR NEW.shipment_no <> OLD.shipment_no OR NEW.order_no <> OLD.order_no
      OR EXISTS (SELECT 1 FROM carrier_claim_approval a WHERE a.claim_no = OLD.claim_no
                 AND (a.amount_minor <> NEW.amount_minor OR a.up_to_minor <> NEW.up_to_minor
                      OR a.currency <> NEW.currency))
    SAY 'a claim stays with its parcel, and as it was approved';

CREATE TABLE carrier_claim_log (
    claim_no TEXT NOT NULL REFERENCES carrier_claim (claim_no),
    at BIGINT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    actor_source TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    note TEXT NOT NULL,
    chain_no INTEGER NOT NULL,
    chain_seq BIGINT NOT NULL,
    PRIMARY KEY (claim_no, chain_seq),
    UNIQUE (chain_no, chain_seq)
);
GUARD carrier_claim_log_no_update BEFORE UPDATE ON carrier_claim_log WHEN 1 = 1 SAY 'the log of a claim is never changed';
GUARD carrier_claim_log_no_delete BEFORE DELETE ON carrier_claim_log WHEN 1 = 1 SAY 'the log of a claim is never deleted from';

CREATE TABLE claim_evidence (
    claim_no TEXT NOT NULL REFERENCES carrier_claim (claim_no),
    evidence_id {blob} NOT NULL REFERENCES cs_ticket_evidence (id),
    n INTEGER NOT NULL,
    sha256 {blob} NOT NULL CHECK (length(sha256) = 32),
    round INTEGER NOT NULL CHECK (round >= 1),
    sent_at BIGINT,
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    PRIMARY KEY (claim_no, evidence_id),
    UNIQUE (claim_no, n)
);
GUARD claim_evidence_no_delete BEFORE DELETE ON claim_evidence WHEN 1 = 1 SAY 'evidence of a claim is never taken away';
GUARD claim_evidence_as_attached BEFORE INSERT ON claim_evidence
    WHEN NOT EXISTS (SELECT 1 FROM cs_ticket_evidence e WHERE e.id = NEW.evidence_id AND e.sha256 = NEW.sha256)
    SAY 'evidence of a claim is what was attached';
GUARD claim_evidence_once_sent BEFORE UPDATE ON claim_evidence
    WHEN OLD.sent_at IS NOT NULL OR NEW.claim_no <> OLD.claim_no OR NEW.evidence_id <> OLD.evidence_id
      OR NEW.sha256 <> OLD.sha256 OR NEW.round <> OLD.round OR NEW.n <> OLD.n
    SAY 'evidence that was sent is never changed';
GUARD cs_ticket_evidence_no_update BEFORE UPDATE ON cs_ticket_evidence WHEN 1 = 1 SAY 'what was attached is never changed';
GUARD cs_ticket_evidence_no_delete BEFORE DELETE ON cs_ticket_evidence WHEN 1 = 1 SAY 'what was attached is never deleted';

CREATE TABLE gateway_account (
    gateway TEXT NOT NULL PRIMARY KEY CHECK (gateway <> ''),
    base_url TEXT NOT NULL,
    settings_json TEXT NOT NULL,
    secrets_json TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE gateway_event (
    gateway TEXT NOT NULL CHECK (gateway <> ''),
    event_id TEXT NOT NULL CHECK (event_id <> ''),
    received_at BIGINT NOT NULL,
    raw {blob} NOT NULL,
    PRIMARY KEY (gateway, event_id)
);
GUARD gateway_event_no_update BEFORE UPDATE ON gateway_event WHEN 1 = 1 SAY 'what a gateway told is never changed';
GUARD gateway_event_no_delete BEFORE DELETE ON gateway_event WHEN 1 = 1 SAY 'what a gateway told is never deleted';

CREATE TABLE discrepancy (
    id {blob} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    order_no TEXT NOT NULL,
    detail TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    resolved_at BIGINT,
    resolved_by TEXT NOT NULL,
    resolution TEXT NOT NULL
);
CREATE UNIQUE INDEX discrepancy_one_open ON discrepancy (kind, entity, entity_id) WHERE resolved_at IS NULL;
CREATE INDEX discrepancy_by_time ON discrepancy (found_at, id);
GUARD discrepancy_no_delete BEFORE DELETE ON discrepancy WHEN 1 = 1 SAY 'a discrepancy is never deleted';
GUARD discrepancy_as_found BEFORE UPDATE ON discrepancy
    WHEN OLD.resolved_at IS NOT NULL OR NEW.resolved_at IS NULL OR NEW.resolved_by = '' OR NEW.resolution = ''
      OR NEW.kind <> OLD.kind OR NEW.entity <> OLD.entity OR NEW.entity_id <> OLD.entity_id
      OR NEW.order_no <> OLD.order_no OR NEW.detail <> OLD.detail OR NEW.found_at <> OLD.found_at
    SAY 'a discrepancy is resolved once, by a person and with a word, and nothing else of it changes';

CREATE TABLE reconciliation (
    id {blob} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    day TEXT NOT NULL CHECK (length(day) = 10),
    run_by TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    refunds INTEGER NOT NULL CHECK (refunds >= 0),
    differing INTEGER NOT NULL CHECK (differing >= 0)
);
CREATE INDEX reconciliation_by_time ON reconciliation (started_at, id);
GUARD reconciliation_no_delete BEFORE DELETE ON reconciliation WHEN 1 = 1 SAY 'a reconciliation is never deleted';
GUARD reconciliation_once_finished BEFORE UPDATE ON reconciliation
    WHEN OLD.finished_at IS NOT NULL SAY 'a finished reconciliation is never changed';

CREATE TABLE reconciled_refund (
    id {blob} NOT NULL REFERENCES reconciliation (id),
    n INTEGER NOT NULL,
    refund_no TEXT NOT NULL,
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    ledger_paid_minor BIGINT NOT NULL,
    outbox_done INTEGER NOT NULL CHECK (outbox_done IN (0, 1)),
    gateway_status TEXT NOT NULL,
    gateway_minor BIGINT,
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    finding TEXT NOT NULL,
    PRIMARY KEY (id, n)
);
GUARD reconciled_refund_no_update BEFORE UPDATE ON reconciled_refund WHEN 1 = 1 SAY 'a finding is never changed';
GUARD reconciled_refund_no_delete BEFORE DELETE ON reconciled_refund WHEN 1 = 1 SAY 'a finding is never deleted';

ALTER TABLE outbox ADD COLUMN sent_at BIGINT;
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE done_at IS NULL;
