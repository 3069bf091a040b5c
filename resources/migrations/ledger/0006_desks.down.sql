-- SPDX-License-Identifier: GPL-3.0-or-later
DROP TABLE daemon;
DROP TABLE decision;
DROP INDEX notice_by_time;
CREATE TABLE old_account (
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
INSERT INTO old_account (kind, member_id, currency, balance_minor)
    SELECT kind, member_id, currency, SUM(balance_minor) FROM account GROUP BY kind, member_id, currency;
DROP TABLE account;
ALTER TABLE old_account RENAME TO account;
DROP TABLE chain_end;
