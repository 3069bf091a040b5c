-- SPDX-License-Identifier: GPL-3.0-or-later
-- Many who write at once: the ends of the chains as rows that can be held, the network's own
-- accounts in slices. Desks without an engine: what people decided there, and the daemons that
-- carry it out.

CREATE TABLE chain_end (
    chain_no INTEGER NOT NULL PRIMARY KEY CHECK (chain_no BETWEEN 0 AND 15)
);
INSERT INTO chain_end (chain_no) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
GUARD chain_end_no_delete BEFORE DELETE ON chain_end WHEN 1 = 1 SAY 'there are 16 chains';

-- A member's account is one row, the network's own are as many as there are chains.
CREATE TABLE new_account (
    kind TEXT NOT NULL,
    member_id TEXT NOT NULL,
    slice INTEGER NOT NULL CHECK (slice BETWEEN 0 AND 15),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    balance_minor BIGINT NOT NULL CHECK (balance_minor BETWEEN -9000000000000000000 AND 9000000000000000000),
    PRIMARY KEY (kind, member_id, slice),
    CONSTRAINT member_accounts_never_negative
        CHECK (kind NOT IN ('available', 'frozen') OR (balance_minor >= 0 AND slice = 0)),
    CONSTRAINT member_accounts_name_a_member
        CHECK ((kind IN ('available', 'frozen')) = (member_id <> ''))
);
INSERT INTO new_account (kind, member_id, slice, currency, balance_minor)
    SELECT kind, member_id, 0, currency, balance_minor FROM account;
DROP TABLE account;
ALTER TABLE new_account RENAME TO account;

CREATE INDEX notice_by_time ON notice (at, n);

CREATE TABLE decision (
    id {blob} NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    login TEXT NOT NULL CHECK (login <> ''),
    verb TEXT NOT NULL CHECK (verb <> ''),
    subject TEXT NOT NULL,
    arguments TEXT NOT NULL,
    submitted_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    lease_owner TEXT NOT NULL,
    lease_until BIGINT NOT NULL,
    done_at BIGINT,
    refusal_code TEXT NOT NULL,
    refusal_detail TEXT NOT NULL,
    outcome TEXT NOT NULL
);
CREATE INDEX decision_waiting ON decision (submitted_at, id) WHERE done_at IS NULL;
CREATE INDEX decision_by_login ON decision (login, subject, submitted_at);
GUARD decision_no_delete BEFORE DELETE ON decision WHEN 1 = 1 SAY 'a decision is never deleted';
GUARD decision_as_submitted BEFORE UPDATE ON decision
    WHEN OLD.done_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.login <> OLD.login OR NEW.verb <> OLD.verb
      OR NEW.subject <> OLD.subject OR NEW.arguments <> OLD.arguments OR NEW.submitted_at <> OLD.submitted_at
    SAY 'a decision stays as it was submitted, and is carried out once';

CREATE TABLE daemon (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    version TEXT NOT NULL,
    live_url TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
