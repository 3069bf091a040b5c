-- SPDX-License-Identifier: GPL-3.0-or-later

DROP FUNCTION desk.approve_batch(bytea, text, bigint);
DROP FUNCTION desk.approve_claim(bytea, text, bigint);
DROP FUNCTION desk.approve_refund(bytea, text, bigint);
DROP FUNCTION desk.vote_for(bytea, text, text, bigint, text);
DROP FUNCTION desk.approval_arguments(text, text, text, bigint, text);
DROP FUNCTION desk.check_request(ledger.operator, text, text, text, text, text, bigint, bigint);
DROP FUNCTION desk.submit_decision(bytea, text, text, text);
DROP FUNCTION desk.check_content(text, text, text);
DROP FUNCTION desk.put_decision(bytea, text, text, text);
DROP FUNCTION desk.handed_in(bytea, text, text, text);
DROP FUNCTION desk.approver();
DROP FUNCTION desk.caller();
DROP FUNCTION desk.check_isolation();
DROP FUNCTION desk.is_owner();
DROP FUNCTION desk.now_ms();
DROP FUNCTION desk.refuse(text, text);
