-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing is given back to PUBLIC: without these rights the store is its owner's alone.

DROP TABLE desk.membership_log;
DROP TABLE desk.granted_alone;
DROP TABLE desk.vote;
DROP TABLE desk.role_verb;
DROP FUNCTION desk.append_only();
DROP VIEW desk.decision;
DROP VIEW desk.access_token;
DROP VIEW desk.gateway_account;
DROP VIEW desk.charge_point;
REVOKE ALL ON ALL TABLES IN SCHEMA ledger, telemetry, desk
    FROM "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator", "{db}_worker";
REVOKE ALL ON ALL SEQUENCES IN SCHEMA ledger, telemetry, desk FROM "{db}_worker";
REVOKE ALL ON SCHEMA ledger, telemetry, desk
    FROM "{db}_agent", "{db}_ops", "{db}_supervisor", "{db}_administrator", "{db}_worker";
