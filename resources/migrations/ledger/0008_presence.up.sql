-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who looks at a ticket, and who prepares a decision about an order's money. Both are transient: they
-- run out by themselves, are written over and swept away, and no money rule rests on them.

CREATE TABLE presence (
    subject TEXT NOT NULL CHECK (subject <> ''),
    login TEXT NOT NULL CHECK (login <> ''),
    desk {blob} NOT NULL CHECK (length(desk) = 16),
    doing TEXT NOT NULL CHECK (doing <> ''),
    until BIGINT NOT NULL,
    PRIMARY KEY (subject, login, desk)
);
CREATE INDEX presence_by_end ON presence (until);

CREATE TABLE money_lease (
    subject TEXT NOT NULL PRIMARY KEY CHECK (subject <> ''),
    login TEXT NOT NULL CHECK (login <> ''),
    desk {blob} NOT NULL CHECK (length(desk) = 16),
    until BIGINT NOT NULL
);
CREATE INDEX money_lease_by_end ON money_lease (until);
